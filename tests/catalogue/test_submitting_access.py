"""Another's submission does not exist; and what was typed comes back when a session ended meanwhile."""

import random

import pytest
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from catalogue.submitting import urls as submitting
from submissions import questions
from submissions.choices import Kind, State
from submissions.models import Submission
from tests import people
from tests.catalogue.filling_in import Forms, form_on, send
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
OPEN = {"submission-list", "submission-start", "submission-print", "submission-template"}
OF_ONE = [pattern.name for pattern in submitting.urlpatterns if pattern.name not in OPEN]
LETTERS = "abcdefgh ijklm nopq,.é€ß漢字\n\t\"'<>&%+;=\\/ 🙂"
OURS = {"origin": "http://testserver"}


def address(name, reference):
    return reverse(name, args=(reference, "basics") if name == "submission-page" else (reference,))


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.PUBLISHED])
@pytest.mark.parametrize("role", ["member of another organisation", "reviewer", "nobody's member"])
def test_another_organisations_submission_does_not_exist(client, state, role):
    made = people.in_state(state)
    client.force_login({"m": people.member, "r": people.reviewer, "n": people.person}[role[0]]())
    before = Submission.objects.filter(pk=made.pk).values().get()
    for name in OF_ONE:
        for method in ("get", "post", "put", "delete"):
            there = getattr(client, method)(address(name, made.reference))
            nowhere = getattr(client, method)(address(name, "W-22222222"))
            assert there.status_code == nowhere.status_code
            assert there.status_code in (404, 405)
            assert made.reference not in there.content.decode().replace(f"/submissions/{made.reference}", "")
    assert Submission.objects.filter(pk=made.pk).values().get() == before


def test_no_topic_is_called_as_a_page_of_its_own():
    fixed = {str(pattern.pattern).rsplit("/", 1)[-1] for pattern in submitting.urlpatterns}
    topics = {page.code for kind in Kind for page in questions.PAGES[kind]}
    assert topics & fixed == set()


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client):
    made = people.draft()
    for name in OF_ONE:
        response = client.get(address(name, made.reference))
        if response.status_code != 405:
            assert response.url == f"{reverse('account_login')}?next={address(name, made.reference)}"
    htmx = client.post(address("submission-similar", made.reference), headers={"HX-Request": "true"})
    assert (htmx.status_code, htmx.content) == (401, b"")


def words(dice):
    return "".join(dice.choice(LETTERS) for _ in range(dice.randint(50, 1900))).strip()


def as_sent(text):
    """A browser sends line ends as CRLF."""
    return text.replace("\n", "\r\n")


def typed_back(response, name):
    """What a browser would send again: attributes hold line ends as they came, and it sends each as CRLF."""
    return form_on(response, holding=name).values[name][0].replace("\r\n", "\n")


def test_20_sessions_end_in_mid_form_and_no_character_is_lost():
    dice = random.Random(20)  # noqa: S311 — fixed dice
    for _ in range(20):
        made = people.draft()
        client = Client(enforce_csrf_checks=True)
        client.force_login(made.author)
        form = client.get(address("submission-page", made.reference))
        text = words(dice)
        client.cookies.pop("sessionid")  # it expired
        lost = send(client, form, "/basics", why_stopped=as_sent(text), headers=OURS)
        assert lost.status_code == 401
        assert typed_back(lost, "why_stopped") == text
        assert reverse("account_login") in Page(lost).links
        assert Submission.objects.get(pk=made.pk).answers == made.answers
        signed_in = Client(enforce_csrf_checks=True)  # signing in gives new cookies to the same browser
        signed_in.force_login(made.author)
        signed_in.get(address("submission-page", made.reference))
        again = send(signed_in, lost, "/basics", headers=OURS)  # the token of before no longer fits
        assert again.status_code == 403
        assert typed_back(again, "why_stopped") == text
        assert send(signed_in, again, "/basics", headers=OURS).status_code == 302
        assert Submission.objects.get(pk=made.pk).answers == made.answers | {"why_stopped": text}


@pytest.mark.sabotage
def test_a_plain_login_required_would_lose_it(client):
    """The sabotage of the test above: what Django does by itself sends the visitor away without the text."""
    request = RequestFactory().post("/submissions/W-22222222/basics", {"name": "PLANTED"})
    request.user = type("Anonymous", (), {"is_authenticated": False})()
    response = login_required(lambda _request: HttpResponse())(request)
    assert response.status_code == 302
    assert "PLANTED" not in response.url + response.content.decode()


def test_the_answer_says_nothing_about_whether_it_exists(client):
    made = people.draft()
    found, nothing = (
        client.post(address("submission-page", reference), {"name": "x"}).content.decode().replace(reference, "")
        for reference in (made.reference, "W-22222222")
    )
    token = next(form for form in Forms(client.post(address("submission-page", made.reference), {})).found).values[
        "csrfmiddlewaretoken"
    ]
    assert token
    strip = lambda text: [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]  # noqa: E731
    assert strip(found) == strip(nothing)


def test_words_that_come_from_another_site_are_not_offered_to_be_sent():
    made = people.draft()
    client = Client(enforce_csrf_checks=True)
    client.force_login(made.author)
    for headers in ({}, {"origin": "https://elders.example"}, {"origin": "null"}):
        response = client.post(address("submission-page", made.reference), {"name": "PLANTED"}, headers=headers)
        assert response.status_code == 403
        assert "PLANTED" not in response.content.decode()
        assert "Probeer het nog een keer" in Page(response).text


def test_elsewhere_a_lost_token_gets_a_polite_page_without_what_was_typed():
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("account_login"), {"login": "a@b.example", "password": "PLANTED"}, headers=OURS)
    assert response.status_code == 403
    assert "Probeer het nog een keer" in Page(response).text
    assert "PLANTED" not in response.content.decode()


def test_pages_of_who_is_signed_in_are_kept_by_nobody(client):
    made = people.draft()
    client.force_login(made.author)
    for name in (
        "submission-detail",
        "submission-page",
        "submission-check",
        "submission-upload",
        "submission-workbook",
    ):
        assert client.get(address(name, made.reference))["Cache-Control"] == "private, no-store"
