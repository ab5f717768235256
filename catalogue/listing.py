"""A filtered list as a page shows it: what is wrong with the question, what was chosen, which rows, how to go on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.pagination import PAGE_SIZE, PAGES_BESIDE, PageLink, page_links
from evidence import search
from evidence.facets import Facet
from evidence.filters.base import CodesFilter, LazyCodes, ListFilter, YesNoFilter

LARGEST_PAGE = 200
MOST_DROPS = 8

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """What is wrong with a parameter, and the address without it."""

    label: str
    message: str
    address: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that was made, and the address without it; `count` says how many rows would then remain (when asked)."""

    label: str
    value: str
    address: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """An order one can choose."""

    code: str
    label: str
    selected: bool


def shown_name(parameter: str) -> str:
    """Write the name of a parameter that we do not know so that a page can show it."""
    return parameter.replace("\0", "�")[:80]


class Listing:
    """One list under one question.

    `facets` (when the list has them) name the values in the chips; `orders` are the orders to offer, by code, the first
    being the one of an address that asks for none.
    """

    def __init__(self, filterset: ListFilter, path: str, orders: dict[str, str], facets: Iterable[Facet] = ()) -> None:
        self.filterset = filterset
        self.path = path
        self.orders = orders
        self.facets = list(facets)

    # What was asked

    @cached_property
    def asked(self) -> dict[str, list[str]]:
        """Every parameter that asks something, with its values apart; unknown ones and empty ones are left out."""
        known = (name for name in (*self.filterset.filters, "pageSize") if any(self.filterset.data.getlist(name)))
        return {name: self._values(name) for name in known}

    def _values(self, name: str) -> list[str]:
        given = self.filterset.data.getlist(name)
        if isinstance(self.filterset.filters.get(name), CodesFilter):
            return list(dict.fromkeys(code.strip() for part in given for code in part.split(",") if code.strip()))
        return [value for value in given if value][-1:]

    def address(self, asked: dict[str, list[str]], page: int = 1) -> str:
        """Write the shareable address of a question."""
        query = QueryDict(mutable=True)
        for name, values in asked.items():
            query.setlist(name, values)
        if page > 1:
            query["page"] = str(page)
        return f"{self.path}?{query.urlencode(safe=',')}" if query else self.path

    def without(self, name: str, value: str | None = None) -> dict[str, list[str]]:
        """Return the question without a parameter, or without one of its values."""
        rest = {
            key: [one for one in values if key != name or (value and one != value)]
            for key, values in self.asked.items()
        }
        return {key: values for key, values in rest.items() if values}

    @property
    def here(self) -> str:
        """The address of this question and page."""
        return self.address(self.asked, self.page)

    @property
    def clear(self) -> str:
        """The address of the whole list, in the same order."""
        return self.address({name: values for name, values in self.asked.items() if name in ("ordering", "pageSize")})

    @property
    def unknown(self) -> list[str]:
        """The parameters that do not exist; they were ignored, and the page says so."""
        return [shown_name(name) for name in self.filterset.unknown()]

    # What is wrong

    @cached_property
    def faults(self) -> list[ParameterFault]:
        """Every fault in the question."""
        found = [
            ParameterFault(self._label(name), " ".join(messages), self.address(self.without(name)))
            for name, messages in self.filterset.form.errors.items()
        ]
        if self._positive("page", 1) is None:
            found.append(ParameterFault(_("Pagina"), _("Schrijf een paginanummer vanaf 1."), self.address(self.asked)))
        if self.size is None:
            found.append(
                ParameterFault(
                    _("Aantal per pagina"),
                    _("Schrijf een aantal van 1 tot en met 200."),
                    self.address(self.without("pageSize")),
                )
            )
        return found

    def _positive(self, name: str, default: int) -> int | None:
        given = self.filterset.data.get(name)
        if not given:
            return default
        return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 and int(given) > 0 else None

    @cached_property
    def size(self) -> int | None:
        """Rows on a page; None when that was asked wrongly."""
        size = self._positive("pageSize", PAGE_SIZE)
        return size if size and size <= LARGEST_PAGE else None

    @cached_property
    def page(self) -> int:
        """The page that was asked."""
        return self._positive("page", 1) or 1

    # What there is

    @cached_property
    def _paginator(self) -> Paginator:
        return Paginator(self.filterset.ids, self.size or PAGE_SIZE)

    @property
    def count(self) -> int:
        """How many rows there are on all pages."""
        return self._paginator.count

    @property
    def last_page(self) -> int:
        """The number of the last page; an empty list has one."""
        return self._paginator.num_pages

    @property
    def is_beyond(self) -> bool:
        """Tell whether the page asked does not exist."""
        return self.page > self.last_page

    @property
    def last_page_address(self) -> str:
        """The address of the last page."""
        return self.address(self.asked, self.last_page)

    def rows(self, queryset: QuerySet[Row]) -> list[Row]:
        """Fetch the rows of this page, which exists (`is_beyond`)."""
        return self.filterset.rows(self._paginator.page(self.page).object_list, queryset)

    @property
    def pages(self) -> list[PageLink]:
        """Link to the first and last pages and to those beside this one; gaps are number 0."""
        near = {1, self.last_page, *range(self.page - PAGES_BESIDE, self.page + PAGES_BESIDE + 1)}
        numbers = [number for number in near if 1 <= number <= self.last_page]
        return page_links(numbers, self.page, lambda number: self.address(self.asked, number))

    # What was chosen, and what else one could choose

    @cached_property
    def chips(self) -> list[Chip]:
        """Every choice, with the address that takes it back."""
        names = {(facet.parameter, value.code): value.label for facet in self.facets for value in facet.values}
        return [
            Chip(self._label(name), self._name(name, value, names), self.address(self.without(name, value)))
            for name, values in self.asked.items()
            if name not in ("ordering", "pageSize")
            for value in values
        ]

    def _label(self, name: str) -> str:
        named = {facet.parameter: facet.label for facet in self.facets if not facet.group} | {
            "search": _("Zoekwoorden")
        }
        return named.get(name) or str(self.filterset.filters[name].label)

    def _name(self, name: str, value: str, names: dict[tuple[str, str], str]) -> str:
        asked = self.filterset.filters[name]
        if isinstance(asked, YesNoFilter):
            return _("ja") if value == "true" else _("nee")
        codes = asked.extra.get("codes")
        return names.get((name, value)) or (codes.named(value) if isinstance(codes, LazyCodes) else value)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The choices that the form has no field for, to carry along."""
        fields = {facet.parameter for facet in self.facets} | {"search", "ordering"}
        return [(name, value) for name, values in self.asked.items() if name not in fields for value in values]

    @property
    def search(self) -> str:
        """The words that were searched."""
        return next(iter(self.asked.get("search", [])), "")[: search.LONGEST_QUERY]

    @property
    def sorts(self) -> list[Sort]:
        """The orders to choose from; relevance only when there are words to be relevant to."""
        asked = self.filterset.ordering if not self.faults else ""
        offered = self.orders
        if self.search:
            by_default = next(iter(self.filterset.orders))
            others = {code: label for code, label in self.orders.items() if code}
            offered = {"": _("Past het best bij uw woorden"), by_default: self.orders[""], **others}
        return [Sort(code, label, code == asked) for code, label in offered.items()]

    # Nothing found

    def drops(self) -> list[Chip]:
        """Say for each choice how many rows there would be without it, the most helpful first."""
        counted = [replace(chip, count=self._count_at(chip.address)) for chip in self.chips[:MOST_DROPS]]
        return sorted((chip for chip in counted if chip.count), key=lambda chip: -(chip.count or 0))

    def _count_at(self, address: str) -> int:
        return len(type(self.filterset)(QueryDict(address.partition("?")[2])).ids)

    def suggestion(self) -> Chip | None:
        """Offer known words in place of those that found nothing."""
        words = search.suggest(self.search) if self.search else None
        return Chip("", words, self.address({**self.asked, "search": [words]})) if words else None
