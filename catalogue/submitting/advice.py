"""What stands beside the questions: who does this already, and what a planned study would be worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from submissions.advice import similarity, study_design
from submissions.advice.similarity import Similar
from submissions.advice.study_design import PlanStep, Promise, Reached
from submissions.advice.study_examples import Example, example
from submissions.choices import Kind
from submissions.models import Submission
from submissions.questions.declaration import Page

PARTS = ("similar", "level")
"""The places on a page where help stands, and so where the buttons without JavaScript lead."""
TELLING = frozenset({"name", "goal", "for_whom", "different_because"})
"""The questions beside which similar initiatives are shown."""
MEASURING = frozenset({"measures_before_and_after", "comparison_group"})
"""The questions about how is measured; beside them stands the level that the plan would reach."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanAdvice:
    """What a planned study would reach; `examples` are studies at that level and at the next one."""

    reached: Reached
    step: PlanStep | None
    advice: list[Promise]
    example: Example | None
    next_example: Example | None


def alike(submission: Submission, answers: Mapping[str, Any]) -> list[Similar]:
    """Return the records and own drafts that are most like it; only for what is new."""
    if submission.kind != Kind.NEW:
        return []
    return similarity.similar(answers, organisation=submission.organisation, exclude=submission)


def plan_advice(answers: Mapping[str, Any]) -> PlanAdvice:
    """Return what the plan of these answers would reach."""
    wanted = study_design.from_answers(answers)
    reached, step = study_design.level_of(wanted), study_design.next_step(wanted)
    return PlanAdvice(
        reached=reached,
        step=step,
        advice=study_design.advice(wanted),
        example=example(reached.level),
        next_example=example(step.level) if step else None,
    )


def beside(submission: Submission, page: Page) -> dict[str, Any]:
    """Return what stands beside the questions of a page."""
    asked = {question.code for question in page.questions}
    found: dict[str, Any] = {}
    if submission.kind == Kind.NEW and asked & TELLING:
        found |= {"has_similar": True, "similar": alike(submission, submission.answers)}
    if asked & MEASURING:
        found |= {"has_level": True, "plan": plan_advice(submission.answers)}
    return found
