"""One submission on one screen: what is shown, what is written, and what of that is never mixed up or lost."""

import re

import pytest

from letters.models import Letter
from submissions import actions, questions
from submissions.answers import reading
from submissions.choices import Aspect, Audience, Judgement, Kind, Move, State, Tier
from submissions.models import Comment, Decision, Review
from tests import people
from tests.accounts.signing_in import sign_in
from tests.catalogue.desk import all_in_order, at, keys
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def test_the_screen_has_everything_to_decide(desk, reviewer):
    made = people.in_review(
        handler=reviewer, tier=Tier.RESEARCH, name="Samen koken", goal="Bel mevrouw Jansen op 06-12345678.",
        sms_claimed="4", has_plan=True, measures_before_and_after=True, comparison_group="none",
    )  # fmt: skip
    text = Page(desk.get(at(made))).text
    for expected in (
        "In behandeling Nieuw initiatief · Onderzoek toevoegen", made.organisation.name, "Bij wie bij u", "Ronde 1",
        "Telefoonnummer bij Wat wilt u bereiken?", "06-12345678", "niveau 2 van 5",
        "De kleinste stap omhoog, naar niveau 3",
        "wordt niet openbaar", "Niet beantwoord:", "Indienen ronde 1", "Concept naar Ingediend",
    ):  # fmt: skip
        assert expected in text, expected
    for code, question in questions.all_questions(Kind.NEW).items():
        assert str(question.label) in text, code
        assert [
            words
            for words in reading.answer_shown(question, made.answers.get(code))
            if words.replace("\n", "") not in text
        ] == []


def test_the_screen_offers_exactly_the_moves_that_are_allowed(desk, reviewer, client):
    made = people.submitted()
    offered = re.compile(
        rf'"/review/{made.reference}/(claim|release|request-changes|decline|publish|reopen-review|archive|restore)"'
    )
    assert offered.findall(desk.get(at(made)).content.decode()) == ["claim"]
    actions.claim(made, by=reviewer)
    assert offered.findall(desk.get(at(made)).content.decode()) == ["publish", "request-changes", "decline", "release"]
    sign_in(client, people.reviewer(), second_step=True)
    assert offered.findall(client.get(at(made)).content.decode()) == []
    sign_in(client, people.editor(), second_step=True)
    assert offered.findall(client.get(at(made)).content.decode()) == ["release"]


def test_what_an_organisation_writes_after_it_was_asked_for_more_is_its_own_until_it_hands_in(desk, reviewer):
    made = people.in_state(State.CHANGES_REQUESTED, handler=reviewer, name="Eerste naam")
    changed = actions.save(made, {"name": "Tweede naam"}, version=made.version, by=made.author)
    text = Page(desk.get(at(made))).text
    assert "Eerste naam" in text
    assert "Tweede naam" not in text
    assert "U leest wat het laatst is ingediend" in text
    people.hand_in(changed)
    assert "Tweede naam" in Page(desk.get(at(made))).text


def test_who_was_erased_has_no_name(desk, reviewer):
    made = people.in_review(handler=reviewer)
    email = made.author.email
    made.author.delete()
    text = Page(desk.get(at(made))).text
    assert email not in text
    assert "iemand van wie de gegevens zijn gewist" in text


def test_the_difference_with_the_round_before_is_marked_by_the_word(desk, reviewer):
    made = people.in_state(State.CHANGES_REQUESTED, handler=reviewer, goal="Binnen twee jaar werk <b>vinden</b>.")
    changed = actions.save(made, {"goal": "Binnen een jaar werk <b>vinden</b>."}, version=made.version, by=made.author)
    before = desk.get(at(made)).content.decode()
    assert "Met de vorige ronde" not in before
    people.hand_in(changed)
    answer = desk.get(at(made))
    marked = re.search(r"<del>.*</ins>", answer.content.decode(), re.DOTALL)[0]
    assert "Binnen (weg: twee einde)(erbij: een einde) jaar werk <b>vinden</b>." in Page(answer).text
    assert ">twee<" in marked
    assert "&lt;b&gt;vinden&lt;/b&gt;" in answer.content.decode()
    assert "Met wat nu in de catalogus staat" not in answer.content.decode()


def test_a_change_is_held_beside_what_is_published(desk, reviewer):
    author = people.member()
    record = people.published(by=author, place="Voorbeeldstad").intervention
    made = people.draft(
        Kind.CHANGE,
        by=author,
        intervention=record,
        answers={"place": "Voorbeelddorp", "sms_claimed": "5"},
        tier=Tier.RESEARCH,
    )
    actions.claim(people.hand_in(made), by=reviewer)
    text = Page(desk.get(at(made))).text
    assert "Met wat nu in de catalogus staat" in text
    assert "(weg: Voorbeeldstad einde)(erbij: Voorbeelddorp einde)" in text
    confirm = Page(desk.get(at(made, "/publish"))).text
    assert "De oude versie blijft in de geschiedenis staan." in confirm
    assert "(erbij: Voorbeelddorp einde)" in confirm
    assert "Niveau 5" not in confirm
    made.refresh_from_db()
    actions.publish(people.judged(made), by=reviewer)
    assert "Met wat nu in de catalogus staat" not in Page(desk.get(at(made))).text


def test_the_checklist_is_kept_whole(desk, reviewer):
    made = people.in_review(handler=reviewer)
    posted = all_in_order() | {"judgement-goals": "partly", "comment-goals": "Zeg binnen\r\nwelke tijd."}
    answer = desk.post(at(made, "/checklist"), keys(desk, made, **posted))
    assert (answer.status_code, answer["Location"]) == (302, at(made, "?done=checklist"))
    kept = dict(Review.objects.values_list("aspect", "judgement"))
    assert kept == {aspect: "partly" if aspect == Aspect.GOALS else "yes" for aspect in Aspect}
    assert Review.objects.get(aspect=Aspect.GOALS).comment == "Zeg binnen\nwelke tijd."
    page = Page(desk.get(answer["Location"]))
    assert "De lijst is opgeslagen." in page.text
    assert ("judgement-goals", "partly") in page.checked()


def test_a_faulty_checklist_keeps_nothing_and_loses_nothing(desk, reviewer):
    made = people.in_review(handler=reviewer)
    posted = {
        "judgement-occasion": "no",
        "comment-goals": "Dit oordeel <b>mist</b>.",
        "judgement-approach": "yes",
        "judgement-research": "boo",
    }
    answer = desk.post(at(made, "/checklist"), keys(desk, made, **posted))
    page = Page(answer)
    assert answer.status_code == 400
    assert page.links["#judgement-occasion"] == ["Leg uit wat er ontbreekt bij “Aanleiding”."]
    assert page.links["#judgement-goals"] == ["Kies ja, deels of nee bij “Doelen”."]
    assert {"judgement-occasion", "judgement-goals"} <= set(page.ids)
    assert page.checked() == [("judgement-occasion", "no"), ("judgement-approach", "yes")]
    assert "Dit oordeel &lt;b&gt;mist&lt;/b&gt;." in answer.content.decode()
    assert not Review.objects.exists()


def test_what_was_found_in_an_earlier_round_stands_beside_it(desk, reviewer):
    made = people.in_review(handler=reviewer)
    actions.judge(made, {Aspect.GOALS: (Judgement.NO, "Welk doel?")}, by=reviewer)
    asked = actions.request_changes(made, reason="Welk doel?", by=reviewer)
    actions.claim(people.hand_in(asked), by=reviewer)
    page = Page(desk.get(at(made)))
    assert "Ronde 1: Nee. Welk doel?" in page.text
    assert page.checked() == []


def test_only_the_handler_fills_in_the_list_and_others_read_it(desk, reviewer):
    made = people.in_review()
    actions.judge(made, {Aspect.GOALS: (Judgement.NO, "Welk doel?")}, by=made.reviewer)
    assert "Doelen Nee Welk doel?" in Page(desk.get(at(made))).text
    answer = desk.post(
        at(made, "/checklist"), keys(desk, made, **{"judgement-goals": "yes", "comment-goals": "Kijk eens"})
    )
    assert answer.status_code == 409
    assert "Dit kan alleen wie de inzending behandelt" in Page(answer).text
    assert "Dit had u geschreven" in Page(answer).text
    assert "Kijk eens" in Page(answer).text
    assert Review.objects.get().judgement == Judgement.NO


def test_a_message_goes_to_the_organisation_and_a_note_to_nobody(desk, reviewer):
    made = people.in_review(handler=reviewer)
    before = Letter.objects.count()
    answer = desk.post(at(made, "/note"), keys(desk, made, text="Intern: belt met Utrecht"))
    assert answer["Location"] == at(made, "?done=note")
    assert Letter.objects.count() == before
    desk.post(at(made, "/message"), keys(desk, made, text="Vertel meer"))
    assert list(Comment.objects.values_list("text", "audience")) == [
        ("Intern: belt met Utrecht", Audience.INTERNAL), ("Vertel meer", Audience.AUTHOR),
    ]  # fmt: skip
    assert [mail.to for mail in Letter.objects.all()[before:]] == [made.author.email]
    text = desk.get(at(made)).content.decode()
    notes = text[text.index('id="notes"') : text.index('id="log"')]
    messages = text[text.index('id="messages"') : text.index('id="notes"')]
    assert ("Utrecht" in notes, "Utrecht" in messages) == (True, False)
    assert ("Vertel meer" in notes, "Vertel meer" in messages) == (False, True)


@pytest.mark.parametrize(("text", "why"), [(" ", "Schrijf eerst een bericht."), ("x" * 5001, "5000")])
def test_a_text_that_cannot_be_kept_comes_back(desk, reviewer, text, why):
    made = people.in_review(handler=reviewer)
    answer = desk.post(at(made, "/note"), keys(desk, made, text=text))
    page = Page(answer)
    assert answer.status_code == 400
    assert why in page.links["#text-note"][0]
    assert text.strip() in answer.content.decode()
    assert not Comment.objects.exists()


def test_a_nul_is_left_out(desk, reviewer):
    made = people.in_review(handler=reviewer)
    assert desk.post(at(made, "/note"), keys(desk, made, text="ab\0cd")).status_code == 302
    assert Comment.objects.get().text == "abcd"


def test_a_double_click_does_it_once(desk, reviewer):
    made = people.submitted()
    posted = keys(desk, made, text="Dag")
    assert [desk.post(at(made, "/note"), posted).status_code for _click in range(3)] == [302, 302, 302]
    assert Comment.objects.count() == 1
    changed = desk.post(at(made, "/note"), posted | {"text": "Dag en nacht"})
    assert (changed.status_code, Comment.objects.count()) == (409, 1)
    assert "Dag en nacht" in Page(changed).text
    posted = keys(desk, made)
    assert [desk.post(at(made, "/claim"), posted).status_code for _click in range(3)] == [302, 302, 302]
    assert Decision.objects.filter(move=Move.CLAIM).count() == 1
