"""Decisions: made once, by the right one, about what they saw."""

import pytest

from submissions import actions
from submissions.choices import Aspect, Judgement, Kind, Move, State, Tier
from submissions.models import Decision, Submission
from tests import people
from tests.accounts.signing_in import sign_in
from tests.catalogue.desk import all_in_order, at, keys
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def test_a_submission_goes_back_and_forth_until_it_is_declined_and_reopened(desk, reviewer):
    made = people.submitted()
    made_moves = []

    def make(move, **posted):
        nonlocal made
        made.refresh_from_db()
        answer = desk.post(at(made, f"/{move}"), keys(desk, made, **posted))
        assert (answer.status_code, answer["Location"]) == (302, at(made, f"?done={move}")), answer.content.decode()
        made_moves.append(move)

    make(Move.CLAIM)
    make(Move.RELEASE)
    make(Move.CLAIM)
    make(Move.REQUEST_CHANGES, reason="Vertel meer.")
    made.refresh_from_db()
    people.hand_in(made)
    make(Move.CLAIM)
    make(Move.DECLINE, reason="Past niet.")
    make(Move.REOPEN_REVIEW, reason="Toch wel.")
    made.refresh_from_db()
    assert (made.state, made.reviewer, made.round) == (State.IN_REVIEW, reviewer, 2)
    by_us = made.decisions.filter(by=reviewer)
    assert list(by_us.values_list("move", flat=True)) == made_moves
    assert [reason for reason in by_us.values_list("reason", flat=True) if reason] == [
        "Vertel meer.",
        "Past niet.",
        "Toch wel.",
    ]
    text = Page(desk.get(at(made))).text
    assert text.index("Toch wel.") < text.index("Past niet.") < text.index("Vertel meer.")


@pytest.mark.parametrize("move", [Move.REQUEST_CHANGES, Move.DECLINE])
def test_a_decision_without_a_reason_says_what_to_do(desk, reviewer, move):
    made = people.in_review(handler=reviewer)
    answer = desk.post(at(made, f"/{move}"), keys(desk, made, reason="  "))
    assert answer.status_code == 409
    assert Page(answer).links[f"#reason-{move}"] == ["Leg uit waarom. De indiener leest dit."]
    assert Submission.objects.get(pk=made.pk).state == State.IN_REVIEW


def test_a_move_that_comes_too_late_says_why_and_keeps_what_was_typed(desk, reviewer):
    made = people.in_review(handler=reviewer)
    posted = keys(desk, made, reason="Een lange uitleg")
    actions.withdraw(made, by=made.author)
    answer = desk.post(at(made, "/decline"), posted)
    text = Page(answer).text
    assert answer.status_code == 409
    assert "Dit kan niet meer: de inzending is nu “Ingetrokken”." in text
    assert "Een lange uitleg" in text


def test_nobody_decides_about_what_they_did_not_see(desk, reviewer):
    made = people.in_review(handler=reviewer)
    actions.judge(made, dict.fromkeys(Aspect, (Judgement.YES, "")), by=reviewer)
    old = keys(desk, made, reason="Weg ermee")
    taken = actions.reopen_draft(actions.withdraw(made, by=made.author), by=made.author)
    changed = actions.save(taken, {"name": "Iets heel anders"}, version=taken.version, by=made.author)
    actions.claim(people.hand_in(changed), by=reviewer)
    for part in ("/decline", "/request-changes", "/publish"):
        answer = desk.post(at(made, part), old)
        assert answer.status_code == 409
        assert "veranderd sinds u deze pagina opende" in Page(answer).text
        assert "Weg ermee" in Page(answer).text
    assert Submission.objects.get(pk=made.pk).state == State.IN_REVIEW


@pytest.mark.parametrize("move", ["submit", "withdraw", "reopen-draft", "archief"])
def test_what_is_not_ours_to_do_does_not_exist(desk, reviewer, move):
    assert desk.post(at(people.in_review(handler=reviewer), f"/{move}"), {"key": "abc"}).status_code == 404


def test_a_colleague_cannot_decide(desk):
    made = people.in_review()
    answer = desk.post(at(made, "/decline"), keys(desk, made, reason="Ik vind van niet"))
    assert answer.status_code == 409
    assert "Neem haar eerst zelf in behandeling" in Page(answer).text
    assert "Ik vind van niet" in Page(answer).text


def test_who_follows_the_address_of_a_form_lands_on_the_submission(desk):
    made = people.submitted()
    assert desk.get(at(made, "/claim"))["Location"] == at(made)


def test_publishing_asks_once_more_and_shows_what_becomes_public(desk, reviewer):
    made = people.in_review(
        handler=reviewer, tier=Tier.RESEARCH, name="Samen koken", goal="Mail jan@voorbeeld.example.", sms_claimed="4"
    )
    early = desk.get(at(made, "/publish"))
    assert "Publiceren kan nu niet" in Page(early).text
    assert "Ja, publiceren" not in Page(early).text
    refused = desk.post(at(made, "/publish"), keys(desk, made))
    assert (refused.status_code, "Beoordeel eerst alle aspecten" in Page(refused).text) == (409, True)
    posted = all_in_order() | {"judgement-goals": "partly", "comment-goals": "Wel wat vaag."}
    desk.post(at(made, "/checklist"), keys(desk, made, **posted))
    text = Page(desk.get(at(made, "/publish"))).text
    assert "jan@voorbeeld.example" in text
    assert "Doelen: Deels. Wel wat vaag." in text
    assert "Niveau 4" not in text
    posted = keys(desk, made)
    assert [desk.post(at(made, "/publish"), posted).status_code for _click in range(2)] == [302, 302]
    made.refresh_from_db()
    assert (made.state, Decision.objects.filter(move=Move.PUBLISH).count()) == (State.PUBLISHED, 1)
    assert f"/interventions/{made.intervention.slug}" in Page(desk.get(at(made))).links


def test_a_report_is_not_published(desk, reviewer):
    made = people.judged(people.in_review(handler=reviewer, tier=Tier.REPORT))
    assert "Vraag de organisatie om een volledige beschrijving" in Page(desk.get(at(made, "/publish"))).text
    answer = desk.post(at(made, "/publish"), keys(desk, made))
    assert (answer.status_code, Submission.objects.get(pk=made.pk).state) == (409, State.IN_REVIEW)


def test_an_editor_archives_and_puts_back(client):
    made = people.published()
    editing = sign_in(client, people.editor(), second_step=True)
    assert editing.post(at(made, "/archive"), keys(editing, made, reason="Klopt niet meer.")).status_code == 302
    assert Submission.objects.get(pk=made.pk).state == State.ARCHIVED
    assert "niet zichtbaar voor bezoekers" in Page(editing.get(at(made))).text
    assert editing.post(at(made, "/restore"), keys(editing, made, reason="Toch wel.")).status_code == 302
    assert Submission.objects.get(pk=made.pk).state == State.PUBLISHED


def test_an_experience_is_reviewed_on_the_same_screen(desk, reviewer):
    made = people.in_review(Kind.EXPERIENCE, handler=reviewer)
    text = Page(desk.get(at(made))).text
    assert "Lijkt op wat er al is" not in text
    assert "Plan voor onderzoek" not in text
    assert "Zij telt niet mee in het oordeel." in Page(desk.get(at(made, "/publish"))).text
