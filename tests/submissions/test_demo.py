"""The demo: every state but published, by the actions themselves.

Nothing invented is public, and nothing is made twice.
"""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.allauth_internals import hotp_value, yield_hotp_counters_from_time
from accounts.models import User
from evidence.models import Intervention, Organisation, SearchDocument, Source
from letters.models import Letter
from submissions import actions
from submissions.choices import Kind, State
from submissions.demo import making
from submissions.models import Decision, Submission

pytestmark = pytest.mark.usefixtures("catalogue_data")
INVENTED = "(verzonnen)"


def public(client) -> list:
    """Everything the public could count, as it is now."""
    answers = [
        client.get(address).json() for address in ("/api/v1/interventions", "/api/v1/organisations", "/api/v1/sources")
    ]
    return [
        *answers,
        Intervention.objects.count(),
        Source.objects.count(),
        sorted(SearchDocument.objects.values_list("subject", "subject_id", "language")),
    ]


def code_of(key: str) -> str:
    """Return what an app with this key shows now."""
    return f"{hotp_value(key, next(iter(yield_hotp_counters_from_time()))):06}"


def test_there_is_a_submission_in_every_state_but_published(client):
    before = public(client)
    logins = making.make()
    assert sorted((made.kind, made.state) for made in Submission.objects.all()) == [
        (Kind.EXPERIENCE, State.SUBMITTED),
        (Kind.NEW, State.CHANGES_REQUESTED),
        (Kind.NEW, State.DECLINED),
        (Kind.NEW, State.DRAFT),
        (Kind.NEW, State.IN_REVIEW),
        (Kind.NEW, State.SUBMITTED),
        (Kind.NEW, State.WITHDRAWN),
    ]
    assert [made.title for made in Submission.objects.filter(kind=Kind.NEW) if INVENTED not in made.title] == []
    assert all(made.decisions.last().end == made.state for made in Submission.objects.exclude(state=State.DRAFT))
    assert Organisation.objects.filter(name__endswith=INVENTED).count() == 3
    assert Letter.objects.count() == 0
    assert public(client) == before
    assert INVENTED not in client.get(reverse("organisation-list")).content.decode()
    assert making.make() == logins


def test_what_is_printed_works_also_after_a_visitor_used_or_changed_it(settings):
    first = making.make()
    reviewer = User.objects.get(email="beoordelaar@werkwijs.example")
    for code in first[-2].codes:
        assert Authenticator.objects.get(user=reviewer, type="recovery_codes").wrap().validate_code(code)
    reviewer.set_password("iets anders")
    reviewer.save()
    second = making.make()
    assert [login.password for login in second] == [login.password for login in first]
    assert second[-2].app == first[-2].app
    assert not set(second[-2].codes) & set(first[-2].codes)
    assert User.objects.get(pk=reviewer.pk).check_password(second[-2].password)
    settings.SECRET_KEY = "een andere sleutel"
    third = making.make()
    assert not {login.password for login in third} & {login.password for login in first}
    assert Authenticator.objects.get(user=reviewer, type="totp").wrap().validate_code(code_of(third[-2].app))


def test_letters_of_the_visitor_stay(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        making.make()
    assert mail.outbox == []
    draft = Submission.objects.get(state=State.SUBMITTED, kind=Kind.NEW)
    actions.claim(draft, by=User.objects.get(email="beoordelaar@werkwijs.example"))
    letters = Letter.objects.count()
    making.make()
    assert Letter.objects.count() == letters > 0


def test_a_second_start_makes_nothing_again():
    making.make()
    before = [Submission.objects.count(), Decision.objects.count(), Authenticator.objects.count()]
    making.make()
    assert [Submission.objects.count(), Decision.objects.count(), Authenticator.objects.count()] == before


def test_the_printed_logins_open_the_door_of_the_reviewers(client):
    reviewer = next(login for login in making.make() if login.email == "beoordelaar@werkwijs.example")
    client.post(reverse("account_login"), {"login": reviewer.email, "password": reviewer.password})
    client.post(reverse("mfa_authenticate"), {"code": code_of(reviewer.app)})
    queue = client.get(reverse("review-queue"))
    assert queue.status_code == 200
    assert "Zorg dichtbij (verzonnen)" in queue.content.decode()


def test_production_refuses(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not in production"):
        call_command("load_demo")
    assert Submission.objects.count() == 0
