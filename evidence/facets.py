"""How many interventions each further choice would leave.

A facet ignores its own selection and follows all others. Each value keeps the interventions that have it as the bits of
one integer, made once per state of the catalogue; a count is then `(value & remaining).bit_count()`. What remains is
always asked of `InterventionFilter`: nothing is filtered here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from evidence import vocabulary
from evidence.choices import Direction, InterventionKind, LifeStatus, Scale, Scope
from evidence.filters.interventions import MEASURES, SAID_BY_SOURCES, SCHEME_OF, InterventionFilter
from evidence.models import Classification, Country, Intervention, Organisation, Participation, Source, Verdict
from evidence.models.scheme import Term

CHOICES = {"scope": Scope, "scale": Scale, "status": LifeStatus, "kind": InterventionKind}
LEVELS = ("5", "4", "3", "2", "1")


class Value(NamedTuple):
    """A value of a facet: what it is called, how many interventions have it under the current selection, how deep it
    lies.
    """

    code: str
    label: str
    count: int
    selected: bool
    depth: int


class Facet(NamedTuple):
    """A parameter and its values. A target group facet is one group (gender, age, …) of its parameter."""

    parameter: str
    group: str
    label: str
    values: list[Value]


class Option(NamedTuple):
    """A value before it is counted."""

    code: str
    label: Callable[[], str]
    depth: int = 0


class Index:
    """For every parameter and code, the published interventions that have it, as bits."""

    def __init__(self, terms: vocabulary.Vocabulary) -> None:
        self.vocabulary = terms
        self.pks = list(Intervention.objects.published().values_list("pk", flat=True))
        self._bit = {pk: 1 << position for position, pk in enumerate(self.pks)}
        self.everything = (1 << len(self._bit)) - 1
        self.members: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.verdicts: dict[tuple[str, str], int] = defaultdict(int)
        self._read()

    def bits(self, pks: Iterable[int]) -> int:
        """Return the bits of some interventions."""
        return sum(self._bit.get(pk, 0) for pk in pks)

    def _add(self, parameter: str, pairs: Iterable[tuple[int, str]]) -> None:
        members = self.members[parameter]
        for pk, code in pairs:
            members[code] |= self._bit.get(pk, 0)

    def _read(self) -> None:
        parameter_of = {scheme: parameter for parameter, scheme in SCHEME_OF.items()}
        for pk, term_pk in Classification.objects.values_list("intervention", "term"):
            path = self.vocabulary.path(self.vocabulary.by_pk(term_pk))
            self._add(parameter_of.get(path[0].scheme.code, ""), ((pk, term.code) for term in path))
        for pk, country, scope, scale, status, kind, level, source in Intervention.objects.values_list(
            "pk", "country", "scope", "scale", "status", "kind", "sms_highest", "source__slug"
        ):
            for parameter, code in (
                ("country", country),
                ("scope", scope),
                ("scale", scale),
                ("status", status),
                ("kind", kind),
            ):
                self._add(parameter, [(pk, code)])
            self._add("source", [(pk, source)])
            self._add("smsMin", ((pk, least) for least in LEVELS if level and level >= int(least)))
        self._add("country", Intervention.further_countries.through.objects.values_list("intervention", "country"))
        self._add("organisation", Participation.objects.values_list("intervention", "organisation__slug"))
        for model in SAID_BY_SOURCES:
            self._add("source", model._default_manager.values_list("intervention", "source__slug").distinct())
        for pk, measure, direction in Verdict.objects.values_list("intervention", "measure", "direction"):
            path = self.vocabulary.path(self.vocabulary.by_pk(measure)) if measure else []
            for code in ("", *(term.code for term in path)):
                self.verdicts[code, direction] |= self._bit.get(pk, 0)

    @cached_property
    def options(self) -> dict[tuple[str, str], tuple[Callable[[], str], list[Option]]]:
        """Every facet, by parameter and group: its label and its values in order."""
        facets: dict[tuple[str, str], tuple[Callable[[], str], list[Option]]] = {}
        for parameter, scheme_code in (*SCHEME_OF.items(), ("successMeasure", MEASURES)):
            scheme = self.vocabulary.schemes.get(scheme_code)
            if scheme is None:
                continue
            terms = self.vocabulary.terms[scheme_code].values()
            if parameter == "targetGroup":
                for top in (term for term in terms if not term.broader_id):
                    below = [term for term in terms if self.vocabulary.top(term) == top and term != top]
                    facets[parameter, top.code] = (_label_of(top), list(self._in_order(below, top.pk)))
            else:
                facets[parameter, ""] = (_name_of(scheme), list(self._in_order(terms, None)))
        for parameter, choices in CHOICES.items():
            label = InterventionFilter.base_filters[parameter].label
            facets[parameter, ""] = (
                _constant(label),
                [Option(code, _constant(text)) for code, text in choices.choices],
            )
        facets["country", ""] = (
            _constant(_("Land")),
            [Option(row.code, _name_of(row)) for row in Country.objects.all()],
        )
        facets["source", ""] = (
            _constant(_("Bron")),
            [Option(row.slug, _constant(row.title)) for row in Source.objects.of_published()],
        )
        facets["organisation", ""] = (
            _constant(_("Organisatie")),
            [Option(row.slug, _constant(row.name)) for row in Organisation.objects.of_published()],
        )
        facets["direction", ""] = (
            _constant(_("Wat het onderzoek zegt")),
            [Option(code, _constant(text)) for code, text in Direction.choices],
        )
        facets["smsMin", ""] = (
            _constant(_("Hoogste niveau ten minste")),
            [Option(level, _constant(level)) for level in LEVELS],
        )
        return facets

    def _in_order(self, terms: Iterable[Term], broader: int | None, depth: int = 0) -> Iterator[Option]:
        terms = list(terms)
        for term in terms:
            if term.broader_id == broader:
                yield Option(term.code, _label_of(term), depth)
                yield from self._in_order(terms, term.pk, depth + 1)

    def having(self, parameter: str, code: str, asked: Mapping[str, list[str]]) -> int:
        """Return the interventions that have a value. A measure and a direction must meet in one verdict."""
        if parameter == "direction":
            return _union(self.verdicts.get((measure, code), 0) for measure in asked.get("successMeasure") or [""])
        if parameter == "successMeasure":
            return _union(
                self.verdicts.get((code, direction), 0) for direction in asked.get("direction") or Direction.values
            )
        return self.members[parameter].get(code, 0)


def _union(bits: Iterable[int]) -> int:
    together = 0
    for some in bits:
        together |= some
    return together


def _constant(text) -> Callable[[], str]:
    return lambda: str(text)


def _name_of(row) -> Callable[[], str]:
    return lambda: row.name


def _label_of(term: Term) -> Callable[[], str]:
    return lambda: term.label


@lru_cache(maxsize=2)
def _index(token: str) -> Index:  # noqa: ARG001 — the token is the key
    return Index(vocabulary.current())


def index_of(filterset: InterventionFilter) -> Index:
    """Return the index of the state of the catalogue that a question is asked of."""
    return _index(filterset.vocabulary.token)


def forget() -> None:
    """Forget every index; for tests that write facts without saying so."""
    _index.cache_clear()


def _without(data: QueryDict, parameter: str, dropped: set[str] | None) -> QueryDict:
    """Copy a query without a parameter, or without some values of it."""
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


def count(filterset: InterventionFilter) -> list[Facet]:
    """Count every value of every facet under the current selection; a facet ignores what was chosen in itself.

    One extra query per facet in which something was chosen; none for the others.
    """
    index = index_of(filterset)
    asked = filterset.form.cleaned_data if filterset.is_valid() else {}
    remaining = index.bits(filterset.ids)
    facets = []
    for (parameter, group), (label, options) in index.options.items():
        own = {option.code for option in options}
        given = asked.get(parameter)
        chosen = own.intersection(given if isinstance(given, list) else [str(given)])
        left = (
            index.bits(InterventionFilter(_without(filterset.data, parameter, own if group else None)).ids)
            if chosen
            else remaining
        )
        values = [
            Value(
                option.code,
                option.label(),
                (index.having(parameter, option.code, asked) & left).bit_count(),
                option.code in chosen,
                option.depth,
            )
            for option in options
        ]
        facets.append(Facet(parameter, group, label(), values))
    return facets
