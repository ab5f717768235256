"""The outbox, as admins see it."""

import re

import pytest
from django.utils import timezone

from letters.models import Letter
from submissions.choices import Tier
from tests import people
from tests.accounts.signing_in import sign_in
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    """A browser of an admin who used the second step."""
    return sign_in(client, people.admin(), second_step=True)


def letter(number=1, **fields):
    return Letter.objects.create(
        to=f"mens-{number}@voorbeeld.example", subject=f"Brief {number}", body="https://voorbeeld.example/k3y", **fields
    )


def test_the_outbox_is_listed_without_what_is_in_it(office):
    now = timezone.now()
    letter(1, holds_secret=True)
    letter(2, attempts=2, last_error="ConnectionRefusedError")
    letter(3, attempts=6, gave_up=now)
    letter(4, sent=now, attempts=1)
    answer = office.get("/review/letters")
    text = Page(answer).text
    assert [number for number in range(1, 5) if f"Brief {number}" in text] == [1, 2, 3]
    assert text.index("Brief 3") < text.index("Brief 2") < text.index("Brief 1")
    assert "ConnectionRefusedError" in text
    assert "k3y" not in answer.content.decode()
    for show, expected in {"waiting": [1], "failed": [2], "gave-up": [3], "sent": [4]}.items():
        text = Page(office.get("/review/letters", {"show": show})).text
        assert [number for number in range(1, 5) if f"Brief {number}" in text] == expected


def test_a_letter_is_tried_again(office):
    given_up, sent = letter(1, attempts=6, gave_up=timezone.now()), letter(2, attempts=1, sent=timezone.now())
    assert [office.post(f"/review/letters/{given_up.pk}")["Location"] for _click in range(2)] == [
        "/review/letters?done=again"
    ] * 2
    office.post(f"/review/letters/{sent.pk}")
    given_up.refresh_from_db()
    sent.refresh_from_db()
    assert (given_up.gave_up, given_up.attempts, sent.attempts) == (None, 0, 1)
    assert office.post("/review/letters/999999").status_code == 404
    assert office.get(f"/review/letters/{sent.pk}")["Location"] == "/review/letters"


def test_letters_have_pages_and_a_literal_number_of_queries(office, django_assert_num_queries):
    letter(0, about=people.submitted(tier=Tier.REPORT).reference)
    Letter.objects.exclude(subject="Brief 0").delete()
    with django_assert_num_queries(6):
        office.get("/review/letters")
    for number in range(1, 30):
        letter(number)
    with django_assert_num_queries(6):
        page = office.get("/review/letters")
    assert len(re.findall("<tr>", page.content.decode())) == 26
    assert "Brief 29" in Page(office.get("/review/letters?page=2")).text


def test_letters_are_for_admins(client):
    made = letter()
    for user in (people.reviewer(), people.editor()):
        sign_in(client, user, second_step=True)
        assert client.get("/review/letters").status_code == 404
        assert client.post(f"/review/letters/{made.pk}").status_code == 404
        assert "/review/letters" not in client.get("/review").content.decode()
