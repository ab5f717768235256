"""The level wizard against a table worked by hand from the report."""

from dataclasses import astuple, replace
from itertools import product

import pytest
from django.utils import translation

from evidence.choices import EditorialState
from evidence.models import Intervention, Study
from submissions.advice import study_design
from submissions.advice.study_design import StudyPlan, from_answers, level_of, next_step
from submissions.advice.study_examples import example
from submissions.questions.choices import ComparisonGroup as Group

# Risbo 2023, §2.2 “Onderzoeken langs de Maryland SMS-meetlat”, sentence by sentence (our English): 1  “correlations …
# at a single measurement” 2  “measured before and after an intervention, without another group to compare with” 3
# “besides before and after also a comparison with another group” 4  “quasi-experimental … also controlled for other
# relevant variables. The comparison group is a control group, that is a group with like characteristics” 5
# “experimental …, before and after in both groups, control for disturbing variables and randomised assignment” 0
# stands in Bijlage 3 for a report that is no study; here: a plan that does not say how it measures. Columns: controls
# no / lot no — controls no / lot yes — controls yes / lot no — controls yes / lot yes.
BY_HAND = {
    # Measured once: every level from 2 on asks for before and after, so whatever else is done, this is level 1.
    (False, Group.NONE): (1, 1, 1, 1),
    (False, Group.EARLIER_PARTICIPANTS): (1, 1, 1, 1),
    (False, Group.SIMILAR_PEOPLE): (1, 1, 1, 1),
    (False, Group.SAME_POOL): (1, 1, 1, 1),
    # Before and after, nobody else: level 2. There is nobody to control with or to draw against.
    (True, Group.NONE): (2, 2, 2, 2),
    # Another group that need not be alike: level 3 is as high as it goes, since 4 asks for “like characteristics”.
    (True, Group.EARLIER_PARTICIPANTS): (3, 3, 3, 3),
    # A like group: 4 when controlled, else 3. It is from elsewhere, so no lot has put anyone in it.
    (True, Group.SIMILAR_PEOPLE): (3, 3, 4, 4),
    # Those who applied too: 4 when controlled, 5 when also drawn by lot.
    # A lot without control lacks what both 4 and 5 name.
    (True, Group.SAME_POOL): (3, 3, 4, 5),
    # Nothing said about measuring.
    (None, Group.NONE): (0, 0, 0, 0),
    (None, Group.EARLIER_PARTICIPANTS): (0, 0, 0, 0),
    (None, Group.SIMILAR_PEOPLE): (0, 0, 0, 0),
    (None, Group.SAME_POOL): (0, 0, 0, 0),
}
COLUMNS = tuple(product((False, True), (False, True)))
EVERY_PLAN = [
    (
        StudyPlan(
            measures_before_and_after=measures,
            comparison_group=group,
            controls_for_differences=controls,
            drawn_by_lot=lot,
        ),
        level,
    )
    for (measures, group), row in BY_HAND.items()
    for (controls, lot), level in zip(COLUMNS, row, strict=True)
]


def test_the_table_holds_every_combination():
    asked = {astuple(plan)[:4] for plan, _level in EVERY_PLAN}
    assert asked == set(product((None, False, True), Group, (False, True), (False, True)))
    assert len(EVERY_PLAN) == 48


@pytest.mark.parametrize(("plan", "level"), EVERY_PLAN)
def test_every_plan_reaches_the_level_of_the_report(plan, level):
    reached = level_of(plan)
    assert (reached.level, reached.is_conclusive) == (level, level >= 3)
    assert str(reached.why)
    assert bool(reached.missing) == (level < 5)


@pytest.mark.parametrize(("plan", "level"), EVERY_PLAN)
def test_how_many_and_how_long_change_nothing(plan, level):
    for participants, months in ((0, 0), (3, 1), (100_000, 240)):
        assert level_of(replace(plan, participants=participants, months=months)).level == level


@pytest.mark.parametrize(("plan", "level"), EVERY_PLAN)
def test_the_next_step_lifts_every_plan_and_ends_at_five(plan, level):
    step = next_step(plan)
    if level == 5:
        assert step is None
        return
    after = replace(plan, **{change.question: change.answer for change in step.changes})
    assert step.level == level_of(after).level > level
    assert all(str(change.title) and str(change.advice) for change in step.changes)
    # Nothing is asked that does not help: leaving any of it out reaches less.
    for left_out in step.changes:
        less = replace(plan, **{change.question: change.answer for change in step.changes if change is not left_out})
        assert level_of(less).level < step.level


STEPS = {
    StudyPlan(): ["measures_before_and_after"],
    StudyPlan(measures_before_and_after=True): ["comparison_group"],
    StudyPlan(measures_before_and_after=True, comparison_group=Group.EARLIER_PARTICIPANTS): [
        "comparison_group",
        "controls_for_differences",
    ],
    StudyPlan(measures_before_and_after=True, comparison_group=Group.SIMILAR_PEOPLE): ["controls_for_differences"],
    StudyPlan(measures_before_and_after=True, comparison_group=Group.SIMILAR_PEOPLE, controls_for_differences=True): [
        "comparison_group",
        "drawn_by_lot",
    ],
    StudyPlan(measures_before_and_after=True, comparison_group=Group.SAME_POOL, controls_for_differences=True): [
        "drawn_by_lot"
    ],
    StudyPlan(measures_before_and_after=True, comparison_group=Group.SAME_POOL, drawn_by_lot=True): [
        "controls_for_differences"
    ],
}


@pytest.mark.parametrize(("plan", "questions"), STEPS.items())
def test_the_next_step_is_the_nearest(plan, questions):
    assert [change.question for change in next_step(plan).changes] == questions


def test_what_is_missing_is_named():
    missing = {plan: [str(text) for text in level_of(plan).missing] for plan in STEPS}
    assert list(missing.values()) == [
        ["een meting voor de start en een meting erna"],
        ["een andere groep om mee te vergelijken"],
        ["een andere groep die op de deelnemers lijkt", "rekening houden met andere verklaringen"],
        ["rekening houden met andere verklaringen"],
        ["een andere groep uit dezelfde aanmeldingen", "loting: het lot bepaalt wie meedoet"],
        ["loting: het lot bepaalt wie meedoet"],
        ["rekening houden met andere verklaringen"],
    ]


def test_a_plan_is_read_from_answers():
    assert from_answers({}) == StudyPlan()
    assert from_answers(
        {
            "measures_before_and_after": True,
            "comparison_group": "same-pool",
            "controls_for_differences": True,
            "drawn_by_lot": True,
            "plan_participants": 120,
            "plan_months": 24,
            "name": "Verzonnen",
        }
    ) == StudyPlan(
        measures_before_and_after=True,
        comparison_group=Group.SAME_POOL,
        controls_for_differences=True,
        drawn_by_lot=True,
        participants=120,
        months=24,
    )
    assert (
        from_answers({"has_plan": False, "measures_before_and_after": True, "comparison_group": "same-pool"})
        == StudyPlan()
    )
    nonsense = {"measures_before_and_after": "ja", "comparison_group": ["none"], "drawn_by_lot": 1, "plan_months": True}
    assert from_answers(nonsense) == StudyPlan()


def test_advice_follows_from_the_numbers():
    assert len(study_design.advice(StudyPlan(participants=10, months=3))) == 2
    assert study_design.advice(StudyPlan(participants=500, months=24)) == []
    assert study_design.advice(StudyPlan()) == []
    assert (
        len(
            study_design.advice(
                StudyPlan(
                    measures_before_and_after=True,
                    comparison_group=Group.SIMILAR_PEOPLE,
                    controls_for_differences=True,
                    drawn_by_lot=True,
                )
            )
        )
        == 1
    )


def test_texts_speak_the_language_of_the_reader():
    with translation.override("en"):
        assert isinstance(str(level_of(StudyPlan()).why), str)
    assert str(level_of(StudyPlan()).why).startswith("Het plan zegt nog niet")


@pytest.mark.usefixtures("catalogue_data")
class TestExample:
    def test_every_level_has_the_same_example_every_time(self):
        found = {level: example(level) for level in range(6)}
        assert {level: one and (one.intervention.slug, one.study.slug) for level, one in found.items()} == {
            0: None,
            1: ("igu", "integrationsbarometer-evaluering-igu"),
            2: ("early-intervention", "iab-5769050"),
            3: ("anerkennung-von-berufsabschlussen", "bmbf-2019-anerkennungsgesetz"),
            4: ("standardinstrumente-der-arbeitsforderung", "bmas-fb-587"),
            5: ("jamstalld-etablering", "arbetsformedlingen-matchningsinsatser"),
        }
        assert {level: one.study.sms_printed for level, one in found.items() if one} == {n: str(n) for n in range(1, 6)}

    def test_what_the_public_may_not_see_is_no_example(self):
        Intervention.objects.filter(slug="standardinstrumente-der-arbeitsforderung").update(
            editorial_state=EditorialState.ARCHIVED
        )
        assert example(4).intervention.slug == "stockholms-jobb"
        Study.objects.filter(sms_counted=4).update(sms_printed="4_5", sms_max=5)
        assert example(4) is None

    def test_one_query(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            found = example(5)
            assert found.study.display_title
            assert found.intervention.name
