"""Where the answer to each question goes when a submission about an initiative is published.

docs/data.md (“Submissions”) tells it in words. A question of an experience has the code of the field
of `Experience` that it fills.
"""

from evidence.choices import AmendedFact, LessonKind, Role, SchemeCode, Topic

FACTS = {
    "name_en": AmendedFact.NAME_EN,
    "summary": AmendedFact.SUMMARY,
    "summary_en": AmendedFact.SUMMARY_EN,
    "place": AmendedFact.PLACE,
    "status": AmendedFact.STATUS,
    "why_stopped": AmendedFact.STATUS_NOTE,
    "start": AmendedFact.START,
    "end": AmendedFact.END,
    "scope": AmendedFact.SCOPE,
    "scale": AmendedFact.SCALE,
    "participants": AmendedFact.PARTICIPANTS,
}
"""A single fact of the record itself.

The name is one too, but a record of a document keeps its own and gets an alias.
"""
NAME = "name"

TERMS = {
    "success_measures": SchemeCode.SUCCESS_MEASURE,
    "target_groups": SchemeCode.TARGET_GROUP,
    "intervention_types": SchemeCode.INTERVENTION_TYPE,
    "components": SchemeCode.COMPONENT,
    "sectors": SchemeCode.SECTOR,
    "career_moments": SchemeCode.CAREER_MOMENT,
    "parties": SchemeCode.PARTY,
    "funding": SchemeCode.FUNDING,
    "steering": SchemeCode.STEERING,
    "building_blocks": SchemeCode.BUILDING_BLOCK,
}
"""What the initiative is counted to: one classification per term, of this scheme."""

LESSONS = {
    "conditions": LessonKind.CONDITION,
    "working_elements": LessonKind.WORKING_ELEMENT,
    "obstacles": LessonKind.BARRIER,
    "lessons": LessonKind.INSIGHT,
}
"""What was learned, one lesson per line."""
TRANSFER = {"needed_elsewhere": LessonKind.APPLICABILITY, "adaptations": LessonKind.ADAPTATION}
"""What someone else would need: one lesson of the whole text."""
POSSIBLE_ELSEWHERE = "possible_elsewhere"
"""Yes or no: a lesson in words of ours."""

PASSAGES = {
    "occasion": Topic.OCCASION,
    "goal": Topic.GOAL,
    "approach": Topic.APPROACH,
    "intensity": Topic.INTENSITY,
    "afterwards": Topic.AFTERWARDS,
    "for_whom": Topic.FOR_WHOM,
    "entry_requirements": Topic.ENTRY_REQUIREMENTS,
    "cooperation": Topic.COOPERATION,
    "costs": Topic.COSTS,
}
"""A text of the description."""
AMOUNTS = {"budget": Topic.BUDGET, "cost_per_participant": Topic.COST_PER_PARTICIPANT}
"""A text too, made of an amount. Costs that nobody checked are no finding."""

ROLES = {"executor": Role.EXECUTOR, "partners": Role.PARTNER, "plan_evaluator": Role.EVALUATOR}
"""The organisations that take part, beside the one that submits, which is the initiator."""

PLAN = (
    "has_plan", "measures_before_and_after", "comparison_group", "controls_for_differences", "drawn_by_lot",
    "plan_participants", "plan_months", "plan_start", "plan_results", "plan_evaluator",
)  # fmt: skip
"""An evaluation that is planned or runs: a study that has no results yet."""
RESEARCH = (
    "research_title", "research_authors", "research_published", "research_url", "research_language",
    "research_measured", "research_success_measures", "research_effect", "research_result",
)  # fmt: skip
"""A study, without a level (that is for the editors), and its outcome: a self-reported finding per success measure."""

INTERNAL = frozenset({"why_no_plan", "sms_claimed", "different_because"})
"""What only reviewers read."""

READ_BACK = frozenset({NAME, *FACTS, *TERMS, *LESSONS, *TRANSFER, *PASSAGES, "executor", "partners"})
"""The answers that the rows of a record give back (`prefill`).

The others are taken from what the organisation told last.
"""
