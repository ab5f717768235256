"""Programmes: an approach that others are part of, and what its parts found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence.models import Intervention, Study, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsFound:
    """What is known of the parts of a programme, and of theirs: how many there are, how many studies are about any of
    them, and the verdicts on results, each with its intervention and measure.
    """

    parts: int
    studies: int
    verdicts: list[Verdict]


def parts_of_wholes() -> dict[int, set[int]]:
    """Return the published parts of every programme, and the parts of those, by primary key."""
    direct: dict[int, set[int]] = defaultdict(set)
    parts = Intervention.objects.published().filter(part_of__isnull=False)
    for part, whole in parts.order_by().values_list("pk", "part_of"):
        direct[whole or 0].add(part)
    return {whole: _below(whole, direct) for whole in list(direct)}


def _below(whole: int, direct: dict[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = set(direct[whole])
    while waiting:
        part = waiting.pop()
        found.add(part)
        waiting |= direct.get(part, set()) - found
    return found - {whole}


def wholes_of(part: int, parts_of: Mapping[int, set[int]]) -> set[int]:
    """Return the programmes that a record is part of, however far up; `parts_of` is what `parts_of_wholes` gave."""
    return {whole for whole, parts in parts_of.items() if part in parts}


def studies_of_parts(parts_of: Mapping[int, set[int]]) -> dict[int, set[Study]]:
    """Return the studies about the parts of every programme that has any; `parts_of` is what `parts_of_wholes` gave."""
    studies: dict[int, set[Study]] = defaultdict(set)
    links = Study.interventions.through.objects.filter(intervention__in=set().union(*parts_of.values()))
    for link in links.select_related("study"):
        studies[link.intervention_id].add(link.study)
    together = {whole: {study for part in parts for study in studies[part]} for whole, parts in parts_of.items()}
    return {whole: found for whole, found in together.items() if found}


def found_by_parts(whole: Intervention) -> PartsFound | None:
    """Tell what the parts of a programme found; None for what has no parts."""
    parts = parts_of_wholes().get(whole.pk)
    if not parts:
        return None
    about = Study.interventions.through.objects.filter(intervention__in=parts)
    results = Verdict.objects.filter(intervention__in=parts, measure__isnull=False)
    return PartsFound(
        parts=len(parts),
        studies=len(set(about.values_list("study", flat=True))),
        verdicts=list(_in_order(results.select_related("intervention", "measure__scheme"))),
    )


def _in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return sorted(verdicts, key=lambda row: (row.intervention.sort_name, row.measure.position if row.measure else 0))
