"""Countries, sources, organisations and vocabularies: what the knowledge stands on."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api import counts, skos
from api.negotiation import JsonLd
from api.serializers.countries import CountryRecordSerializer, CountrySerializer
from api.serializers.organisations import OrganisationRecordSerializer, OrganisationSerializer
from api.serializers.sources import SourceSerializer
from api.serializers.terms import SchemeSerializer
from api.views.base import ListView, NounView, RecordView
from evidence.choices import EditorialState
from evidence.filters import CountryFilter, OrganisationFilter, SchemeFilter, SourceFilter
from evidence.models import Country, Figure, Organisation, Participation, ProvisionRole, Scheme, Source


class CountryView(NounView[Country]):
    """What the list and the record of countries share."""

    tag = "countries"
    filterset_class = CountryFilter

    def add_counts(self, rows: Sequence[Country]) -> None:
        counts.for_countries(rows)


class CountryList(CountryView, ListView[Country]):
    operation_id = "listCountries"
    summary = "Landen met hun arbeidsmarktbeleid en onderzoeken per niveau"
    serializer_class = CountrySerializer

    def rows(self) -> QuerySet[Country]:
        """Bring along the context."""
        return Country.objects.prefetch_related("context_points__source")


class CountryDetail(CountryView, RecordView[Country]):
    operation_id = "getCountry"
    summary = "Eén land"
    key = "code"
    serializer_class = CountryRecordSerializer

    def rows(self) -> QuerySet[Country]:
        """Bring along context and figures."""
        figures = Figure.objects.of_published().with_facts()
        return Country.objects.prefetch_related("context_points__source", Prefetch("figures", figures))


class SourceView(NounView[Source]):
    """What the list and the record of sources share."""

    tag = "sources"
    filterset_class = SourceFilter
    serializer_class = SourceSerializer

    def add_counts(self, rows: Sequence[Source]) -> None:
        counts.for_sources(rows)


class SourceList(SourceView, ListView[Source]):
    operation_id = "listSources"
    summary = "De documenten waar alles uit komt"


class SourceDetail(SourceView, RecordView[Source]):
    operation_id = "getSource"
    summary = "Eén document"


class OrganisationView(NounView[Organisation]):
    """What the list and the record of organisations share."""

    tag = "organisations"
    filterset_class = OrganisationFilter

    def add_counts(self, rows: Sequence[Organisation]) -> None:
        counts.for_organisations(rows)


class OrganisationList(OrganisationView, ListView[Organisation]):
    operation_id = "listOrganisations"
    summary = "Organisaties"
    serializer_class = OrganisationSerializer


class OrganisationDetail(OrganisationView, RecordView[Organisation]):
    operation_id = "getOrganisation"
    summary = "Eén organisatie met haar rollen"
    serializer_class = OrganisationRecordSerializer

    def rows(self) -> QuerySet[Organisation]:
        """Bring along its roles in what the public may see."""
        public = Participation.objects.filter(intervention__editorial_state=EditorialState.PUBLISHED)
        return Organisation.objects.prefetch_related(
            Prefetch("participations", public.select_related("intervention", "source")),
            Prefetch("provision_participations", ProvisionRole.objects.select_related("provision", "source")),
        )


class SchemeView(NounView[Scheme]):
    """What the list and the record of vocabularies share."""

    tag = "schemes"
    filterset_class = SchemeFilter
    serializer_class = SchemeSerializer

    def rows(self) -> QuerySet[Scheme]:
        """Bring along the concepts."""
        return Scheme.objects.prefetch_related("terms__broader", "terms__source")

    def add_counts(self, rows: Sequence[Scheme]) -> None:
        counts.for_schemes(rows)


class SchemeList(SchemeView, ListView[Scheme]):
    operation_id = "listSchemes"
    summary = "Begrippenlijsten met hun begrippen"


class SchemeDetail(SchemeView, RecordView[Scheme]):
    """One vocabulary; as linked data too."""

    operation_id = "getScheme"
    summary = "Eén begrippenlijst, als JSON of als SKOS (JSON-LD)"
    key = "code"
    renderer_classes = [JSONRenderer, JsonLd]

    def written(self, request: Request, row: Scheme) -> Response:
        """Write it in the form that was asked."""
        linked = request.accepted_renderer.format == JsonLd.format
        return Response(skos.scheme_as_json_ld(row)) if linked else super().written(request, row)
