"""The level that a planned study would reach, and the nearest change that lifts it.

The rules are the report's own (Risbo 2023, §2.2), read as they stand there:

* level 1 — a connection between approach and outcome, seen at *one* measurement;
* level 2 — measured before and after, without another group;
* level 3 — also a comparison with another group;
* level 4 — also controlled for other relevant variables, and the other group is a control group: one with like
  characteristics;
* level 5 — also by lot: measured before and after in both groups, controlled for disturbing variables, and chance
  decides who takes part.

So every level asks for all that the one below it asks for, except that 2 has no other group. Without a measurement
before, no plan rises above 1. A lottery counts only when those compared come from the same pool as the
participants, because only they could have been drawn. Level 0, a report without a study (`evidence.levels`), is a
plan that does not say yet how it measures. How many take part and how long they are followed never changes the
level: the report does not let it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evidence import levels
from submissions.questions.choices import ComparisonGroup as Group

HIGHEST = 5
FEW_PARTICIPANTS = 50
"""Below this the page warns that chance weighs heavily; a rule of thumb of ours, not of the report."""
SHORT_MONTHS = 12
"""Below this the page advises to look again later: practice reports ask for work after 6, 12 and 24 months."""


LIKE_GROUPS = frozenset({Group.SIMILAR_PEOPLE, Group.SAME_POOL})
"""The groups “with like characteristics” that level 4 asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPlan:
    """What a planned study does.

    `measures_before_and_after` is None when the plan does not say; the numbers only give advice.
    """

    measures_before_and_after: bool | None = None
    comparison_group: Group = Group.NONE
    controls_for_differences: bool = False
    drawn_by_lot: bool = False
    participants: int | None = None
    months: int | None = None


class Reached(NamedTuple):
    """The level a plan would reach, why, and what it lacks for the next one (nothing at level 5).

    Texts are lazy translations.
    """

    level: int
    why: Promise
    missing: list[Promise]

    @property
    def is_conclusive(self) -> bool:
        """Tell whether such a study allows a responsible conclusion about an effect."""
        return self.level >= levels.CONCLUSIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One change of a plan: the question, the better answer, how hard it is to do, what to do and how."""

    question: str
    answer: Any
    effort: int
    title: Promise
    advice: Promise


class PlanStep(NamedTuple):
    """The nearest way up: what to change, and the level that the plan then reaches."""

    level: int
    changes: list[PlanChange]


WHY = (
    _("Het plan zegt nog niet hoe u meet. Zonder meting is er geen onderzoek."),
    _("U meet één keer. U ziet dan een verband, maar niet of de aanpak het verschil maakte."),
    _("U meet voor en na de aanpak, zonder andere groep. U ziet of er iets veranderde, niet waardoor."),
    _("U meet voor en na de aanpak, en u vergelijkt met een andere groep."),
    _(
        "U meet voor en na de aanpak, de andere groep lijkt op de deelnemers, en u houdt rekening met andere "
        "verklaringen."
    ),
    _("Het lot bepaalt wie meedoet. U meet beide groepen voor en na, en u houdt rekening met andere verklaringen."),
)
MEASURING = _("een meting voor de start en een meting erna")
ANOTHER_GROUP = _("een andere groep om mee te vergelijken")
A_LIKE_GROUP = _("een andere groep die op de deelnemers lijkt")
CONTROL = _("rekening houden met andere verklaringen")
THE_SAME_POOL = _("een andere groep uit dezelfde aanmeldingen")
LOT = _("loting: het lot bepaalt wie meedoet")

# A later group resembles the participants more: a plan moves only that way.
CHANGES = (
    PlanChange(
        question="measures_before_and_after",
        answer=True,
        effort=1,
        title=_("Meet ook voor de start"),
        advice=_(
            "Leg bij de start vast wat u later wilt vergelijken, zoals werk, uren, loon en taalniveau. "
            "Stel na afloop dezelfde vragen."
        ),
    ),
    PlanChange(
        question="comparison_group",
        answer=Group.EARLIER_PARTICIPANTS,
        effort=2,
        title=_("Vergelijk met mensen die eerder in beeld waren"),
        advice=_(
            "Neem de mensen die vóór uw aanpak begeleid werden. Hun gegevens staan vaak al in het systeem van de "
            "gemeente. "
            "Kijk bij hen naar dezelfde uitkomst over dezelfde tijd."
        ),
    ),
    PlanChange(
        question="comparison_group",
        answer=Group.SIMILAR_PEOPLE,
        effort=3,
        title=_("Vergelijk met mensen die op de deelnemers lijken"),
        advice=_(
            "Zoek mensen die niet meedoen, maar even lang in Nederland zijn en een vergelijkbare leeftijd en opleiding "
            "hebben. "
            "Bijvoorbeeld in een gemeente in de buurt die het anders doet."
        ),
    ),
    PlanChange(
        question="comparison_group",
        answer=Group.SAME_POOL,
        effort=4,
        title=_("Vergelijk met mensen uit dezelfde aanmeldingen"),
        advice=_(
            "Zijn er meer aanmeldingen dan plaatsen? Dan zijn de mensen op de wachtlijst de andere groep. Meet bij hen "
            "hetzelfde."
        ),
    ),
    PlanChange(
        question="controls_for_differences",
        answer=True,
        effort=2,
        title=_("Houd rekening met andere verklaringen"),
        advice=_(
            "Leg van iedereen vast wat ook invloed heeft, zoals leeftijd, opleiding, taal, gezin en tijd in Nederland. "
            "Vraag een onderzoeker om daarvoor te corrigeren."
        ),
    ),
    PlanChange(
        question="drawn_by_lot",
        answer=True,
        effort=5,
        title=_("Laat het lot bepalen wie begint"),
        advice=_(
            "Zijn er meer aanmeldingen dan plaatsen, dan is loten eerlijk. Wie nu niet is ingeloot, kan later alsnog "
            "meedoen. "
            "Leg het vooraf aan iedereen uit."
        ),
    ),
)
"""What lifts a plan, the easiest first. The effort only orders them; it is ours, the report does not give one."""


def from_answers(answers: Mapping[str, Any]) -> StudyPlan:
    """Read the plan from the answers of a submission; what is not answered, or not understood, counts as not planned.

    Who says that there is no plan has none, whatever was answered before.
    """
    if answers.get("has_plan") is False:
        return StudyPlan()
    group = answers.get("comparison_group")
    measures = answers.get("measures_before_and_after")
    return StudyPlan(
        measures_before_and_after=measures if isinstance(measures, bool) else None,
        comparison_group=Group(group) if group in Group.values else Group.NONE,
        controls_for_differences=answers.get("controls_for_differences") is True,
        drawn_by_lot=answers.get("drawn_by_lot") is True,
        participants=_number(answers.get("plan_participants")),
        months=_number(answers.get("plan_months")),
    )


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def level_of(plan: StudyPlan) -> Reached:
    """Say which level a study that goes as planned would reach (Risbo 2023, §2.2)."""
    level = _level(plan)
    return Reached(level, WHY[level], _missing(plan, level))


def _level(plan: StudyPlan) -> int:
    if not plan.measures_before_and_after:
        return 0 if plan.measures_before_and_after is None else 1
    if plan.comparison_group == Group.NONE:
        return 2
    if plan.comparison_group not in LIKE_GROUPS or not plan.controls_for_differences:
        return 3
    return 5 if plan.drawn_by_lot and plan.comparison_group == Group.SAME_POOL else 4


def _missing(plan: StudyPlan, level: int) -> list[Promise]:
    """Name what the next level asks for and the plan does not have."""
    if level < 2:  # a plan that says nothing may as well measure twice
        return [MEASURING]
    if level == 2:
        return [ANOTHER_GROUP]
    if level == 3:
        like = plan.comparison_group in LIKE_GROUPS
        return [*([] if like else [A_LIKE_GROUP]), *([] if plan.controls_for_differences else [CONTROL])]
    if level == 4:
        drawn = plan.comparison_group == Group.SAME_POOL
        return [*([] if drawn else [THE_SAME_POOL]), *([] if plan.drawn_by_lot else [LOT])]
    return []


def next_step(plan: StudyPlan) -> PlanStep | None:
    """Return the change, or the few changes together, that lift a plan with the least effort; None at level 5."""
    now = _level(plan)
    if now == HIGHEST:
        return None
    ways = [way for way in _ways(plan) if _level(_after(plan, way)) > now]
    nearest = min(ways, key=lambda way: (sum(change.effort for change in way), len(way)))
    return PlanStep(_level(_after(plan, nearest)), list(nearest))


def _ways(plan: StudyPlan) -> Iterator[tuple[PlanChange, ...]]:
    """List every set of changes that makes a plan better and answers no question twice."""
    groups = Group.values
    useful = [
        change
        for change in CHANGES
        if (
            groups.index(change.answer) > groups.index(plan.comparison_group)
            if change.question == "comparison_group"
            else not getattr(plan, change.question)
        )
    ]
    for size in range(1, len(useful) + 1):
        for way in combinations(useful, size):
            if len({change.question for change in way}) == size:
                yield way


def _after(plan: StudyPlan, way: tuple[PlanChange, ...]) -> StudyPlan:
    return replace(plan, **{change.question: change.answer for change in way})


def advice(plan: StudyPlan) -> list[Promise]:
    """Say what else would help, whatever the level: enough people, and long enough."""
    found: list[Promise] = []
    if plan.participants is not None and plan.participants < FEW_PARTICIPANTS:
        found.append(
            _(
                "Met zo weinig deelnemers kan toeval het verschil maken. Werk samen met andere gemeenten die hetzelfde "
                "doen, "
                "of tel meer jaren bij elkaar op."
            )
        )
    if plan.months is not None and plan.months < SHORT_MONTHS:
        found.append(
            _(
                "Kijk ook na 12 en 24 maanden of mensen nog werk hebben. Wat kort na afloop gebeurt, blijft niet "
                "altijd zo."
            )
        )
    if plan.drawn_by_lot and plan.comparison_group != Group.SAME_POOL:
        found.append(
            _("Loting telt alleen als u vergelijkt met mensen uit dezelfde aanmeldingen die niet zijn ingeloot.")
        )
    return found
