"""Countries, sources, organisations and vocabularies: what the knowledge stands on."""

from collections.abc import Iterable

from django.db.models import Model, Prefetch, QuerySet
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api import counts, skos
from api.negotiation import JsonLd
from api.serializers.countries import CountryRecordSerializer, CountrySerializer
from api.serializers.organisations import OrganisationRecordSerializer, OrganisationSerializer
from api.serializers.sources import SourceSerializer
from api.serializers.terms import SchemeSerializer
from api.views.base import ListView, RecordView
from evidence import models
from evidence.choices import EditorialState
from evidence.filters import CountryFilter, OrganisationFilter, SchemeFilter, SourceFilter


class CountryList(ListView):
    """The list of countries."""

    operation, tag = "listCountries", "countries"
    summary = "Landen met hun arbeidsmarktbeleid en onderzoeken per niveau"
    filterset_class, shape = CountryFilter, CountrySerializer

    def rows(self) -> QuerySet:
        """Bring along the context."""
        return models.Country.objects.prefetch_related("context_points__source")

    def dress(self, rows: Iterable[Model]) -> None:
        """Count per country."""
        counts.for_countries(rows)


class CountryDetail(RecordView):
    """One country."""

    operation, tag = "getCountry", "countries"
    summary = "Eén land"
    key = "code"
    filterset_class, shape, dress = CountryFilter, CountryRecordSerializer, CountryList.dress

    def rows(self) -> QuerySet:
        """Bring along context and figures."""
        figures = counts.public_figures().select_related("source").prefetch_related("terms")
        return models.Country.objects.prefetch_related("context_points__source", Prefetch("figures", figures))


class SourceList(ListView):
    """The list of sources."""

    operation, tag = "listSources", "sources"
    summary = "De documenten waar alles uit komt"
    filterset_class, shape = SourceFilter, SourceSerializer

    def dress(self, rows: Iterable[Model]) -> None:
        """Count per source."""
        counts.for_sources(rows)


class SourceDetail(RecordView):
    """One source."""

    operation, tag = "getSource", "sources"
    summary = "Eén document"
    filterset_class, shape, dress = SourceFilter, SourceSerializer, SourceList.dress


class OrganisationList(ListView):
    """The list of organisations."""

    operation, tag = "listOrganisations", "organisations"
    summary = "Organisaties"
    filterset_class, shape = OrganisationFilter, OrganisationSerializer

    def dress(self, rows: Iterable[Model]) -> None:
        """Count per organisation."""
        counts.for_organisations(rows)


class OrganisationDetail(RecordView):
    """One organisation."""

    operation, tag = "getOrganisation", "organisations"
    summary = "Eén organisatie met haar rollen"
    filterset_class, shape, dress = OrganisationFilter, OrganisationRecordSerializer, OrganisationList.dress

    def rows(self) -> QuerySet:
        """Bring along its roles in what the public may see."""
        shown = models.Participation.objects.filter(intervention__editorial_state=EditorialState.PUBLISHED)
        return models.Organisation.objects.prefetch_related(
            Prefetch("participations", shown.select_related("intervention", "source"))
        )


class SchemeList(ListView):
    """The list of vocabularies."""

    operation, tag = "listSchemes", "schemes"
    summary = "Begrippenlijsten met hun begrippen"
    filterset_class, shape = SchemeFilter, SchemeSerializer

    def rows(self) -> QuerySet:
        """Bring along the concepts."""
        return models.Scheme.objects.prefetch_related("terms__broader", "terms__source")

    def dress(self, rows: Iterable[Model]) -> None:
        """Count per concept."""
        counts.for_schemes(rows)


class SchemeDetail(RecordView):
    """One vocabulary; as linked data too."""

    operation, tag = "getScheme", "schemes"
    summary = "Eén begrippenlijst, als JSON of als SKOS (JSON-LD)"
    key = "code"
    renderer_classes = [JSONRenderer, JsonLd]
    filterset_class, shape, rows, dress = SchemeFilter, SchemeSerializer, SchemeList.rows, SchemeList.dress

    def write(self, request: Request, row: Model) -> Response:
        """Write it in the form that was asked."""
        linked = request.accepted_renderer.format == JsonLd.format
        return Response(skos.of(row) if linked else SchemeSerializer.of(row))
