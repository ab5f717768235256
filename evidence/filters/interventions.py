"""What one may ask of the list of interventions."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import ClassVar

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from evidence.choices import Direction, InterventionKind, LifeStatus, Scale, SchemeCode, Scope
from evidence.filters import base
from evidence.models import (
    Amendment,
    Classification,
    Country,
    Experience,
    Finding,
    Intervention,
    Organisation,
    Participation,
    Passage,
    SearchDocument,
    Source,
    Study,
    Verdict,
)

SCHEME_OF = {
    "type": SchemeCode.INTERVENTION_TYPE,
    "targetGroup": SchemeCode.TARGET_GROUP,
    "component": SchemeCode.COMPONENT,
    "buildingBlock": SchemeCode.BUILDING_BLOCK,
    "sector": SchemeCode.SECTOR,
    "careerMoment": SchemeCode.CAREER_MOMENT,
    "pillar": SchemeCode.PILLAR,
    "lloStage": SchemeCode.LLO_STAGE,
    "funding": SchemeCode.FUNDING,
    "steering": SchemeCode.STEERING,
    "category": SchemeCode.TRAJECTORY_CATEGORY,
}
"""The parameters that ask for terms, and the scheme of each: a new facet is a line here and a scheme in the data."""
MEASURES = SchemeCode.SUCCESS_MEASURE
SAID_BY_SOURCES = (Classification, Finding, Participation, Passage, Amendment, Experience)
"""Facts of an intervention that another source than its own may state."""


def classified(filterset: base.ListFilter, scheme: str, codes: list[str]) -> Exists:
    """Tell whether any source counts an intervention to one of these terms, or to something narrower."""
    terms = filterset.vocabulary.within(scheme, codes)
    return Exists(Classification.objects.filter(intervention=OuterRef("pk"), term__in=terms))


def terms_filter(parameter: str, label: base.Label, what: base.What | None = None) -> base.CodesFilter:
    """Make a filter on the terms of the scheme of a parameter; several codes mean “or” unless `what` says otherwise."""
    scheme = SCHEME_OF[parameter]

    def any_of_them(filterset, queryset, codes):
        return queryset.filter(classified(filterset, scheme, codes))

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), what or any_of_them, label)


def in_every_group(filterset, queryset, codes):
    """Keep interventions for all groups asked: “or” within gender, “and” between gender and status."""
    scheme = SCHEME_OF["targetGroup"]
    for group in base.by_top(filterset, scheme, codes).values():
        queryset = queryset.filter(classified(filterset, scheme, group))
    return queryset


def in_sector(filterset, queryset, _codes):
    """Keep interventions that one part of a source counts to a sector: both must meet in one row."""
    asked = filterset.form.cleaned_data
    words = filterset.vocabulary
    rows = Classification.objects.filter(intervention=OuterRef("pk"), term__scheme__code=SchemeCode.SECTOR)
    if asked["sector"]:
        rows = rows.filter(term__in=words.within(SchemeCode.SECTOR, asked["sector"]))
    if asked["sectorPart"]:
        rows = rows.filter(reduce(or_, (words.sector_parts[code].rows for code in asked["sectorPart"])))
    return queryset.filter(Exists(rows))


def in_countries(_filterset, queryset, codes):
    """Keep interventions that run in a country, as their main one or further on."""
    further = Intervention.further_countries.through.objects.filter(intervention=OuterRef("pk"), country__in=codes)
    return queryset.filter(Q(country__in=codes) | Exists(further))


def with_evidence_from(_filterset, queryset, codes):
    """Keep interventions with a study of people in a country."""
    studies = Study.interventions.through.objects.filter(intervention=OuterRef("pk"))
    return queryset.filter(Exists(studies.filter(study__country__in=codes)))


def with_verdict(filterset, queryset, _codes):
    """Keep interventions with one verdict that has both the measure and the direction asked."""
    asked = filterset.form.cleaned_data
    verdicts = Verdict.objects.filter(intervention=OuterRef("pk"))
    if asked["successMeasure"]:
        verdicts = verdicts.filter(measure__in=filterset.vocabulary.within(MEASURES, asked["successMeasure"]))
    if asked["direction"]:
        verdicts = verdicts.filter(direction__in=asked["direction"])
    return queryset.filter(Exists(verdicts))


def from_sources(_filterset, queryset, slugs):
    """Keep interventions that a source describes, or says anything about."""
    says = Q(source__slug__in=slugs)
    for model in SAID_BY_SOURCES:
        says |= Q(Exists(model._default_manager.filter(intervention=OuterRef("pk"), source__slug__in=slugs)))
    return queryset.filter(says)


def with_findings(_filterset, queryset, answer):
    """Keep interventions that have findings, or that have none."""
    findings = Exists(Finding.objects.filter(intervention=OuterRef("pk")))
    return queryset.filter(findings if answer else ~findings)


def with_content(_filterset, queryset, answer):
    """Keep records with content, or those that are only a name."""
    described = queryset.is_described()
    return queryset.filter(described if answer else ~described)


def by_organisations(_filterset, queryset, slugs):
    """Keep interventions in which an organisation takes part."""
    return queryset.filter(
        Exists(Participation.objects.filter(intervention=OuterRef("pk"), organisation__slug__in=slugs))
    )


class InterventionFilter(base.ListFilter):
    """The list of interventions. Within a parameter “or”, between parameters “and”."""

    subject = SearchDocument.Subject.INTERVENTION
    visible = Intervention.objects.published
    orders: ClassVar = {
        "name": ("sort_name", "pk"),
        "-name": ("-sort_name", "-pk"),
        "relevance": ("sort_name", "pk"),
        "modified": ("modified", "pk"),
        "-modified": ("-modified", "pk"),
        "start": (F("start").asc(nulls_last=True), "pk"),
        "-start": (F("start").desc(nulls_last=True), "pk"),
        "smsHighest": (F("sms_highest").asc(nulls_last=True), "sort_name", "pk"),
        "-smsHighest": (F("sms_highest").desc(nulls_last=True), "sort_name", "pk"),
    }

    search = base.search_filter()
    country = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Country.objects.all, "code"), in_countries, _("Land, als code")
    )
    evidence_country = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Country.objects.all, "code"),
        with_evidence_from,
        _("Land van het onderzoek, als code"),
    )
    type = terms_filter("type", _("Type interventie"))
    target_group = terms_filter("targetGroup", _("Doelgroep"), in_every_group)
    component = terms_filter("component", _("Onderdeel"))
    success_measure = base.CodesFilter(
        lambda filterset: filterset.vocabulary.terms.get(MEASURES, {}), with_verdict, _("Succesmaat")
    )
    building_block = terms_filter("buildingBlock", _("Bouwsteen"))
    sector = terms_filter("sector", _("Sector"), in_sector)
    sector_part = base.CodesFilter(
        lambda filterset: filterset.vocabulary.sector_parts, in_sector, _("Sector volgens welk deel van de bron")
    )
    career_moment = terms_filter("careerMoment", _("Moment in de loopbaan"))
    pillar = terms_filter("pillar", _("Pijler"))
    llo_stage = terms_filter("lloStage", _("Fase van leven lang ontwikkelen"))
    funding = terms_filter("funding", _("Financiering"))
    steering = terms_filter("steering", _("Sturing"))
    category = terms_filter("category", _("Categorie leerwerktraject"))
    scope = base.choices_filter("scope", Scope, _("Werkgebied"))
    scale = base.choices_filter("scale", Scale, _("Schaal"))
    status = base.choices_filter("status", LifeStatus, _("Status"))
    kind = base.choices_filter("kind", InterventionKind, _("Soort"))
    organisation = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Organisation.objects.of_published, "slug"), by_organisations, _("Organisatie")
    )
    source = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Source.objects.of_published, "slug"), from_sources, _("Bron")
    )
    part_of = base.slugs_filter("part_of", Intervention.objects.published, _("Deel van programma"))
    sms_min = base.LevelFilter(
        lambda _f, queryset, level: queryset.filter(sms_highest__gte=level), _("Hoogste niveau ten minste")
    )
    sms_max = base.LevelFilter(
        lambda _f, queryset, level: queryset.filter(sms_highest__lte=level), _("Hoogste niveau ten hoogste")
    )
    direction = base.CodesFilter(
        lambda _filterset: Direction.values, with_verdict, _("Wat het onderzoek zegt"), fixed=Direction.values
    )
    described = base.YesNoFilter(with_content, _("Met een beschrijving, niet alleen genoemd"))
    has_findings = base.YesNoFilter(with_findings, _("Met bevindingen"))
    start_from = base.PartialDateFilter(lambda _f, queryset, day: queryset.filter(start__gte=day), _("Gestart vanaf"))
    start_to = base.PartialDateFilter(
        lambda _f, queryset, day: queryset.filter(start__lte=day), _("Gestart tot en met"), last=True
    )
    modified_since = base.MomentFilter(
        lambda _f, queryset, moment: queryset.filter(modified__gte=moment), _("Gewijzigd sinds")
    )
    ordering = base.ordering_filter()

    def rows(self, ids: Iterable[int], queryset: QuerySet) -> list:
        """Fetch interventions with their terms and sources, which are kept and so cost no query and no copies."""
        rows = super().rows(ids, queryset)
        for row in rows:
            for classification in row.classifications.all():
                classification.term = self.vocabulary.by_pk(classification.term_id)
                classification.source = self.vocabulary.sources[classification.source_id]
            for study in row.studies.all():
                study.source = self.vocabulary.sources[study.source_id]
            for verdict in row.verdicts.all():
                verdict.measure = self.vocabulary.by_pk(verdict.measure_id) if verdict.measure_id else None
        return rows
