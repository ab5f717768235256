"""The facets of the list of interventions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from evidence.choices import Direction, InterventionKind, LifeStatus, Scale, Scope
from evidence.facets.index import FacetIndex, FacetOption, Label, Options, constant, constants, label_of, name_of, union
from evidence.filters.interventions import MEASURES, SAID_BY_SOURCES, SCHEME_OF, InterventionFilter
from evidence.models import Classification, Country, Intervention, Organisation, Participation, Source, Term, Verdict
from evidence.vocabulary import Vocabulary

CHOICES = {"scope": Scope, "scale": Scale, "status": LifeStatus, "kind": InterventionKind}
LEVELS = ("5", "4", "3", "2", "1")


class InterventionIndex(FacetIndex):
    """For every parameter and code, the published interventions that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary, Intervention.objects.published().values_list("pk", flat=True))
        self.verdicts: dict[tuple[str, str], int] = defaultdict(int)
        self.add_terms(SCHEME_OF, Classification.objects.values_list("intervention", "term"))
        self._add_fields()
        self._add_links()
        self._add_verdicts()

    def _add_fields(self) -> None:
        rows = list(Intervention.objects.values("pk", "country", "source__slug", "sms_highest", *CHOICES))
        for field in ("country", *CHOICES):
            self.add(field, ((row["pk"], row[field]) for row in rows))
        self.add("source", ((row["pk"], row["source__slug"]) for row in rows))
        levels = ((row["pk"], row["sms_highest"] or 0) for row in rows)
        self.add("smsMin", ((pk, least) for pk, level in levels for least in LEVELS if level >= int(least)))

    def _add_links(self) -> None:
        self.add("country", Intervention.further_countries.through.objects.values_list("intervention", "country"))
        self.add("organisation", Participation.objects.values_list("intervention", "organisation__slug"))
        for model in SAID_BY_SOURCES:
            self.add("source", model._default_manager.values_list("intervention", "source__slug").distinct())

    def _add_verdicts(self) -> None:
        for pk, measure, direction in Verdict.objects.values_list("intervention", "measure", "direction"):
            path = self.vocabulary.path(self.vocabulary.by_pk(measure)) if measure else []
            for code in ("", *(term.code for term in path)):
                self.verdicts[code, direction] |= self.bit.get(pk, 0)

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order."""
        facets = dict(self._terms())
        for parameter, choices in CHOICES.items():
            facets[parameter, ""] = (_label(parameter), constants(choices.choices))
        countries = [FacetOption(row.code, name_of(row)) for row in Country.objects.all()]
        sources = Source.objects.of_published().values_list("slug", "title")
        organisations = Organisation.objects.of_published().values_list("slug", "name")
        return facets | {
            ("country", ""): (constant(_("Land")), countries),
            ("source", ""): (_label("source"), constants(sources)),
            ("organisation", ""): (_label("organisation"), constants(organisations)),
            ("direction", ""): (_label("direction"), constants(Direction.choices)),
            ("smsMin", ""): (_label("smsMin"), constants((level, level) for level in LEVELS)),
        }

    def _terms(self) -> Iterator[tuple[tuple[str, str], tuple[Label, list[FacetOption]]]]:
        """Make the facets that ask for terms; target groups have one for each broadest term."""
        for parameter, code in (*SCHEME_OF.items(), ("successMeasure", MEASURES)):
            if code not in self.vocabulary.schemes:
                continue
            terms = self.vocabulary.terms[code].values()
            if parameter == "targetGroup":
                for top in (term for term in terms if not term.broader_id):
                    below = [term for term in terms if self.vocabulary.top(term) == top and term != top]
                    yield (parameter, top.code), (label_of(top), list(self._in_order(below, top.pk)))
            else:
                yield (parameter, ""), (name_of(self.vocabulary.schemes[code]), list(self._in_order(terms, None)))

    def _in_order(self, terms: Iterable[Term], broader: int | None, depth: int = 0) -> Iterator[FacetOption]:
        terms = list(terms)
        for term in terms:
            if term.broader_id == broader:
                yield FacetOption(term.code, label_of(term), depth)
                yield from self._in_order(terms, term.pk, depth + 1)

    def having(self, parameter: str, code: str, asked: Mapping[str, Any]) -> int:
        """Return the interventions that have a value. A measure and a direction must meet in one verdict."""
        if parameter == "direction":
            return union(self.verdicts.get((measure, code), 0) for measure in asked.get("successMeasure") or [""])
        if parameter == "successMeasure":
            directions = asked.get("direction") or Direction.values
            return union(self.verdicts.get((code, direction), 0) for direction in directions)
        return super().having(parameter, code, asked)


def _label(parameter: str) -> Label:
    return constant(InterventionFilter.base_filters[parameter].label)
