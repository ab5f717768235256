"""What one may ask of the list of figures."""

from typing import ClassVar

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.choices import SchemeCode, Unit
from evidence.filters import base
from evidence.models import Country, Figure, Intervention, Provision, SearchDocument, Source

SCHEME_OF = {
    "targetGroup": SchemeCode.TARGET_GROUP,
    "lloStage": SchemeCode.LLO_STAGE,
    "pillar": SchemeCode.PILLAR,
    "sector": SchemeCode.SECTOR,
    "typology": SchemeCode.MIGRANT_TYPOLOGY,
    "buildingBlock": SchemeCode.BUILDING_BLOCK,
    "component": SchemeCode.COMPONENT,
    "careerMoment": SchemeCode.CAREER_MOMENT,
    "successMeasure": SchemeCode.SUCCESS_MEASURE,
    "funding": SchemeCode.FUNDING,
}
"""The parameters that ask for terms of figures, and the scheme of each."""


def figure_terms(parameter: str, label: base.Label) -> base.CodesFilter:
    """Make a filter on what a figure is about: “or” within a group of target groups, “and” between groups."""
    scheme = SCHEME_OF[parameter]

    def about_terms(filterset, queryset, codes):
        carried = Figure.terms.through.objects.filter(figure=OuterRef("pk"))
        groups = base.by_top(filterset, scheme, codes).values() if parameter == "targetGroup" else [codes]
        for group in groups:
            queryset = queryset.filter(Exists(carried.filter(term__in=filterset.vocabulary.within(scheme, group))))
        return queryset

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), about_terms, label)


class FigureFilter(base.ListFilter):
    """The list of figures: numbers about a problem or a context, never results."""

    subject = SearchDocument.Subject.FIGURE
    visible = Figure.objects.of_published
    orders: ClassVar = {
        "source": ("source_id", "pk"),
        "relevance": ("source_id", "pk"),
        "value": (F("value").asc(nulls_last=True), "pk"),
        "-value": (F("value").desc(nulls_last=True), "pk"),
    }

    search = base.search_filter()
    country = base.slugs_filter("country", Country.objects.all, _("Land, als code"), key="code")
    intervention = base.slugs_filter("intervention", Intervention.objects.published, _("Interventie"))
    provision = base.slugs_filter("provision", Provision.objects.all, _("Voorziening"))
    target_group = figure_terms("targetGroup", _("Over welke groep"))
    llo_stage = figure_terms("lloStage", _("Fase van leven lang ontwikkelen"))
    pillar = figure_terms("pillar", _("Pijler"))
    sector = figure_terms("sector", _("Sector"))
    typology = figure_terms("typology", _("Type arbeidsmigrant"))
    building_block = figure_terms("buildingBlock", _("Bouwsteen"))
    component = figure_terms("component", _("Onderdeel"))
    career_moment = figure_terms("careerMoment", _("Moment in de loopbaan"))
    success_measure = figure_terms("successMeasure", _("Succesmaat"))
    funding = figure_terms("funding", _("Financiering"))
    unit = base.choices_filter("unit", Unit, _("Eenheid"))
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
