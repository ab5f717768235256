"""What one may ask of the list of provisions."""

from typing import ClassVar

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.choices import LifeStatus, ProvisionKind, SchemeCode
from evidence.filters import base
from evidence.models import Country, Intervention, Organisation, Provision, ProvisionTerm, SearchDocument, Source

SCHEME_OF = {
    "pillar": SchemeCode.PILLAR,
    "targetGroup": SchemeCode.TARGET_GROUP,
    "funding": SchemeCode.FUNDING,
    "sector": SchemeCode.SECTOR,
    "lloStage": SchemeCode.LLO_STAGE,
}
"""The parameters that ask for terms of provisions, and the scheme of each."""


def provision_terms(parameter: str, label: base.Label) -> base.CodesFilter:
    """Make a filter on the terms of the scheme of a parameter that a source counts a provision to."""
    scheme = SCHEME_OF[parameter]

    def with_terms(filterset, queryset, codes):
        counted = ProvisionTerm.objects.filter(provision=OuterRef("pk"))
        return queryset.filter(Exists(counted.filter(term__in=filterset.vocabulary.within(scheme, codes))))

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), with_terms, label)


class ProvisionFilter(base.ListFilter):
    """The list of provisions."""

    subject = SearchDocument.Subject.PROVISION
    visible = Provision.objects.all
    orders: ClassVar = {
        "name": ("sort_name", "pk"),
        "-name": ("-sort_name", "-pk"),
        "relevance": ("sort_name", "pk"),
        "kind": ("kind", "sort_name", "pk"),
    }

    search = base.search_filter()
    kind = base.choices_filter("kind", ProvisionKind, _("Soort"))
    country = base.slugs_filter("country", Country.objects.all, _("Land, als code"), key="code")
    status = base.choices_filter("status", LifeStatus, _("Status"))
    pillar = provision_terms("pillar", _("Pijler"))
    target_group = provision_terms("targetGroup", _("Doelgroep"))
    funding = provision_terms("funding", _("Financiering"))
    sector = provision_terms("sector", _("Sector"))
    llo_stage = provision_terms("lloStage", _("Fase van leven lang ontwikkelen"))
    intervention = base.slugs_filter("interventions", Intervention.objects.published, _("Interventie"))
    organisation = base.slugs_filter("participations__organisation", Organisation.objects.all, _("Organisatie"))
    source = base.slugs_filter("source", Source.objects.documents, _("Bron"))
    ordering = base.ordering_filter()
