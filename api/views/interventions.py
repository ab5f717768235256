"""Interventions, their facets and the map of evidence."""

from dataclasses import dataclass

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from api import parameters
from api.problems import RequestFault
from api.serializers.interventions import InterventionCardSerializer, InterventionRecordSerializer
from api.serializers.overviews import EvidenceMapSerializer, FacetsSerializer
from api.views.base import ApiView, ListView, RecordView
from evidence import evidence_map, facets
from evidence.filters import InterventionFilter
from evidence.models import Intervention


class InterventionList(ListView[Intervention]):
    operation_id, tag = "listInterventions", "interventions"
    summary = "Interventies zoeken en filteren"
    text = (
        "Binnen een parameter geldt “of”, tussen parameters “en”; "
        "tussen groepen doelgroepen (geslacht, leeftijd …) ook “en”."
    )
    filterset_class, serializer_class = InterventionFilter, InterventionCardSerializer

    def rows(self) -> QuerySet[Intervention]:
        """Bring along what a card shows."""
        return Intervention.objects.for_cards()


class InterventionDetail(RecordView[Intervention]):
    operation_id, tag = "getIntervention", "interventions"
    summary = "Eén interventie met alles wat we ervan weten"
    filterset_class, serializer_class = InterventionFilter, InterventionRecordSerializer

    def rows(self) -> QuerySet[Intervention]:
        """Bring along what a record shows."""
        return Intervention.objects.for_records().prefetch_related("figures__terms")


def read_selection(request: Request, *others: str) -> tuple[InterventionFilter, list[RequestFault]]:
    """Read the filters of a question that has no pages but may have other parameters; and what is wrong with them."""
    filterset = InterventionFilter(request.query_params)
    faults = [fault for fault in parameters.faults_of_filters(filterset) if fault.parameter not in others]
    paging = [name for name in parameters.PAGING if name in request.query_params]
    return filterset, parameters.unknown(paging) + faults


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedFacets:
    """The facets of a selection, and how many interventions it has."""

    count: int
    facets: list[facets.Facet]


class InterventionFacets(ApiView):
    """How many interventions each further choice would leave."""

    operation_id, tag = "countInterventions", "interventions"
    summary = "Aantallen per filterwaarde"
    text = "Elk aantal volgt de andere filters en negeert de keuze in de eigen groep."
    filterset_class, serializer_class = InterventionFilter, FacetsSerializer

    def answer(self, request: Request) -> Response:
        filterset, faults = read_selection(request)
        parameters.refuse_faults(faults)
        counted = CountedFacets(count=len(filterset.ids), facets=facets.count_facets(filterset))
        return Response(FacetsSerializer.of(counted))


class EvidenceMapView(ApiView):
    operation_id, tag = "getEvidenceMap", "evidence-map"
    summary = "De kaart van kennis en gaten: twee filters tegen elkaar"
    text = (
        "Per cel: interventies, onderzoeken, hoogste niveau en aantallen per richting. "
        "Een lege cel is een gat in de kennis."
    )
    filterset_class, serializer_class = InterventionFilter, EvidenceMapSerializer
    axes = ("rows", "columns")

    def answer(self, request: Request) -> Response:
        filterset, faults = read_selection(request, *self.axes)
        names = [request.query_params.get(axis, "") for axis in self.axes]
        detail = f"Kies uit: {', '.join(evidence_map.AXES)}."
        for axis, name in zip(self.axes, names, strict=True):
            if name not in evidence_map.AXES:
                code = "invalid" if axis in request.query_params else "required"
                faults.append(RequestFault(parameter=axis, detail=detail, code=code))
        parameters.refuse_faults(faults)
        return Response(EvidenceMapSerializer.of(evidence_map.draw(filterset, *names)))
