"""What differs: from what is published, from the round before, and word by word."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from submissions import actions
from submissions.answers import differences
from submissions.answers.differences import AnswerChange, Difference, Mark, Piece
from submissions.choices import Kind
from tests import factories, people
from tests.submissions import published


def text(pieces, *marks):
    return "".join(piece.text for piece in pieces if piece.mark in marks)


def test_words_are_marked():
    assert differences.marked("een vaste coach", "een nieuwe vaste coach erbij") == [
        Piece(Mark.SAME, "een"),
        Piece(Mark.ADDED, " nieuwe"),
        Piece(Mark.SAME, " vaste coach"),
        Piece(Mark.ADDED, " erbij"),
    ]
    assert differences.marked("", "nieuw") == [Piece(Mark.ADDED, "nieuw")]
    assert differences.marked("oud", "") == [Piece(Mark.REMOVED, "oud")]
    assert differences.marked("", "") == []


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_the_pieces_make_both_texts_again(before, after):
    pieces = differences.marked(before, after)
    assert text(pieces, Mark.SAME, Mark.REMOVED) == before
    assert text(pieces, Mark.SAME, Mark.ADDED) == after


def test_a_very_long_text_is_shown_whole():
    before, after = "a b " * 2000, "b a " * 2000
    assert [piece.mark for piece in differences.marked(before, after)] == [Mark.REMOVED, Mark.ADDED]


@pytest.mark.django_db
def test_answers_differ_as_a_reader_sees_them():
    published.vocabularies()
    before = {
        "name": "Oud",
        "status": "running",
        "conditions": ["Geld.", "Tijd."],
        "participants": 5,
        "has_plan": False,
    }
    after = {
        "name": "Oud",
        "status": "stopped",
        "conditions": ["Geld.", "Moed.", "Rust."],
        "participants": 0,
        "start": "2024-05",
    }
    after |= {"target_groups": ["women"], "obstacles": [], "goal": ""}
    assert differences.between(before, after, Kind.NEW) == [
        Difference(
            code="status", label="Hoe ver is het initiatief nu?", before=["Lopend"], after=["Gestopt"],
            change=AnswerChange.CHANGED,
            pieces=[[Piece(Mark.REMOVED, "Lopend"), Piece(Mark.ADDED, "Gestopt")]],
        ),
        Difference(
            code="start", label="Wanneer is het begonnen, of wanneer begint het?", before=[], after=["mei 2024"],
            change=AnswerChange.ADDED,
            pieces=[[Piece(Mark.ADDED, "mei 2024")]],
        ),
        Difference(
            code="target_groups", label="Welke groepen horen daarbij?", before=[], after=["Begrip women"],
            change=AnswerChange.ADDED,
            pieces=[[Piece(Mark.ADDED, "Begrip women")]],
        ),
        Difference(
            code="participants", label="Hoeveel mensen hebben tot nu toe meegedaan?", before=["5"], after=["0"],
            change=AnswerChange.CHANGED,
            pieces=[[Piece(Mark.REMOVED, "5"), Piece(Mark.ADDED, "0")]],
        ),
        Difference(
            code="conditions", label="Wat is er nodig om dit te kunnen doen?",
            before=["Geld.", "Tijd."], after=["Geld.", "Moed.", "Rust."],
            change=AnswerChange.CHANGED,
            pieces=[
                [Piece(Mark.SAME, "Geld.")],
                [Piece(Mark.REMOVED, "Tijd."), Piece(Mark.ADDED, "Moed.")],
                [Piece(Mark.ADDED, "Rust.")],
            ],
        ),
        Difference(
            code="has_plan", label="Is er een plan om te onderzoeken wat het initiatief uitmaakt?",
            before=["Nee"], after=[],
            change=AnswerChange.REMOVED,
            pieces=[[Piece(Mark.REMOVED, "Nee")]],
        ),
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_change_differs_from_what_is_published_now():
    published.vocabularies()
    first = published.new()
    slow = published.change(first, publish=False, place="Oost", lessons=None)
    published.change(first, scope="regional")
    with translation.override("nl"):
        found = differences.proposed_differences(slow)
    assert [(row.code, list(row.before), list(row.after), row.change) for row in found] == [
        ("place", ["Verzonnen Noord"], ["Oost"], AnswerChange.CHANGED),
        ("lessons", ["Begin klein."], [], AnswerChange.REMOVED),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Kind.NEW, Kind.EXPERIENCE])
def test_nothing_is_published_to_differ_from(kind):
    assert (
        differences.proposed_differences(
            people.draft(kind, intervention=None if kind == Kind.NEW else factories.InterventionFactory())
        )
        == []
    )


@pytest.mark.django_db
def test_a_round_differs_from_the_round_before():
    made = people.in_review(Kind.EXPERIENCE, answers={"place": "Noord"})
    assert differences.since_last_round(made) == []
    made = actions.request_changes(made, reason="Waar precies?", by=made.reviewer)
    made = actions.save(made, {"place": "Noord, wijk Zuid"}, version=made.version, by=made.author)
    assert differences.since_last_round(made) == []
    made = actions.submit(made, permission=True, version=made.version, by=made.author)
    assert [(row.code, list(row.before), list(row.after)) for row in differences.since_last_round(made)] == [
        ("place", ["Noord"], ["Noord, wijk Zuid"])
    ]
