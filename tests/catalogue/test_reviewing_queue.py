"""The queue of the editorial team, and who comes in."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.reviewing.deadlines import in_words
from submissions import actions
from submissions.choices import State, Tier
from submissions.models import Comment, Review, Submission
from tests import people
from tests.accounts.signing_in import sign_in
from tests.catalogue.desk import at, listed
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-30, "had 30 dagen geleden klaar moeten zijn"), (-2, "had 2 dagen geleden klaar moeten zijn"),
        (-1, "had gisteren klaar moeten zijn"), (0, "moet vandaag klaar zijn"), (1, "moet morgen klaar zijn"),
        (8, "over 8 dagen"),
    ],
)  # fmt: skip
def test_a_promise_is_told_in_words(days, words):
    assert in_words(days) == words


def due_in(submission, days):
    Submission.objects.filter(pk=submission.pk).update(due=timezone.localdate() + timedelta(days=days))
    return submission


def test_the_queue_puts_what_is_late_first_and_says_so(desk, reviewer):
    soon, late = due_in(people.submitted(), 3), due_in(people.in_review(name="Laat maar goed"), -1)
    today, mine = due_in(people.submitted(), 0), due_in(people.in_review(handler=reviewer), 9)
    people.in_state(State.DECLINED)
    answer = desk.get("/review")
    assert listed(answer) == [row.reference for row in (late, today, soon, mine)]
    text = Page(answer).text
    assert "had gisteren klaar moeten zijn" in text
    assert "moet vandaag klaar zijn" in text
    assert re.search(r"Laat maar goed.*Gemeente Verzonnen \d+ In behandeling ronde 1 mens-", text)
    assert answer["Cache-Control"] == "private, no-store"


def test_each_part_of_the_queue_lists_its_own(desk, reviewer):
    made = {
        state: people.in_state(state, handler=reviewer) for state in (State.SUBMITTED, State.IN_REVIEW, State.DECLINED)
    }
    of_another = due_in(people.in_review(), -4)
    expected = {
        "waiting": {made[State.SUBMITTED], made[State.IN_REVIEW], of_another},
        "mine": {made[State.IN_REVIEW]},
        "late": {of_another},
        "declined": {made[State.DECLINED]},
        "published": set(),
        "all": {*made.values(), of_another},
        "nonsense": {made[State.SUBMITTED], made[State.IN_REVIEW], of_another},
    }
    for show, rows in expected.items():
        assert set(listed(desk.get("/review", {"show": show}))) == {row.reference for row in rows}, show
    text = Page(desk.get("/review")).text
    assert "Wacht op ons : 3 Bij mij : 1 Te laat : 1 Ingediend : 1 In behandeling : 2 Afgewezen : 1 Alles : 4" in text


def test_the_queue_never_lists_a_draft_or_what_is_of_ones_own(desk, reviewer):
    own = people.organisation()
    people.join(reviewer, own)
    colleague = people.member(own)
    people.submitted(by=colleague)
    people.draft()
    taken_up = people.in_state(State.WITHDRAWN)
    actions.reopen_draft(taken_up, by=taken_up.author)
    there = people.submitted()
    assert listed(desk.get("/review?show=all")) == [there.reference]
    assert "Alles : 1" in Page(desk.get("/review")).text


@pytest.mark.parametrize("words", ["koken", "KOKEN", "Verweg", "reference", "ko\0ken", "  koken  "])
def test_the_queue_is_searched_by_reference_name_and_organisation(desk, words):
    wanted = people.submitted(name="Samen koken", by=people.member(people.organisation("Gemeente Verweg")))
    people.submitted(name="Fietsen maken")
    words = wanted.reference if words == "reference" else words
    found = listed(desk.get("/review", {"search": words, "show": "all"}))
    assert found == ([] if "\0" in words else [wanted.reference])


def test_a_long_queue_has_pages_and_a_literal_number_of_queries(desk, django_assert_num_queries):
    first = people.submitted()
    with django_assert_num_queries(5):
        desk.get("/review")
    made = [first.reference, *(people.submitted(tier=Tier.REPORT).reference for _number in range(27))]
    with django_assert_num_queries(5):
        page = desk.get("/review")
    rest = desk.get("/review?page=2")
    assert len(listed(page)) == 25
    assert sorted(listed(page) + listed(rest)) == sorted(made)
    assert listed(desk.get("/review?page=99")) == listed(rest)


@pytest.mark.parametrize(
    "path", ["/review", "/review/letters", "{0}", "{0}/publish", "{0}/claim", "{0}/checklist", "{0}/note"]
)
def test_nobody_else_comes_in(client, path):
    made = people.in_review()
    address = path.format(at(made))
    assert client.get(address)["Location"].startswith("/account/login?next=")
    sign_in(client, people.coordinator(made.organisation), second_step=True)
    assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    sign_in(client, people.admin())
    assert client.get(address).status_code == 302
    assert not Comment.objects.exists()


def test_ones_own_submission_does_not_exist_here(desk, reviewer):
    made = people.submitted(by=people.join(reviewer, people.organisation()))
    draft, unknown = people.draft(), "/review/W-ABCDEFGH"
    for address in (at(made), at(made, "/publish"), at(draft), unknown):
        assert desk.get(address).status_code == 404
    for part in ("/claim", "/checklist", "/message", "/note", "/publish"):
        assert desk.post(at(made, part), {"key": "x", "text": "Hallo"}).status_code == 404
    made.refresh_from_db()
    assert (made.state, Comment.objects.count()) == (State.SUBMITTED, 0)


def test_a_lost_session_loses_nothing_that_was_typed(client, reviewer):
    made = people.in_review(handler=reviewer)
    typed = {"seen": "1.1", "judgement-goals": "no", "comment-goals": "Een lange toelichting"}
    answer = client.post(at(made, "/checklist"), typed)
    assert answer.status_code == 401
    assert "Doelen Een lange toelichting" in Page(answer).text
    fields = {
        field["name"]: field["value"]
        for kind, field in Page(answer).fields
        if kind == "input" and field.get("type") == "hidden"
    }
    assert typed.items() <= fields.items()
    sign_in(client, reviewer, second_step=True)
    again = client.post(at(made, "/checklist"), fields | {"key": "abc"})
    assert (again.status_code, Review.objects.get().comment) == (302, "Een lange toelichting")
    client.logout()
    assert client.post(at(made, "/decline"), {"reason": "Hierom"}).status_code == 401
    assert client.post("/review/W-ABCDEFGH/decline", {"reason": "Hierom"}).status_code == 401
