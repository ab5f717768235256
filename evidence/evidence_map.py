"""Two facets crossed: where something is known, how sure that is, and where the gaps are.

The interventions of a cell are those of the list that have the value of its row and that of its column, with the bits
of `facets`; an empty cell is a question nobody has answered yet.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from evidence.choices import Direction
from evidence.facets import CHOICES, LEVELS, FacetIndex, index_of
from evidence.filters.interventions import SCHEME_OF, InterventionFilter
from evidence.models import Study

AXES = (
    *SCHEME_OF,
    "successMeasure",
    *CHOICES,
    "country",
    "evidenceCountry",
    "source",
    "organisation",
    "direction",
    "smsMin",
)
"""What can be crossed: the parameters that have a facet."""


class AxisFault(StrEnum):
    """Why an axis cannot be drawn: there is no such facet, or it is in the rows already."""

    UNKNOWN = "invalid"
    IN_THE_ROWS = "same-as-rows"


def faults_of_axes(rows: str, columns: str) -> dict[str, AxisFault]:
    """Tell what is wrong with the rows and the columns of a map."""
    faults = {axis: AxisFault.UNKNOWN for axis, name in (("rows", rows), ("columns", columns)) if name not in AXES}
    return faults or ({"columns": AxisFault.IN_THE_ROWS} if rows == columns else {})


@dataclass(frozen=True, slots=True)
class AxisValue:
    """A row or column: a value of a facet, and the group of target groups (gender, age, …) it belongs to."""

    code: str
    label: str
    group: str
    depth: int


@dataclass(slots=True, kw_only=True)
class MapCell:
    """What is known of the interventions with both values.

    How many, their studies, the best level, how many of each direction. Not frozen, for speed, as
    with the values of facets.
    """

    row: str
    column: str
    interventions: int
    studies: int
    sms_highest: int | None
    directions: dict[str, int]


@dataclass(frozen=True)
class EvidenceMap:
    """How many interventions with content were asked about, how many that are only mentioned (they are in no cell), the
    values of both facets, and a cell for each pair, row by row.
    """

    count: int
    mentioned: int
    rows: list[AxisValue]
    columns: list[AxisValue]
    cells: list[MapCell]


def draw(filterset: InterventionFilter, rows: str, columns: str) -> EvidenceMap:
    """Cross two parameters over the interventions of a question. One query more than the list, however many cells."""
    index = index_of(filterset)
    asked = filterset.form.cleaned_data if filterset.is_valid() else {}
    found = index.bits(filterset.ids)
    remaining = found & index.having("described", "true", asked)
    down, across = axis_values(index, rows), axis_values(index, columns)
    studies = _studies(index)
    cells = []
    for row in down:
        for column in across:
            crossed = {**asked, rows: [row.code], columns: [column.code]}
            members = index.having(rows, row.code, crossed) & index.having(columns, column.code, crossed) & remaining
            cells.append(_cell(index, (row.code, column.code), members, crossed, studies))
    mentioned = (found & ~remaining).bit_count()
    return EvidenceMap(remaining.bit_count(), mentioned, down, across, cells)


def axis_values(index: FacetIndex, parameter: str) -> list[AxisValue]:
    """List the values of a parameter; those of all its groups together."""
    return [
        AxisValue(option.code, option.label(), group, option.depth)
        for (name, group), (_label, options) in index.options.items()
        if name == parameter
        for option in options
    ]


def _studies(index: FacetIndex) -> list[set[int]]:
    """Return the studies of each intervention, in the order of the bits."""
    studies: dict[int, set[int]] = defaultdict(set)
    for intervention, study in Study.interventions.through.objects.values_list("intervention", "study"):
        studies[intervention].add(study)
    return [studies[pk] for pk in index.pks]


def _cell(
    index: FacetIndex, place: tuple[str, str], members: int, crossed: dict[str, Any], studies: list[set[int]]
) -> MapCell:
    """Describe the interventions of a cell.

    A direction counts those with such a verdict, on the measure that is asked if one is.
    """
    row, column = place
    if not members:
        return MapCell(row=row, column=column, interventions=0, studies=0, sms_highest=None, directions={})
    directions = {
        code: number
        for code in Direction.values
        if (number := (index.having("direction", code, crossed) & members).bit_count())
    }
    highest = next((int(level) for level in LEVELS if index.having("smsMin", level, crossed) & members), None)
    together: set[int] = set().union(*(studies[position] for position in _positions(members)))
    return MapCell(
        row=row,
        column=column,
        interventions=members.bit_count(),
        studies=len(together),
        sms_highest=highest,
        directions=directions,
    )


def _positions(bits: int) -> list[int]:
    return [match.start() for match in re.finditer("1", f"{bits:b}"[::-1])]
