"""The facets of a list as its form shows them: what most visitors ask first, the rest behind “meer”."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from evidence.facets import Facet, FacetValue

FIRST = ("direction", "smsMin", "country", "type", "targetGroup", "component", "successMeasure")
OPEN = ("direction", "country", "type")
ONE_ONLY = ("smsMin", "main", "described")
TARGET_GROUPS = _("Doelgroep")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFacet:
    """The values of one facet that are worth showing: those that lead somewhere, and those that were chosen."""

    parameter: str
    name: str
    label: str
    values: list[FacetValue]
    single: bool
    chosen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetGroup:
    """One part of the form that opens and closes; target groups hold several facets, the others one."""

    name: str
    label: str
    facets: list[ShownFacet]
    several: bool
    chosen: int
    open: bool
    first: bool


def shown_facet(facet: Facet) -> ShownFacet:
    """Leave out the values that lead nowhere."""
    values = [value for value in facet.values if value.count or value.selected]
    chosen = sum(value.selected for value in values)
    name = "-".join(filter(None, (facet.parameter, facet.group)))
    return ShownFacet(
        parameter=facet.parameter,
        name=name,
        label=facet.label,
        values=values,
        single=facet.parameter in ONE_ONLY,
        chosen=chosen,
    )


def facet_groups(
    facets: Iterable[Facet], *, first: tuple[str, ...] = FIRST, opened: tuple[str, ...] = OPEN
) -> list[FacetGroup]:
    """Put the facets in the order of the form: `first` those asked most, and of all those in `opened` open."""
    by_parameter: dict[str, list[ShownFacet]] = {}
    for facet in facets:
        by_parameter.setdefault(facet.parameter, []).append(shown_facet(facet))
    order = [*first, *(parameter for parameter in by_parameter if parameter not in first)]
    made = (
        _group(parameter, [facet for facet in by_parameter.get(parameter, []) if facet.values], parameter in first)
        for parameter in order
    )
    made = (replace(group, open=bool(group.chosen) or group.name in opened) for group in made)
    return [group for group in made if group.facets]


def _group(parameter: str, facets: list[ShownFacet], is_first: bool) -> FacetGroup:
    several = len(facets) > 1
    label = str(TARGET_GROUPS) if parameter == "targetGroup" else next((facet.label for facet in facets), "")
    chosen = sum(facet.chosen for facet in facets)
    return FacetGroup(
        name=parameter,
        label=label,
        facets=facets,
        several=several,
        chosen=chosen,
        open=bool(chosen),
        first=is_first,
    )
