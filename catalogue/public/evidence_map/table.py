"""The evidence map as a table: each cell leads to a list, each empty cell asks who knows more."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.links import Link, list_address
from catalogue.public.evidence_map.question import MapQuestion
from evidence import evidence_map
from evidence.choices import Direction
from evidence.evidence_map import AxisValue

SHORT = {
    Direction.POSITIVE: gettext_lazy("positief"),
    Direction.MIXED: gettext_lazy("wisselend"),
    Direction.NONE: gettext_lazy("geen effect"),
    Direction.NEGATIVE: gettext_lazy("nadelig"),
    Direction.INSUFFICIENT: gettext_lazy("te weinig onderzoek"),
    Direction.UNRATED: gettext_lazy("niet beoordeeld"),
    Direction.NOT_EXTRACTED: gettext_lazy("uitkomst niet genoemd"),
    Direction.ONGOING: gettext_lazy("zonder eindrapport"),
    Direction.NOT_STUDIED: gettext_lazy("geen onderzoek bekend"),
}
"""The verdicts in as few words as a cell has room for; the legend gives them whole."""


@dataclass(frozen=True, slots=True)
class DirectionMark:
    """How many interventions of a cell have a verdict in one direction."""

    direction: str
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCell:
    """What is in a cell; `address` is the list of it or, when there is nothing, a letter to us."""

    column: str
    address: str
    interventions: int
    studies: int
    level: int | None
    marks: list[DirectionMark]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of the table.

    `depth` says how far its value lies below another, `letter` is the e-mail about the whole row.
    """

    link: Link
    depth: int
    cells: list[MapCell]
    letter: str

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is known in the whole row."""
        return not any(cell.interventions for cell in self.cells)


@dataclass(frozen=True, slots=True)
class MapRowGroup:
    """Rows under one heading (gender, age, …); the heading is empty when the facet has no groups."""

    heading: str
    rows: list[MapRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTable:
    """The whole map: `count` of `total` interventions with content are in any cell, `empty` cells have none; those
    `mentioned` are only a name and in no cell.
    """

    columns: list[Link]
    groups: list[MapRowGroup]
    count: int
    empty: int
    total: int
    mentioned: int


def value_name(axis: str, entry: AxisValue) -> str:
    """Name a value as the head of a row or column."""
    return _("niveau %(level)s of hoger") % {"level": entry.label} if axis == "smsMin" else entry.label


def letter_address(row: str, column: str) -> str:
    """Write the address of an e-mail about an empty cell."""
    subject = _("Onderzoek bij de lege plek “%(row)s × %(column)s”") % {"row": row, "column": column}
    return f"mailto:{settings.CONTACT_EMAIL}?subject={quote(subject)}"


class MapDrawing:
    """Draws the table that a question asks for."""

    def __init__(self, question: MapQuestion) -> None:
        self.question = question
        self.map = evidence_map.draw(question.crossed, question.rows, question.columns)
        self.cells = {(cell.row, cell.column): cell for cell in self.map.cells}
        self.columns = self._chosen(question.columns, self.map.columns)

    def table(self) -> MapTable:
        rows = self._chosen(self.question.rows, self.map.rows)
        groups = [
            MapRowGroup(self._heading(group), [self._row(entry) for entry in some])
            for group, some in groupby(rows, _group_of)
        ]
        empty = sum(not cell.interventions for group in groups for row in group.rows for cell in row.cells)
        return MapTable(
            columns=[self._link(self.question.columns, entry) for entry in self.columns],
            groups=groups,
            count=self._count(rows),
            empty=empty,
            total=self.map.count,
            mentioned=self.map.mentioned,
        )

    def _count(self, rows: list[AxisValue]) -> int:
        """Count the interventions that are in any cell: those with a value in the rows and one in the columns."""
        index = self.question.index
        asked = self.question.crossed.form.cleaned_data
        remaining = index.bits(self.question.crossed.ids) & index.having("described", "true", asked)
        for axis, entries in ((self.question.rows, rows), (self.question.columns, self.columns)):
            having = 0
            for entry in entries:
                having |= index.having(axis, entry.code, asked)
            remaining &= having
        return remaining.bit_count()

    def _chosen(self, axis: str, found: list[AxisValue]) -> list[AxisValue]:
        chosen = self.question.listing.asked.get(axis)
        return [entry for entry in found if entry.code in chosen] if chosen else found

    def _heading(self, group: str) -> str:
        return self.question.index.options[self.question.rows, group][0]() if group else ""

    def _address(self, **values: str) -> str:
        return list_address("intervention-list", {**self.question.listing.asked, "described": "true", **values})

    def _link(self, axis: str, entry: AxisValue) -> Link:
        return Link(self._address(**{axis: entry.code}), value_name(axis, entry))

    def _row(self, entry: AxisValue) -> MapRow:
        link = self._link(self.question.rows, entry)
        cells = [self._cell(entry, column) for column in self.columns]
        return MapRow(link, entry.depth, cells, letter_address(link.label, self.question.column_label))

    def _cell(self, row: AxisValue, column: AxisValue) -> MapCell:
        found = self.cells[row.code, column.code]
        across = value_name(self.question.columns, column)
        address = (
            self._address(**{self.question.rows: row.code, self.question.columns: column.code})
            if found.interventions
            else letter_address(value_name(self.question.rows, row), across)
        )
        return MapCell(
            column=across,
            address=address,
            interventions=found.interventions,
            studies=found.studies,
            level=found.sms_highest,
            marks=[
                DirectionMark(code, str(SHORT[code]), found.directions[code])
                for code in Direction
                if code in found.directions
            ],
        )


def _group_of(entry: AxisValue) -> str:
    return entry.group
