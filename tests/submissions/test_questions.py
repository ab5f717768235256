"""The questions themselves.

Each whole, each code once, each tier with what it promises, and options from the catalogue.
"""

import re
from dataclasses import replace

import pytest
from django.utils import translation

from submissions import questions
from submissions.answers.reading import from_cell
from submissions.answers.validity import valid
from submissions.choices import Kind, Tier
from submissions.questions.declaration import Form

pytestmark = pytest.mark.usefixtures("catalogue_data")

EVERY = [
    pytest.param(kind, question, id=f"{kind}-{question.code}")
    for kind in Kind
    for question in questions.all_questions(kind).values()
]
SHORT = {
    "basics": ["name", "summary", "place", "status", "why_stopped", "start"],
    "goal": ["goal"],
    "target-group": ["for_whom"],
    "approach": ["approach"],
    "evaluation": ["has_plan", "why_no_plan"],
    "difference": ["different_because"],
}
DESIGN = [
    ("has_plan", "yes-no"),
    ("why_no_plan", "text"),
    ("measures_before_and_after", "yes-no"),
    ("comparison_group", "choice"),
    ("controls_for_differences", "yes-no"),
    ("drawn_by_lot", "yes-no"),
    ("plan_participants", "number"),
    ("plan_months", "number"),
    ("plan_start", "date"),
    ("plan_results", "date"),
    ("plan_evaluator", "line"),
]


def codes(kind, tier):
    return {page.code: [question.code for question in page.questions] for page in questions.pages(kind, tier)}


def test_reporting_asks_little():
    assert codes(Kind.NEW, Tier.REPORT) == SHORT


def test_describing_in_full_asks_every_topic_but_research():
    assert list(codes(Kind.NEW, Tier.DESCRIBE)) == [
        "basics",
        "occasion",
        "goal",
        "target-group",
        "approach",
        "execution",
        "cooperation",
        "costs",
        "conditions",
        "working-elements",
        "evaluation",
        "transferability",
        "difference",
    ]


@pytest.mark.parametrize("kind", Kind)
def test_each_tier_includes_the_one_before_it(kind):
    asked = [{code for page in codes(kind, tier).values() for code in page} for tier in Tier]
    assert asked[0] <= asked[1] <= asked[2] == set(questions.all_questions(kind))


def test_adding_research_asks_one_more_topic():
    assert [code for code in codes(Kind.NEW, Tier.RESEARCH) if code not in codes(Kind.NEW, Tier.DESCRIBE)] == [
        "research"
    ]


def test_a_change_asks_the_same_but_needs_only_a_name():
    new, change = questions.all_questions(Kind.NEW), questions.all_questions(Kind.CHANGE)
    assert set(new) - set(change) == {"different_because"}
    assert [code for code, question in change.items() if question != replace(new[code], needed=question.needed)] == []
    needed = [
        question.code
        for page in questions.pages(Kind.CHANGE, Tier.DESCRIBE)
        for question in page.questions
        if question.needed
    ]
    assert needed == ["name"]


def test_an_experience_asks_the_same_whatever_the_tier():
    assert codes(Kind.EXPERIENCE, Tier.REPORT) == codes(Kind.EXPERIENCE, Tier.RESEARCH)
    assert list(codes(Kind.EXPERIENCE, Tier.REPORT)) == ["practice", "results", "verdict"]


def test_the_evaluation_plan_has_the_codes_of_the_wizard():
    page = questions.page_of(Kind.NEW, Tier.DESCRIBE, "evaluation")
    assert [(question.code, question.form) for question in page.questions] == DESIGN
    assert [code for code, _label in questions.options(page.questions[3])] == [
        "none",
        "earlier-participants",
        "similar-people",
        "same-pool",
    ]


def test_a_page_that_is_not_asked_is_not_found():
    assert questions.page_of(Kind.NEW, Tier.REPORT, "costs") is None
    assert questions.page_of(Kind.EXPERIENCE, Tier.RESEARCH, "basics") is None


@pytest.mark.parametrize("kind", Kind)
def test_no_code_is_used_twice(kind):
    asked = [question.code for page in questions.pages(kind, Tier.RESEARCH) for question in page.questions]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(("kind", "question"), EVERY)
def test_a_question_is_a_question_with_a_good_example(kind, question):
    assert re.fullmatch(r"[a-z0-9_]+", question.code)
    assert re.search(r"[?]$", str(question.label))
    assert "effectief" not in f"{question.label} {question.help} {question.example}".lower()
    assert str(question.example)


@pytest.mark.parametrize(("kind", "question"), EVERY)
def test_an_example_is_itself_a_right_answer(kind, question):
    assert from_cell(question, str(question.example)) is not None


@pytest.mark.parametrize(("kind", "question"), EVERY)
def test_what_can_be_chosen_is_there_and_fits_a_cell(kind, question):
    offered = questions.options(question)
    assert bool(offered) is (question.form in (Form.CHOICE, Form.CHOICES, Form.YES_NO))
    assert [label for code, label in offered if not code or not label or ";" in label] == []
    assert len({code for code, _label in offered}) == len(offered) == len({label for _code, label in offered})
    assert not {"unknown", "not-stated"} & {code for code, _label in offered}


def test_every_option_of_a_question_can_be_kept():
    for question in questions.all_questions(Kind.NEW).values():
        offered = [code for code, _label in questions.options(question)]
        if question.form == Form.CHOICES:
            assert valid(question, offered) == offered
        elif question.form == Form.CHOICE:
            assert [valid(question, code) for code in offered] == offered


def test_target_groups_are_shown_under_their_headings_which_cannot_be_chosen():
    groups = dict(questions.grouped_options(questions.all_questions(Kind.NEW)["target_groups"]))
    assert list(groups)[:4] == ["Reden van migratie en status", "Generatie en herkomst", "Gender", "Leeftijd"]
    assert groups["Gender"][:2] == [("women", "Vrouwen"), ("men", "Mannen")]
    # What is narrower stands right after what it is narrower than, wherever it stands in the fixtures.
    status = [code for code, _label in groups["Reden van migratie en status"]]
    assert status[status.index("refugees") + 1] == "status-holders"
    flat = dict(questions.options(questions.all_questions(Kind.NEW)["target_groups"]))
    assert (flat["women"], flat["young-people"]) == ("Gender: Vrouwen", "Leeftijd: Jongeren")
    assert not {"gender", "age", "migration-status"} & set(flat)


def test_a_broader_term_that_is_a_thing_itself_can_be_chosen():
    offered = questions.options(questions.all_questions(Kind.NEW)["components"])
    assert offered[:2] == [
        ("language-and-introduction-courses", "Taal- en introductiecursussen"),
        ("language-training", "Taaltraining"),
    ]


def test_options_speak_the_language_of_the_visitor():
    with translation.override("en"):
        new = questions.all_questions(Kind.NEW)
        assert dict(questions.options(new["target_groups"]))["women"] == "Gender: Women"
        assert dict(questions.options(new["intervention_types"]))["directed"] == "Directed"
    assert dict(questions.options(new["intervention_types"]))["directed"] == "Gestuurd"
