"""What one may ask of the list of provisions."""

from typing import ClassVar

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.choices import LifeStatus, ProvisionKind, SchemeCode
from evidence.filters import base
from evidence.models import Country, Intervention, Organisation, Provision, ProvisionTerm, SearchDocument, Source


def provision_terms(scheme: SchemeCode, label: base.Label) -> base.CodesFilter:
    """Make a filter on the terms of one scheme that a source counts a provision to."""

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
    pillar = provision_terms(SchemeCode.PILLAR, _("Pijler"))
    target_group = provision_terms(SchemeCode.TARGET_GROUP, _("Doelgroep"))
    funding = provision_terms(SchemeCode.FUNDING, _("Financiering"))
    intervention = base.slugs_filter("interventions", Intervention.objects.published, _("Interventie"))
    organisation = base.slugs_filter("participations__organisation", Organisation.objects.all, _("Organisatie"))
    source = base.slugs_filter("source", Source.objects.documents, _("Bron"))
    ordering = base.ordering_filter()
