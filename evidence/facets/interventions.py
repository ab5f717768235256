"""The facets of the list of interventions."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from evidence.choices import Direction, InterventionKind, LifeStatus, Scale, SchemeCode, Scope
from evidence.facets.index import (
    YES_AND_NO,
    FacetIndex,
    FacetOption,
    Label,
    Options,
    code_of_answer,
    constant,
    constants,
    name_of,
    union,
)
from evidence.filters.interventions import MEASURES, SAID_BY_SOURCES, SCHEME_OF, InterventionFilter
from evidence.models import Classification, Country, Intervention, Organisation, Participation, Source, Study, Verdict
from evidence.parts import name_of_part
from evidence.vocabulary import Vocabulary

CHOICES = {"scope": Scope, "scale": Scale, "status": LifeStatus, "kind": InterventionKind}
LEVELS = ("5", "4", "3", "2", "1", "0")
DIRECTIONS = [
    (code, _("Onderzoek zonder eindrapport") if code == Direction.ONGOING else label)
    for code, label in Direction.choices
]
"""The verdicts as choices: whether research still goes on can only be said of one record (states.verdict_words)."""


class InterventionIndex(FacetIndex):
    """For every parameter and code, the published interventions that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary, Intervention.objects.published().values_list("pk", flat=True))
        self.verdicts: dict[tuple[str, str], int] = defaultdict(int)
        self.sectors: dict[tuple[str, str], int] = defaultdict(int)
        self.add_terms(SCHEME_OF, Classification.objects.values_list("intervention", "term"))
        self._add_fields()
        self._add_links()
        self._add_verdicts()
        self._add_sectors()

    def _add_fields(self) -> None:
        rows = list(Intervention.objects.values("pk", "country", "source__slug", "sms_highest", *CHOICES))
        for field in ("country", *CHOICES):
            self.add(field, ((row["pk"], row[field]) for row in rows))
        self.add("source", ((row["pk"], row["source__slug"]) for row in rows))
        levels = [(row["pk"], row["sms_highest"]) for row in rows if row["sms_highest"] is not None]
        self.add("smsMin", ((pk, least) for pk, level in levels for least in LEVELS if level >= int(least)))
        described = Intervention.objects.annotate(has_content=Intervention.objects.is_described())
        self.add(
            "described", ((pk, code_of_answer(answer)) for pk, answer in described.values_list("pk", "has_content"))
        )

    def _add_links(self) -> None:
        self.add("country", Intervention.further_countries.through.objects.values_list("intervention", "country"))
        studies = Study.interventions.through.objects.filter(study__country__isnull=False)
        self.add("evidenceCountry", studies.values_list("intervention", "study__country"))
        self.add("organisation", Participation.objects.values_list("intervention", "organisation__slug"))
        for model in SAID_BY_SOURCES:
            self.add("source", model._default_manager.values_list("intervention", "source__slug").distinct())

    def _add_verdicts(self) -> None:
        for pk, measure, direction in Verdict.objects.values_list("intervention", "measure", "direction"):
            path = self.vocabulary.path(self.vocabulary.by_pk(measure)) if measure else []
            for code in ("", *(term.code for term in path)):
                self.verdicts[code, direction] |= self.bit.get(pk, 0)

    def _add_sectors(self) -> None:
        """Note which part of which source counts an intervention to a sector."""
        parts = {(part.source.pk, part.name): code for code, part in self.vocabulary.sector_parts.items()}
        rows = Classification.objects.filter(term__scheme__code=SchemeCode.SECTOR)
        for pk, term, source, locator in rows.values_list("intervention", "term", "source", "locator"):
            part = parts[source, name_of_part(locator)]
            for code in ("", *(broader.code for broader in self.vocabulary.path(self.vocabulary.by_pk(term)))):
                for place in ("", part):
                    self.sectors[code, place] |= self.bit.get(pk, 0)

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order."""
        facets = dict(self.term_facets({**SCHEME_OF, "successMeasure": MEASURES}, grouped=("targetGroup",)))
        for parameter, choices in CHOICES.items():
            facets[parameter, ""] = (_label(parameter), constants(choices.choices))
        countries = [FacetOption(row.code, name_of(row)) for row in Country.objects.all()]
        sources = Source.objects.of_published().values_list("slug", "title")
        organisations = Organisation.objects.of_published().values_list("slug", "name")
        return facets | {
            ("country", ""): (constant(_("Land")), countries),
            ("source", ""): (_label("source"), constants(sources)),
            ("organisation", ""): (_label("organisation"), constants(organisations)),
            ("sectorPart", ""): (_label("sectorPart"), constants(self._parts())),
            ("evidenceCountry", ""): (constant(_("Land van het onderzoek")), countries),
            ("described", ""): (_label("described"), constants(zip(YES_AND_NO, (_("Ja"), _("Nee")), strict=True))),
            ("direction", ""): (_label("direction"), constants(DIRECTIONS)),
            ("smsMin", ""): (_label("smsMin"), constants((level, level) for level in LEVELS)),
        }

    def _parts(self) -> list[tuple[str, str]]:
        return [(code, part.label) for code, part in self.vocabulary.sector_parts.items()]

    def having(self, parameter: str, code: str, asked: Mapping[str, Any]) -> int:
        """Return the interventions that have a value.

        A measure and a direction must meet in one verdict, a sector and a part of a source in one row.
        """
        if parameter == "direction":
            return union(self.verdicts.get((measure, code), 0) for measure in asked.get("successMeasure") or [""])
        if parameter == "successMeasure":
            directions = asked.get("direction") or Direction.values
            return union(self.verdicts.get((code, direction), 0) for direction in directions)
        if parameter == "sector":
            return union(self.sectors.get((code, part), 0) for part in asked.get("sectorPart") or [""])
        if parameter == "sectorPart":
            return union(self.sectors.get((sector, code), 0) for sector in asked.get("sector") or [""])
        return super().having(parameter, code, asked)


def _label(parameter: str) -> Label:
    return constant(InterventionFilter.base_filters[parameter].label)
