"""Following: asked for, confirmed, told at most once a week and never twice, and stopped; and the yearly reminders."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.signing import Signer
from django.utils import timezone

from dialogue import following, reminders, retention
from dialogue.following import CONFIRM, STOP
from dialogue.models import Follow, Reminder
from evidence import vocabulary
from evidence.choices import EditorialState
from evidence.models import RecordVersion
from letters.models import Letter
from submissions.choices import Kind, Move, State
from submissions.models import Decision, Submission
from tests import factories, people

pytestmark = pytest.mark.django_db
READER = "lezer@voorbeeld.example"
NOW = timezone.now()


def asked(email=READER, language="nl", **what):
    following.follow(email=email, language=language, **what)
    return Follow.objects.latest("pk")


def followed(**fields):
    found = asked(**fields)
    following.confirm_follow(found)
    found.refresh_from_db()
    return found


def changed(record, *, after=timedelta(hours=1), note="Nieuwe cijfers", number=None):
    """Plant a version of a record, some time from now."""
    number = number or record.versions.count() + 1
    return RecordVersion.objects.create(
        intervention=record, number=number, snapshot={}, note_nl=note, note_en=f"{note} (en)", created=NOW + after
    )


def at(**passed):
    return NOW + timedelta(**passed)


@pytest.fixture(autouse=True)
def _letters(django_capture_on_commit_callbacks):
    """Send letters as soon as they are written."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def letters():
    """Return the letters in the outbox, as (address, subject, body), and empty it."""
    found = [(row.to, row.subject, row.body) for row in Letter.objects.order_by("pk")]
    Letter.objects.all().delete()
    return found


class TestAsking:
    def test_a_letter_asks_to_confirm_and_nothing_is_told_before(self):
        record = factories.InterventionFactory(name="Aanpak Een")
        found = asked(email="Lezer@Voorbeeld.Example", intervention=record)
        ((to, subject, body),) = letters()
        assert (to, subject) == (READER, "Bevestig dat u wilt volgen")
        token = re.search(r"http://127\.0\.0\.1:8000/follow/confirm/(\S+)", body)[1]
        assert following.find(token, CONFIRM) == found
        changed(record)
        assert following.send_letters(at(days=1)) == 0

    def test_the_same_again_is_one_follow_and_answers_by_letter_alone(self):
        record = factories.InterventionFactory()
        first = asked(intervention=record)
        assert asked(intervention=record) == first
        following.confirm_follow(first)
        asked(intervention=record)
        asked(question="country=SE", title="Land: Zweden")
        asked(question="country=SE", title="Land: Zweden")
        assert Follow.objects.count() == 2
        assert [subject for _to, subject, _body in letters()] == [
            "Bevestig dat u wilt volgen",
            "Bevestig dat u wilt volgen",
            "U volgt dit al",
            "Bevestig dat u wilt volgen",
            "Bevestig dat u wilt volgen",
        ]

    def test_a_link_does_one_thing_and_only_ours_does_it(self):
        found = asked(question="")
        for purpose, other in ((CONFIRM, STOP), (STOP, CONFIRM)):
            token = following.token(found, purpose)
            assert following.find(token, purpose) == found
            assert following.find(token, other) is None
            assert following.find(token[:-1], purpose) is None
        assert following.find(found.key, STOP) is None
        assert following.find(Signer(salt="iets anders").sign(found.key), STOP) is None
        following.stop(found)
        assert not Follow.objects.exists()

    def test_what_nobody_confirmed_is_gone_after_seven_days(self):
        asked(question="country=SE")
        kept = followed(question="country=DK")
        assert retention.forget_unconfirmed(at(days=6)) == 0
        assert retention.forget_unconfirmed(at(days=8)) == 1
        assert list(Follow.objects.all()) == [kept]

    def test_who_stops_the_last_is_forgotten_with_our_letters(self):
        record = factories.InterventionFactory()
        first, second = followed(intervention=record), followed(question="country=SE", language="en")
        asked(intervention=record)
        asked(intervention=record, email="ander@voorbeeld.example")
        changed(record)
        following.send_letters(at(days=1))
        Letter.objects.create(to=READER, subject="Iets anders", body="x")
        following.stop(first)
        assert Letter.objects.filter(to=READER).count() == 5
        following.stop(second)
        assert [row.subject for row in Letter.objects.filter(to=READER)] == ["Iets anders"]
        assert Letter.objects.filter(to="ander@voorbeeld.example").count() == 1


class TestTelling:
    def test_a_letter_tells_what_changed_with_the_way_to_stop(self):
        record = factories.InterventionFactory(name="Aanpak Een", slug="aanpak-een")
        other = factories.InterventionFactory(name="Aanpak Twee")
        found = followed(intervention=record)
        letters()
        changed(record, note="Eerste")
        changed(record, note="Tweede")
        changed(other)
        assert following.send_letters(at(days=1)) == 1
        ((to, subject, body),) = letters()
        assert (to, subject) == (READER, "Wat er veranderde in wat u volgt")
        assert "- Aanpak Een: Tweede\n  http://127.0.0.1:8000/interventions/aanpak-een\n" in body
        assert "Eerste" not in body
        assert "Aanpak Twee" not in body
        assert following.find(re.search(r"/follow/stop/(\S+)", body)[1], STOP) == found

    def test_nothing_is_told_twice_and_at_most_once_a_week(self):
        record = factories.InterventionFactory()
        followed(intervention=record)
        changed(record)
        assert [following.send_letters(at(days=1)) for _ in range(3)] == [1, 0, 0]
        changed(record, after=timedelta(days=2))
        assert following.send_letters(at(days=3)) == 0
        assert following.send_letters(at(days=8, hours=1)) == 1
        assert following.send_letters(at(days=30)) == 0

    def test_quiet_weeks_send_nothing_and_lose_nothing(self):
        record = factories.InterventionFactory()
        followed(intervention=record)
        assert following.send_letters(at(days=20)) == 0
        changed(record, after=timedelta(days=21))
        assert following.send_letters(at(days=22)) == 1

    def test_an_address_gets_one_letter_for_all_it_follows(self):
        one, two = factories.InterventionFactory(name="Aanpak Een"), factories.InterventionFactory(name="Aanpak Twee")
        followed(intervention=one)
        changed(one)
        followed(intervention=two)
        followed(question="", title="alle aanpakken")
        followed(intervention=two, email="ander@voorbeeld.example")
        letters()
        changed(two)
        assert following.send_letters(at(days=1)) == 2
        found = {to: body for to, _subject, body in letters()}
        assert found[READER].count("/follow/stop/") == 3
        assert found["ander@voorbeeld.example"].count("/follow/stop/") == 1
        # What is followed since last week waits until the week is over: it is the same letter box.
        followed(question="country=NL", title="Land: Nederland")
        changed(two, after=timedelta(days=2))
        assert following.send_letters(at(days=3)) == 0

    def test_a_question_tells_what_the_filter_finds_and_what_the_public_may_see(self):
        here, there = (
            factories.InterventionFactory(name="Hier"),
            factories.InterventionFactory(name="Daar", country__code="SE"),
        )
        hidden = factories.InterventionFactory(
            name="Verborgen", country__code="SE", editorial_state=EditorialState.ARCHIVED
        )
        followed(question="country=SE", title="Land: Zweden")
        letters()
        for record in (here, there, hidden):
            changed(record)
        following.send_letters(at(days=1))
        ((_to, _subject, body),) = letters()
        assert "Land: Zweden\nhttp://127.0.0.1:8000/interventions?country=SE\n- Daar: Nieuwe cijfers" in body
        assert "Hier" not in body
        assert "Verborgen" not in body

    def test_a_question_that_cannot_be_asked_any_more_tells_nothing(self):
        followed(question="type=is-verdwenen", title="Type: verdwenen")
        changed(factories.InterventionFactory())
        assert following.send_letters(at(days=1)) == 0

    def test_a_record_that_left_the_catalogue_is_told_without_a_way_to_it(self):
        record = factories.InterventionFactory(name="Aanpak Een", slug="aanpak-een")
        followed(intervention=record)
        letters()
        record.editorial_state = EditorialState.ARCHIVED
        record.save()
        changed(record, note="Gearchiveerd omdat het zo is")
        following.send_letters(at(days=1))
        ((_to, _subject, body),) = letters()
        assert "- Aanpak Een: staat niet meer in de catalogus\n" in body
        assert "Gearchiveerd" not in body

    def test_a_letter_speaks_the_language_of_the_page_where_it_was_asked(self):
        record = factories.InterventionFactory(slug="aanpak-een")
        followed(intervention=record, language="en")
        letters()
        changed(record)
        following.send_letters(at(days=1))
        ((_to, _subject, body),) = letters()
        assert "Nieuwe cijfers (en)\n  http://127.0.0.1:8000/en/interventions/aanpak-een" in body

    def test_what_changed_before_it_was_followed_is_not_told(self):
        record = factories.InterventionFactory()
        changed(record, after=-timedelta(days=1))
        followed(intervention=record)
        assert following.send_letters(at(days=1)) == 0

    def test_what_changed_this_very_moment_waits_and_is_not_lost(self):
        record = factories.InterventionFactory()
        followed(intervention=record)
        changed(record, after=timedelta(days=1))
        assert following.send_letters(at(days=1, minutes=1)) == 0
        assert following.send_letters(at(days=1, minutes=6)) == 1

    def test_a_long_list_says_how_many_more_there_are(self):
        for number in range(following.MOST_TOLD + 2):
            changed(factories.InterventionFactory(name=f"Nummer {number}"))
        followed(question="", title="alle aanpakken")
        letters()
        following.send_letters(at(days=1))
        ((_to, _subject, body),) = letters()
        assert body.count("- Nummer ") == following.MOST_TOLD
        assert "En nog 2 beschrijvingen." in body

    def test_the_number_of_queries_does_not_grow_with_what_changed(self, django_assert_num_queries):
        for number in (1, 3):
            for _ in range(number):
                changed(factories.InterventionFactory())
            followed(question="", title="alles", email=f"lezer-{number}@voorbeeld.example")
            vocabulary.current()
            with django_assert_num_queries(9):
                assert following._write(f"lezer-{number}@voorbeeld.example", "nl", at(days=1)) == 1


def published(on, **answers):
    """Plant a published initiative with the day it was published."""
    group = people.organisation()
    people.member(group)
    row = Submission.objects.create(
        kind=Kind.NEW,
        state=State.PUBLISHED,
        organisation=group,
        intervention=factories.InterventionFactory(),
        answers={"name": "Verzonnen initiatief", **answers},
        submitted=NOW,
    )
    Decision.objects.create(
        submission=row, move=Move.PUBLISH, start=State.IN_REVIEW, end=State.PUBLISHED, at=f"{on}T12:00Z"
    )
    return row


class TestReminders:
    def test_a_year_after_publication_it_is_asked_once_whether_it_is_still_right(self):
        row = published(on="2025-03-01")
        assert reminders.send(date(2026, 2, 28)) == 0
        assert [
            reminders.send(date(2026, 3, 1)),
            reminders.send(date(2026, 3, 2)),
            reminders.send(date(2026, 9, 1)),
        ] == [1, 0, 0]
        ((to, subject, body),) = letters()
        assert (to, subject) == (row.organisation.memberships.get().user.email, "Klopt dit nog? Verzonnen initiatief")
        assert f"http://127.0.0.1:8000/submissions/{row.reference}" in body
        assert reminders.send(date(2027, 3, 1)) == 1  # nobody answered: the next year it is asked again

    def test_who_said_that_it_is_right_has_a_year(self):
        row = published(on="2025-03-01")
        row.confirmed = date(2025, 12, 1)
        row.save()
        assert reminders.send(date(2026, 11, 30)) == 0
        assert reminders.send(date(2026, 12, 1)) == 1

    @pytest.mark.parametrize(
        ("planned", "last"),
        [("2026", date(2026, 12, 31)), ("2026-02", date(2026, 2, 28)), ("2026-05-17", date(2026, 5, 17))],
    )
    def test_a_plan_is_asked_after_when_its_day_has_passed(self, planned, last):
        row = published(on="2026-01-01", has_plan=True, plan_results=planned)
        row.confirmed = last
        row.save()
        assert reminders.send(last) == 0
        assert [reminders.send(last + timedelta(days=1)) for _ in range(2)] == [1, 0]
        assert Reminder.objects.get().due == last
        assert letters()[0][1] == "Zijn er al resultaten? Verzonnen initiatief"
        row.answers["plan_results"] = "2027-06"
        row.confirmed = date(2027, 6, 1)
        row.save()
        assert reminders.send(date(2027, 7, 1)) == 1  # a new day is a new reminder

    @pytest.mark.parametrize(
        "answers",
        [{}, {"plan_results": "nonsens"}, {"plan_results": 7}, {"has_plan": False, "plan_results": "2020"},
         {"plan_results": "2020", "research_title": "Al verteld"}],
    )  # fmt: skip
    def test_without_a_plan_that_waits_nobody_is_asked_after_it(self, answers):
        published(on="2026-01-01", **answers)
        assert reminders.send(date(2026, 6, 1)) == 0

    def test_only_published_initiatives_of_who_takes_part_are_asked_after(self):
        for state in set(State) - {State.PUBLISHED}:
            row = published(on="2020-01-01", plan_results="2020")
            Submission.objects.filter(pk=row.pk).update(state=state)
        gone = published(on="2020-01-01", plan_results="2020")
        gone.organisation.takes_part = False
        gone.organisation.save()
        experience = published(on="2020-01-01", plan_results="2020")
        Submission.objects.filter(pk=experience.pk).update(kind=Kind.EXPERIENCE)
        assert reminders.send(date(2026, 6, 1)) == 0
        assert letters() == []


def test_the_daily_command_does_all_of_it_once(capsys):
    record = factories.InterventionFactory()
    followed(intervention=record)
    Follow.objects.update(told_until=NOW - timedelta(days=3))
    changed(record, after=-timedelta(days=1))
    published(on="2020-01-01")
    for line in (
        "letters to followers: 1; reminders: 1; forgotten: 0\n",
        "letters to followers: 0; reminders: 0; forgotten: 0\n",
    ):
        call_command("send_digests")
        assert capsys.readouterr().out == line
    assert mail.outbox == []  # nothing leaves before the transaction is over
