"""All terms and sources, read once per state of the catalogue, with what is narrower."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache

from evidence.choices import SchemeCode
from evidence.models import CatalogueVersion, Classification, Scheme, Source, Term
from evidence.parts import SourcePart, name_of_part


class Vocabulary:
    """The terms of every scheme, by code; a narrower term counts for its broader one.

    `token` names the state they were read in; `sector_parts` the parts of sources that name sectors, by their code.
    """

    def __init__(self, token: str) -> None:
        self.token = token
        self.schemes: dict[str, Scheme] = {scheme.code: scheme for scheme in Scheme.objects.all()}
        self.terms: dict[str, dict[str, Term]] = {code: {} for code in self.schemes}
        self.sources: dict[int, Source] = Source.objects.in_bulk()
        self._by_pk: dict[int, Term] = {}
        self._narrower: dict[int, set[int]] = defaultdict(set)
        for term in Term.objects.select_related("scheme"):
            self.terms[term.scheme.code][term.code] = term
            self._by_pk[term.pk] = term
        for term in self._by_pk.values():
            for ancestor in self.path(term):
                self._narrower[ancestor.pk].add(term.pk)
        self.sector_parts = {part.code: part for part in self._parts_naming(SchemeCode.SECTOR)}

    def _parts_naming(self, scheme: str) -> Iterator[SourcePart]:
        named = Classification.objects.filter(term__scheme__code=scheme).order_by("source", "pk")
        for source, locator in named.values_list("source", "locator"):
            yield SourcePart(self.sources[source], name_of_part(locator))

    def path(self, term: Term) -> list[Term]:
        """Return the term and all that is broader, the broadest last."""
        path = [term]
        while path[-1].broader_id:
            path.append(self._by_pk[path[-1].broader_id])
        return path

    def top(self, term: Term) -> Term:
        """Return the broadest term above a term (for target groups: gender, age, …)."""
        return self.path(term)[-1]

    def by_pk(self, pk: int) -> Term:
        """Return a term by its primary key."""
        return self._by_pk[pk]

    def named(self, scheme: str, codes: Collection[str]) -> list[Term]:
        """Return the terms of a scheme with these codes, in the order of the scheme."""
        return [term for code, term in self.terms.get(scheme, {}).items() if code in codes]

    def within(self, scheme: str, codes: list[str]) -> set[int]:
        """Return the primary keys of these terms and of everything narrower."""
        return {pk for code in codes for pk in self._narrower[self.terms[scheme][code].pk]}


@lru_cache(maxsize=2)
def _of(token: str) -> Vocabulary:
    return Vocabulary(token)


def current() -> Vocabulary:
    """Return the vocabulary of the present state: one query, unless the catalogue changed."""
    return of_state(CatalogueVersion.current())


def of_state(state: CatalogueVersion) -> Vocabulary:
    """Return the vocabulary of a state that was read already."""
    return _of(state.token)


def forget_vocabularies() -> None:
    """Forget every vocabulary; for tests that write facts without saying so."""
    _of.cache_clear()
