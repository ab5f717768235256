"""What all filters share: names in an address, several values at once, an order, and the primary keys they lead to."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import Any, ClassVar, TypeVar

import django_filters
from django import forms
from django.db.models import Model, QuerySet, TextChoices
from django.db.models.expressions import OrderBy
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from evidence import search, vocabulary
from evidence.filters import fields
from evidence.models import SearchDocument

What = Callable[["ListFilter", QuerySet, Any], QuerySet]
Label = str | Promise
"""A text, or one that is translated when it is shown."""
Row = TypeVar("Row", bound=Model)
Order = tuple[str | OrderBy, ...]


def camel(name: str) -> str:
    """Turn a name of ours into a name in an address: `target_group` → `targetGroup`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def by_top(filterset: "ListFilter", scheme: str, codes: list[str]) -> dict[str, list[str]]:
    """Sort codes by their broadest term (gender, age, …)."""
    groups: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        groups[filterset.vocabulary.top(filterset.vocabulary.terms[scheme][code]).code].append(code)
    return groups


class FieldFilter(django_filters.Filter):
    """A filter with one of our fields; `what(filterset, queryset, value)` applies a value that was given."""

    field_class = forms.Field

    def __init__(self, what: What, label: Label, **kwargs) -> None:
        super().__init__(label=label, required=False, **kwargs)
        self.what = what

    def filter(self, queryset, value):
        """Apply the value; nothing given leaves all."""
        return queryset if value in (None, "", []) else self.what(self.parent, queryset, value)


class CodesFilter(FieldFilter):
    """A filter on codes. `options(filterset)` gives the codes that exist; it is asked once per request.

    `fixed` repeats the codes of a closed list, for who describes the filter without data (api/schema.py).
    """

    field_class = fields.Codes

    def __init__(
        self,
        options: Callable[["ListFilter"], Collection[str]],
        what: What,
        label: Label,
        *,
        fixed: Collection[str] = (),
        **kwargs,
    ) -> None:
        super().__init__(what, label, **kwargs)
        self.options, self.fixed = options, fixed


class LevelFilter(FieldFilter):
    """A filter on a level."""

    field_class = fields.Level


class YesNoFilter(FieldFilter):
    """A filter on a yes or no."""

    field_class = fields.YesNo


class PartialDateFilter(FieldFilter):
    """A filter on a date that need not be whole."""

    field_class = fields.PartialDate


class MomentFilter(FieldFilter):
    """A filter on a moment."""

    field_class = fields.Moment


class YearFilter(FieldFilter):
    """A filter on a year."""

    field_class = fields.Year


class QueryFilter(FieldFilter):
    """A filter on words. It keeps the scores for the order (`ListFilter.scores`)."""

    field_class = fields.Query


LONGEST_NAME = 80
"""Characters of a name in a line about what was asked."""


class ListFilter(django_filters.FilterSet):
    """A filter over one noun.

    `subject` is what its `search`, if it has one, looks in; `orders` maps a value of `ordering` to database fields, the
    first being the default. `visible` gives what the public may see. A parameter that is not declared is ignored here
    and refused by the API (`unknown`).
    """

    visible: ClassVar[Callable[[], QuerySet]]

    subject: ClassVar[SearchDocument.Subject]
    orders: ClassVar[dict[str, Order]] = {}
    paging: ClassVar[tuple[str, ...]] = ("page", "pageSize", "format")

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data if data is not None else QueryDict(), queryset=type(self).visible())
        self.vocabulary = vocabulary.current()
        self.scores: dict[int, float] = {}
        for item in self.filters.values():
            if isinstance(item, CodesFilter):
                item.extra["codes"] = item.options(self)

    @classmethod
    def get_filters(cls):
        """Name the parameters as they stand in an address."""
        return {camel(name): item for name, item in super().get_filters().items()}

    def unknown(self) -> list[str]:
        """Return the parameters that were asked but do not exist."""
        return [name for name in self.data if name not in self.filters and name not in self.paging]

    def filter_queryset(self, queryset):
        """Apply every filter, then the order (a search without another order goes by relevance)."""
        queryset = super().filter_queryset(queryset)
        asked = self.form.cleaned_data.get("ordering") or []
        by = self.orders.get(asked[0]) if asked else next(iter(self.orders.values()))
        return queryset.order_by(*by) if by else queryset

    @cached_property
    def ids(self) -> list[int]:
        """The primary keys that remain, in order: pages and API show these. Empty when the input is not valid."""
        if not self.is_valid():
            return []
        found = list(self.qs.values_list("pk", flat=True))
        if self.scores and self.ordering in ("", "relevance"):
            found.sort(key=lambda pk: -self.scores[pk])
        return found

    @property
    def ordering(self) -> str:
        """The order that was asked for, empty when none."""
        return next(iter(self.form.cleaned_data.get("ordering") or []), "")

    def rows(self, ids: Iterable[int], queryset: QuerySet[Row]) -> list[Row]:
        """Fetch the rows of some of `ids`, in the same order."""
        wanted = list(ids)
        by_pk = queryset.in_bulk(wanted)
        return [by_pk[pk] for pk in wanted]

    def found(self, queryset, query):
        """Keep what the words of a query find, and their scores."""
        self.scores = search.hits(self.subject, query)
        return queryset.filter(pk__in=self.scores)


def level_filters(path: str, least: Label, most: Label) -> tuple[LevelFilter, LevelFilter]:
    """Make the filters on a counted level, from and to; a level that is printed as 0 is also found as 0."""

    def at_least(_filterset, queryset, level):
        return queryset.filter(**{f"{path}sms_counted__gte": level})

    def at_most(_filterset, queryset, level):
        nought = {f"{path}sms_max": 0}
        return queryset.filter(**(nought if level == 0 else {f"{path}sms_counted__lte": level}))

    return LevelFilter(at_least, least), LevelFilter(at_most, most)


def search_filter() -> QueryFilter:
    """Make the parameter `search`: it looks in the `subject` of its filter set."""
    return QueryFilter(ListFilter.found, _("Zoekwoorden; “een zin”, begin* en -niet mogen"))


def ordering_filter() -> CodesFilter:
    """Make the parameter `ordering`; the `orders` of the list say what may be asked."""
    return CodesFilter(
        lambda filterset: filterset.orders, lambda _filterset, queryset, _asked: queryset, _("Volgorde"), one=True
    )


def choices_filter(field: str, choices: type[TextChoices], label: Label) -> CodesFilter:
    """Make a filter on a field that holds one of a closed list."""
    lookup = f"{field}__in"
    return CodesFilter(
        lambda _filterset: choices.values,
        lambda _filterset, queryset, codes: queryset.filter(**{lookup: codes}),
        label,
        fixed=choices.values,
    )


def slugs_filter(field: str, visible: Callable[[], QuerySet], label: Label, *, key: str = "slug") -> CodesFilter:
    """Make a filter on what a row points at; `key` is the field that holds its code. Only the visible can be named."""
    lookup = f"{field}__{key}__in"
    return CodesFilter(
        lambda _filterset: LazyCodes(visible, key),
        lambda _filterset, queryset, codes: queryset.filter(**{lookup: codes}).distinct(),
        label,
    )


class LazyCodes(Collection):
    """The codes of a table, read only when a value must be checked."""

    def __init__(self, visible: Callable[[], QuerySet], key: str) -> None:
        self.visible, self.key = visible, key

    @cached_property
    def _codes(self) -> dict[str, None]:
        return dict.fromkeys(self.visible().values_list(self.key, flat=True))

    def __contains__(self, code) -> bool:
        return code in self._codes

    def __iter__(self):
        return iter(self._codes)

    def named(self, code: str) -> str:
        """Return what a visitor calls the row with a code; the code itself when there is none."""
        row = self.visible().filter(**{self.key: code}).first()
        names = (getattr(row, field, "") for field in ("display_title", "name", "text", "title"))
        return Truncator(next(filter(None, names), code)).chars(LONGEST_NAME)

    def __len__(self) -> int:
        return len(self._codes)
