"""The question of the evidence map: which two facets are crossed, and over which interventions."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.links import Link, list_address
from catalogue.listing import Listing, ParameterFault
from evidence.evidence_map import AXES, AxisFault, axis_values, faults_of_axes
from evidence.facets import Facet, FacetValue, index_of
from evidence.filters import InterventionFilter

ROWS = "targetGroup"
COLUMNS = "type"
OTHERS = (
    (ROWS, COLUMNS),
    (ROWS, "direction"),
    ("component", "direction"),
    ("successMeasure", "direction"),
    ("country", COLUMNS),
)
"""Maps worth looking at, to choose in one step."""
MOST_COLUMNS = 10
"""A wider table cannot be read on a screen or on paper: facets with more values can only be rows."""
NOT_ASKED = ("rows", "columns", "ordering", *InterventionFilter.paging)
"""Parameters that say nothing about which interventions there are."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A facet one can choose for the rows or the columns."""

    code: str
    label: str
    chosen: bool


class MapListing(Listing):
    """The list below a map: its addresses keep the axes."""

    axes: dict[str, list[str]] = {}

    def address(self, asked: dict[str, list[str]], page: int = 1) -> str:
        """Write the shareable address of a map; axes that nobody chose are not in it."""
        return super().address({**asked, **self.axes}, page)


def without(data: QueryDict, names: tuple[str, ...]) -> InterventionFilter:
    """Ask the same without some parameters."""
    rest = data.copy()
    for name in names:
        rest.pop(name, None)
    return InterventionFilter(rest)


class MapQuestion:
    """What an address asks of the map. A value chosen of an axis itself keeps only its own row or column."""

    def __init__(self, data: QueryDict) -> None:
        self.rows, self.columns = data.get("rows") or ROWS, data.get("columns") or COLUMNS
        self.listing = MapListing(without(data, NOT_ASKED), reverse("evidence-map"), {})
        self.index = index_of(self.listing.filterset)
        self.listing.facets = [
            Facet(parameter, group, name(), [FacetValue(code=option.code, label=option.label()) for option in options])
            for (parameter, group), (name, options) in self.index.options.items()
        ]
        if (self.rows, self.columns) != (ROWS, COLUMNS):
            self.listing.axes = {"rows": [self.rows], "columns": [self.columns]}

    def label(self, axis: str) -> str:
        """Name a facet; target groups are several facets, so their name is that of the parameter."""
        named = self.index.options.get((axis, ""))
        return named[0]() if named else str(InterventionFilter.base_filters[axis].label)

    @cached_property
    def crossed(self) -> InterventionFilter:
        """The same question without what was chosen of the axes themselves."""
        return without(self.listing.filterset.data, (self.rows, self.columns))

    @property
    def row_label(self) -> str:
        """Name the facet in the rows."""
        return self.label(self.rows)

    @property
    def column_label(self) -> str:
        """Name the facet in the columns."""
        return self.label(self.columns)

    @property
    def row_axes(self) -> list[Axis]:
        """The facets that can be rows."""
        return [Axis(axis, self.label(axis), axis == self.rows) for axis in AXES if axis_values(self.index, axis)]

    @property
    def column_axes(self) -> list[Axis]:
        """The facets that can be columns."""
        narrow = (axis for axis in AXES if 0 < len(axis_values(self.index, axis)) <= MOST_COLUMNS)
        return [Axis(axis, self.label(axis), axis == self.columns) for axis in narrow]

    @property
    def others(self) -> list[Link]:
        """The maps worth looking at over the same interventions, without this one."""
        return [
            Link(
                list_address("evidence-map", {**self.listing.asked, "rows": rows, "columns": columns}),
                f"{self.label(rows)} × {self.label(columns)}",
            )
            for rows, columns in OTHERS
            if (rows, columns) != (self.rows, self.columns)
        ]

    @cached_property
    def faults(self) -> list[ParameterFault]:
        """Every fault in the address."""
        wrong = self._wrong_axis()
        start = reverse("evidence-map")
        return [*([ParameterFault(wrong[0], wrong[1], start)] if wrong else []), *self.listing.faults]

    def _wrong_axis(self) -> tuple[str, str] | None:
        faults = faults_of_axes(self.rows, self.columns)
        if "rows" in faults:
            return _("Rijen"), _("Dat kunnen we niet in de rijen zetten. Kies iets uit de lijst.")
        if faults.get("columns") == AxisFault.UNKNOWN:
            return _("Kolommen"), _("Dat kunnen we niet in de kolommen zetten. Kies iets uit de lijst.")
        if faults:
            return _("Kolommen"), _("Kies voor de kolommen iets anders dan voor de rijen.")
        if len(axis_values(self.index, self.columns)) > MOST_COLUMNS:
            return _("Kolommen"), _("Dat heeft te veel waarden voor kolommen. Zet het in de rijen.")
        return None
