"""A verdict as pages show it: an icon, words that claim no more than is known today, and whose reading it is."""

from collections.abc import Collection
from dataclasses import dataclass

from evidence import states
from evidence.models import Study, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictBadge:
    """What templates/components/verdict.html draws; `measure` and `inferred` stand beside it.

    `inferred` tells that a finding of it comes from its study by our reading only.
    """

    direction: str
    words: str
    measure: str = ""
    inferred: bool = False


def verdict_badge(verdict: Verdict, studies: Collection[Study] = ()) -> VerdictBadge:
    """Write a verdict; `studies` are those of its record."""
    return VerdictBadge(
        direction=verdict.direction,
        words=states.verdict_words(verdict, studies),
        measure=verdict.measure.label if verdict.measure else "",
        inferred=verdict.inferred,
    )
