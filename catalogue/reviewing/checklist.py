"""The checklist of a review: seven aspects and how they hang together, each judged in a few words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.reviewing.posted_text import posted_text
from evidence.choices import SchemeCode
from submissions.choices import Aspect, Judgement
from submissions.errors import AnswerFault
from submissions.models import Review

TOPICS = {
    Aspect.OCCASION: ("occasion",),
    Aspect.TARGET_GROUP: (SchemeCode.TARGET_GROUP,),
    Aspect.GOALS: ("goal",),
    Aspect.APPROACH: ("approach",),
    Aspect.CONDITIONS: ("conditions",),
    Aspect.TRANSFERABILITY: ("transferability",),
    Aspect.RESEARCH: ("evaluation", "research"),
}
"""The topics of the form that an aspect is about; coherence is about all of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChecklistLine:
    """One aspect: what was found of it, now and in an earlier round, and what is wrong with what was posted."""

    aspect: Aspect
    topics: list[tuple[str, str]]
    judgement: str
    comment: str
    fault: str
    before: Review | None

    @property
    def code(self) -> str:
        """The aspect, as it stands in names and ids."""
        return self.aspect.value

    @property
    def label(self) -> str:
        """The aspect in words."""
        return str(self.aspect.label)

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """What can be found of it."""
        return [(one.value, str(one.label), one.value == self.judgement) for one in Judgement]

    @property
    def judgement_label(self) -> str:
        """What was found of it, in words; empty when nothing was."""
        return str(Judgement(self.judgement).label) if self.judgement in Judgement.values else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PostedChecklist:
    """A posted checklist: what was written (judgement and comment per aspect), and what is wrong with it."""

    written: dict[Aspect, tuple[str, str]]
    faults: list[AnswerFault]

    @property
    def found(self) -> dict[Aspect, tuple[Judgement, str]]:
        """What to keep: the aspects that were judged."""
        return {
            aspect: (Judgement(judgement), comment)
            for aspect, (judgement, comment) in self.written.items()
            if judgement
        }


def read_checklist(posted: QueryDict) -> PostedChecklist:
    """Read a posted checklist; aspects that nothing was said of are left for later."""
    written, faults = {}, []
    for aspect in Aspect:
        text = posted_text(posted, f"comment-{aspect}")
        judgement = posted.get(f"judgement-{aspect}", "")
        written[aspect] = (judgement if judgement in Judgement.values else "", text)
        if text.strip() and not written[aspect][0]:
            faults.append(AnswerFault(aspect, _("Kies ja, deels of nee bij “%(aspect)s”.") % {"aspect": aspect.label}))
    if not faults and not any(judgement for judgement, _comment in written.values()):
        faults.append(AnswerFault(Aspect.OCCASION, _("Kies ja, deels of nee bij wat u beoordeeld heeft.")))
    return PostedChecklist(written=written, faults=faults)


def with_faults(posted: PostedChecklist, found: Iterable[AnswerFault]) -> PostedChecklist:
    """Add what the action found to be wrong; every fault once, in the order of the list."""
    faults = {fault.question: fault for fault in (*found, *posted.faults)}
    return replace(posted, faults=[faults[aspect] for aspect in Aspect if aspect in faults])


def checklist_lines(
    reviews: Iterable[Review], this_round: int, topics: Mapping[str, str], posted: PostedChecklist | None = None
) -> list[ChecklistLine]:
    """List the aspects: as posted when something was wrong with that, else as kept in this round.

    `topics` are titles by code.
    """
    now = {row.aspect: row for row in reviews if row.round == this_round}
    before = {row.aspect: row for row in sorted(reviews, key=lambda row: row.round) if row.round < this_round}
    kept: Mapping[str, tuple[str, str]] = {code: (row.judgement, row.comment) for code, row in now.items()}
    shown = posted.written if posted else kept
    faults = {fault.question: fault.text for fault in posted.faults} if posted else {}
    return [
        ChecklistLine(
            aspect=aspect,
            topics=[(code, topics[code]) for code in TOPICS.get(aspect, ()) if code in topics],
            judgement=judgement,
            comment=comment,
            fault=faults.get(aspect, ""),
            before=before.get(aspect),
        )
        for aspect in Aspect
        for judgement, comment in [shown.get(aspect, ("", ""))]
    ]
