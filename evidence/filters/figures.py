"""What one may ask of the list of figures."""

from typing import ClassVar

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.choices import SchemeCode, Unit
from evidence.filters import base
from evidence.models import Country, Figure, Intervention, Provision, Source


def figure_terms(scheme: SchemeCode, label: base.Label) -> base.CodesFilter:
    """Make a filter on the terms of one scheme that a figure is about."""

    def about_terms(filterset, queryset, codes):
        carried = Figure.terms.through.objects.filter(figure=OuterRef("pk"))
        for group in base.by_top(filterset, scheme, codes).values():
            queryset = queryset.filter(Exists(carried.filter(term__in=filterset.vocabulary.within(scheme, group))))
        return queryset

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), about_terms, label)


class FigureFilter(base.ListFilter):
    """The list of figures: numbers about a problem or a context, never results."""

    visible = Figure.objects.of_published
    orders: ClassVar = {
        "source": ("source_id", "pk"),
        "value": (F("value").asc(nulls_last=True), "pk"),
        "-value": (F("value").desc(nulls_last=True), "pk"),
    }

    country = base.slugs_filter("country", Country.objects.all, _("Land, als code"), key="code")
    intervention = base.slugs_filter("intervention", Intervention.objects.published, _("Interventie"))
    provision = base.slugs_filter("provision", Provision.objects.all, _("Voorziening"))
    target_group = figure_terms(SchemeCode.TARGET_GROUP, _("Over welke groep"))
    llo_stage = figure_terms(SchemeCode.LLO_STAGE, _("Fase van leven lang ontwikkelen"))
    pillar = figure_terms(SchemeCode.PILLAR, _("Pijler"))
    unit = base.choices_filter("unit", Unit, _("Eenheid"))
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
