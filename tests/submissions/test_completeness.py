"""What keeps a submission from being handed in, in the order of its pages; and how far each page is."""

import pytest

from submissions import questions
from submissions.answers.completeness import faults_of, progress
from submissions.choices import Kind, Tier
from submissions.models import Submission

pytestmark = pytest.mark.usefixtures("catalogue_data")

PERMISSION = ("permission", "Geef toestemming om de antwoorden te publiceren.")
REPORT = {
    "name": "Koken voor werk",
    "summary": "Nieuwkomers leren koken.",
    "place": "Voorbeeldstad",
    "status": "running",
    "start": "2024",
    "goal": "Twaalf mensen aan het werk.",
    "for_whom": "Nieuwkomers",
    "approach": "Zij werken in een keuken.",
    "has_plan": True,
}
DESCRIBE = REPORT | {
    "scope": "local",
    "occasion": "Er is te weinig taalles.",
    "success_measures": ["placements"],
    "target_groups": ["women"],
    "intervention_types": ["directed"],
    "executor": "Stichting Voorbeeld",
    "conditions": ["Een keuken"],
    "measures_before_and_after": True,
    "comparison_group": "none",
    "needed_elsewhere": "Een keuken",
}
RESEARCH = DESCRIBE | {
    "research_title": "Leren in de keuken",
    "research_authors": ["Hogeschool Voorbeeldstad"],
    "research_published": "2025",
    "research_measured": "Werk na een jaar",
    "research_success_measures": ["placements"],
    "research_effect": "none",
    "research_result": "Geen verschil",
}
EXPERIENCE = {"place": "Voorbeeldstad", "start": "2023", "lessons_learned": "Begin op tijd.", "would_do_again": False}


def made(answers, kind=Kind.NEW, tier=Tier.REPORT):
    return Submission(
        kind=kind, tier=tier, answers={code: value for code, value in answers.items() if value is not None}
    )


def wrong(answers, kind=Kind.NEW, tier=Tier.REPORT, permission=True):
    return [tuple(fault) for fault in faults_of(made(answers, kind, tier), permission=permission)]


@pytest.mark.parametrize(
    ("kind", "tier", "answers"),
    [
        (Kind.NEW, Tier.REPORT, REPORT),
        (Kind.NEW, Tier.DESCRIBE, DESCRIBE),
        (Kind.NEW, Tier.RESEARCH, RESEARCH),
        (Kind.CHANGE, Tier.DESCRIBE, {"name": "Koken voor werk"}),
        (Kind.EXPERIENCE, Tier.REPORT, EXPERIENCE),
    ],
)
def test_what_is_needed_is_exactly_this(kind, tier, answers):
    assert wrong(answers, kind, tier) == []
    assert wrong(answers, kind, tier, permission=False) == [PERMISSION]
    order = [question.code for page in questions.pages(kind, tier) for question in page.questions]
    # Leave out everything: each is missed, in the order of the pages; `has_plan` brings the questions about the plan.
    missed = [code for code, _text in wrong({}, kind, tier)]
    assert missed == [
        code for code in order if code in answers and code not in ("measures_before_and_after", "comparison_group")
    ]
    # Leave out one: only that one is missed.
    for code in set(answers) - {"has_plan"}:
        assert [missed for missed, _text in wrong(answers | {code: None}, kind, tier)] == [code]


def test_a_missing_answer_names_its_question():
    assert wrong(REPORT | {"goal": None, "name": None}, permission=False) == [
        ("name", "Beantwoord de vraag “Hoe heet het initiatief?”"),
        ("goal", "Beantwoord de vraag “Wat wilt u bereiken?”"),
        PERMISSION,
    ]


NO_REASON = [("why_no_plan", "Leg uit waarom er geen plan voor onderzoek is.")]
NO_DESIGN = [
    ("measures_before_and_after", "Beantwoord deze vraag: u schrijft dat er een plan is."),
    ("comparison_group", "Beantwoord deze vraag: u schrijft dat er een plan is."),
]
PLAN_LATE = [("plan_results", "De resultaten komen vóór het begin van het onderzoek. Controleer beide datums.")]


@pytest.mark.parametrize(
    ("tier", "changed", "expected"),
    [
        (Tier.REPORT, {"has_plan": False}, NO_REASON),
        (Tier.REPORT, {"has_plan": False, "why_no_plan": "Te klein."}, []),
        (Tier.DESCRIBE, {"has_plan": False}, NO_REASON),
        (Tier.DESCRIBE, {"has_plan": False, "why_no_plan": "Te klein.", "comparison_group": None}, []),
        (Tier.DESCRIBE, {"measures_before_and_after": None, "comparison_group": None}, NO_DESIGN),
        (Tier.DESCRIBE, {"measures_before_and_after": False, "comparison_group": "none"}, []),
        (Tier.DESCRIBE, {"plan_start": "2025-09", "plan_results": "2025-08"}, PLAN_LATE),
        (Tier.DESCRIBE, {"plan_start": "2025-09", "plan_results": "2024"}, PLAN_LATE),
        (Tier.DESCRIBE, {"plan_start": "2025-09", "plan_results": "2025"}, []),
    ],
)
def test_a_new_initiative_has_a_plan_or_says_why_not(tier, changed, expected):
    assert wrong(DESCRIBE | changed, tier=tier) == expected


def test_a_change_needs_no_plan():
    assert wrong({"name": "Koken", "has_plan": False}, Kind.CHANGE, Tier.DESCRIBE) == []


BEFORE = "Het einde ligt vóór het begin. Controleer beide datums."
IMPRECISE = "Geef het einde net zo precies als het begin, bijvoorbeeld met de maand erbij."


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024", "2024", None),
        ("2024", "2024-05", None),
        ("2024-05-17", "2024-05-17", None),
        ("2024-05", "2025", None),
        ("2024", "2023", BEFORE),
        ("2024-05", "2023", BEFORE),
        ("2024", "2023-12-31", BEFORE),
        ("2024-05-17", "2024-05-16", BEFORE),
        ("2024-05", "2024", IMPRECISE),
        ("2024-05-17", "2024-05", IMPRECISE),
    ],
)
def test_an_end_is_told_precisely_enough_to_come_after_the_start(start, end, text):
    expected = [("end", text)] if text else []
    assert wrong(DESCRIBE | {"start": start, "end": end}, tier=Tier.DESCRIBE) == expected
    assert wrong(EXPERIENCE | {"start": start, "end": end}, Kind.EXPERIENCE) == expected


def test_what_stopped_says_why():
    stopped = REPORT | {"status": "stopped"}
    assert wrong(stopped) == [("why_stopped", "Leg uit waarom het initiatief gestopt is. Anderen leren daarvan.")]
    assert wrong(stopped | {"why_stopped": "Geen geld."}) == []


def test_nobody_is_counted_who_did_not_enter():
    numbers = {"left": 11, "in_work_after_6_months": 10, "in_work_after_12_months": 12, "in_work_after_24_months": None}
    text = "Dit zijn meer mensen dan er begonnen (10). Controleer beide getallen."
    assert wrong(EXPERIENCE | numbers | {"entered": 10}, Kind.EXPERIENCE) == [
        ("left", text),
        ("in_work_after_12_months", text),
    ]
    assert wrong(EXPERIENCE | numbers, Kind.EXPERIENCE) == []
    assert wrong(EXPERIENCE | numbers | {"entered": 0, "left": 0, "in_work_after_6_months": 0}, Kind.EXPERIENCE) == [
        ("in_work_after_12_months", text.replace("10", "0"))
    ]


def test_an_answer_that_the_catalogue_no_longer_offers_is_named():
    assert wrong(DESCRIBE | {"target_groups": ["women", "gone"]}, tier=Tier.DESCRIBE) == [
        ("target_groups", "Dit staat niet in de lijst: gone. Kies uit de lijst.")
    ]


def test_answers_that_this_tier_does_not_ask_are_no_reason_to_refuse():
    assert wrong(REPORT | {"end": "1999", "target_groups": ["gone"]}) == []


def test_each_page_tells_how_far_it_is():
    assert progress(made({}, tier=Tier.DESCRIBE)) == dict.fromkeys(
        [page.code for page in questions.pages(Kind.NEW, Tier.DESCRIBE)], "todo"
    )
    some = {"name": "Koken", "goal": "Werk", "success_measures": ["placements"], "budget": 0, "has_plan": False}
    assert progress(made(some, tier=Tier.DESCRIBE)) == {
        "basics": "started",
        "occasion": "todo",
        "goal": "done",
        "target-group": "todo",
        "approach": "todo",
        "execution": "todo",
        "cooperation": "todo",
        "costs": "done",
        "conditions": "todo",
        "working-elements": "todo",
        "evaluation": "started",
        "transferability": "todo",
        "difference": "todo",
    }
    assert set(progress(made(REPORT)).values()) == {"done", "todo"}
    assert [code for code, state in progress(made(REPORT)).items() if state == "todo"] == ["difference"]


def test_a_page_with_answers_that_contradict_each_other_is_not_done():
    assert progress(made(EXPERIENCE | {"entered": 1, "left": 2}, Kind.EXPERIENCE)) == {
        "practice": "done",
        "results": "started",
        "verdict": "done",
    }
