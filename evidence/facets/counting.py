"""Count the values of the facets of a list, under what was asked of it."""

from collections.abc import Callable
from functools import lru_cache

from django.http import QueryDict

from evidence import vocabulary
from evidence.facets.index import Facet, FacetIndex, FacetValue, code_of_answer
from evidence.facets.interventions import InterventionIndex
from evidence.facets.lessons import LessonIndex
from evidence.facets.provisions import ProvisionIndex
from evidence.filters import InterventionFilter, LessonFilter, ProvisionFilter
from evidence.filters.base import ListFilter

INDEXES: dict[type[ListFilter], Callable[[vocabulary.Vocabulary], FacetIndex]] = {
    InterventionFilter: InterventionIndex,
    LessonFilter: LessonIndex,
    ProvisionFilter: ProvisionIndex,
}
"""The lists that have facets."""


@lru_cache(maxsize=2 * len(INDEXES))
def _index(make: Callable[[vocabulary.Vocabulary], FacetIndex], token: str) -> FacetIndex:  # noqa: ARG001 — the token is part of the key
    return make(vocabulary.current())


def index_of(filterset: ListFilter) -> FacetIndex:
    """Return the index of the state of the catalogue that a question is asked of."""
    return _index(INDEXES[type(filterset)], filterset.vocabulary.token)


def forget_indexes() -> None:
    """Forget every index; for tests that write facts without saying so."""
    _index.cache_clear()


def count_facets(filterset: ListFilter) -> list[Facet]:
    """Count every value of every facet under the current selection; a facet ignores what was chosen in itself.

    One extra query per facet in which something was chosen; none for the others.
    """
    index = index_of(filterset)
    asked = filterset.form.cleaned_data if filterset.is_valid() else {}
    remaining = index.bits(filterset.ids)
    facets = []
    for (parameter, group), (label, options) in index.options.items():
        own = {option.code for option in options}
        chosen = own.intersection(_codes(asked.get(parameter)))
        left = _left_without(filterset, index, parameter, own if group else None) if chosen else remaining
        values = [
            FacetValue(
                code=option.code,
                label=option.label(),
                count=(index.having(parameter, option.code, asked) & left).bit_count(),
                selected=option.code in chosen,
                depth=option.depth,
            )
            for option in options
        ]
        facets.append(Facet(parameter, group, label(), values))
    return facets


def _codes(given: object) -> list[str]:
    """Write what was asked of a parameter as codes of its facet."""
    if isinstance(given, list):
        return given
    return [code_of_answer(given) if isinstance(given, bool) else str(given)]


def _left_without(filterset: ListFilter, index: FacetIndex, parameter: str, dropped: set[str] | None) -> int:
    """Return what would remain without a parameter, or without some values of it."""
    return index.bits(type(filterset)(_without(filterset.data, parameter, dropped)).ids)


def _without(data: QueryDict, parameter: str, dropped: set[str] | None) -> QueryDict:
    rest = data.copy()
    kept = [
        code
        for part in data.getlist(parameter)
        for code in part.split(",")
        if dropped is not None and code.strip() not in dropped
    ]
    rest.setlist(parameter, kept)
    if not kept:
        del rest[parameter]
    return rest
