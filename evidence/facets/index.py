"""Which rows have which value, as the bits of one integer: made once per state of the catalogue.

A count is then `(value & remaining).bit_count()`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from evidence.models import Country, Scheme, Term
from evidence.vocabulary import Vocabulary

Label = Callable[[], str]
"""An index outlives the language of a request, so that a label is asked for when it is shown."""


@dataclass(slots=True, kw_only=True)
class FacetValue:
    """A value of a facet: what it is called, how many rows have it under the current selection, how deep it lies.

    Not frozen: an answer has hundreds, and freezing makes each of them several times slower to make.
    """

    code: str
    label: str
    count: int = 0
    selected: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """A parameter and its values. A target group facet is one group (gender, age, …) of its parameter."""

    parameter: str
    group: str
    label: str
    values: list[FacetValue]


class FacetOption(NamedTuple):
    """A value before it is counted."""

    code: str
    label: Label
    depth: int = 0


Options = dict[tuple[str, str], tuple[Label, list[FacetOption]]]
"""Every facet, by parameter and group: its label and its values in order."""


class FacetIndex:
    """For every parameter and code, the rows of a list that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary, pks: Iterable[int]) -> None:
        self.vocabulary = vocabulary
        self.pks = list(pks)
        self.bit = {pk: 1 << position for position, pk in enumerate(self.pks)}
        self.members: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def bits(self, pks: Iterable[int]) -> int:
        """Return the bits of some rows."""
        return sum(self.bit.get(pk, 0) for pk in pks)

    def add(self, parameter: str, pairs: Iterable[tuple[int, str]]) -> None:
        """Note that rows, by their primary keys, have a code."""
        members = self.members[parameter]
        for pk, code in pairs:
            members[code] |= self.bit.get(pk, 0)

    def add_terms(self, scheme_of: Mapping[str, str], pairs: Iterable[tuple[int, int]]) -> None:
        """Note that rows have a term, both by their primary keys; a narrower term counts for its broader one."""
        parameter_of = {str(scheme): parameter for parameter, scheme in scheme_of.items()}
        for pk, term_pk in pairs:
            path = self.vocabulary.path(self.vocabulary.by_pk(term_pk))
            self.add(parameter_of.get(path[0].scheme.code, ""), ((pk, term.code) for term in path))

    def term_facets(
        self, scheme_of: Mapping[str, str], grouped: Collection[str] = (), *, only_used: bool = False
    ) -> Iterator[tuple[tuple[str, str], tuple[Label, list[FacetOption]]]]:
        """Make the facets that ask for terms: a `grouped` parameter has one for each broadest term.

        With `only_used` a term that no row has is not offered.
        """
        for parameter, code in scheme_of.items():
            if code not in self.vocabulary.schemes:
                continue
            terms = [
                term
                for term in self.vocabulary.terms[code].values()
                if not only_used or self.members[parameter].get(term.code)
            ]
            if parameter in grouped:
                for top in (term for term in terms if not term.broader_id):
                    below = [term for term in terms if self.vocabulary.top(term) == top and term != top]
                    yield (parameter, top.code), (label_of(top), list(_in_order(below, top.pk)))
            elif terms:
                yield (parameter, ""), (name_of(self.vocabulary.schemes[code]), list(_in_order(terms, None)))

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order."""
        raise NotImplementedError

    def having(self, parameter: str, code: str, _asked: Mapping[str, Any]) -> int:
        """Return the rows that have a value."""
        return self.members[parameter].get(code, 0)


def _in_order(terms: Iterable[Term], broader: int | None, depth: int = 0) -> Iterator[FacetOption]:
    terms = list(terms)
    for term in terms:
        if term.broader_id == broader:
            yield FacetOption(term.code, label_of(term), depth)
            yield from _in_order(terms, term.pk, depth + 1)


def union(bits: Iterable[int]) -> int:
    """Return the rows that are in any of these."""
    together = 0
    for some in bits:
        together |= some
    return together


def constant(text: object) -> Label:
    """Label with one text, in the language of who reads it."""
    return lambda: str(text)


def constants(pairs: Iterable[tuple[str, object]]) -> list[FacetOption]:
    """Make options of codes and their texts."""
    return [FacetOption(code, constant(text)) for code, text in pairs]


def name_of(row: Country | Scheme) -> Label:
    """Label with the name of a row."""
    return lambda: row.name


YES_AND_NO = ("true", "false")
"""The codes of a facet of a yes or no, as they stand in an address."""


def code_of_answer(answer: object) -> str:
    """Write a yes or no as it stands in an address."""
    return YES_AND_NO[0] if answer else YES_AND_NO[1]


def label_of(term: Term) -> Label:
    """Label with the label of a term."""
    return lambda: term.label
