"""Interventions, their facets and the map of evidence."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from api import parameters
from api.problems import RequestFault
from api.serializers.interventions import InterventionCardSerializer, InterventionRecordSerializer
from api.serializers.overviews import EvidenceMapSerializer, FacetsSerializer
from api.views.base import ApiView, ListView, RecordView
from evidence import evidence_map, facets
from evidence.evidence_map import AxisFault
from evidence.filters import InterventionFilter, LessonFilter, ProvisionFilter
from evidence.filters.base import ListFilter
from evidence.models import Intervention


class InterventionList(ListView[Intervention]):
    operation_id, tag = "listInterventions", "interventions"
    summary = "Interventies zoeken en filteren"
    text = (
        "described=false geeft wat alleen genoemd wordt. "
        "evidenceCountry is het land van het onderzoek, country dat van de interventie. "
        "Een ruimere succesmaat (work) vindt ook wat nauwer is. "
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
        return Intervention.objects.for_records()


def read_selection(request: Request, *others: str) -> tuple[InterventionFilter, list[RequestFault]]:
    """Read the filters of a question that has no pages but may have other parameters; and what is wrong with them."""
    filterset = InterventionFilter(request.query_params)
    faults = [fault for fault in parameters.faults_of_filters(filterset) if fault.parameter not in others]
    paging = [name for name in parameters.PAGING if name in request.query_params]
    return filterset, parameters.unknown(paging) + faults


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedFacets:
    """The facets of a selection, and how many rows it has."""

    count: int
    facets: list[facets.Facet]


class FacetsView(ApiView):
    """How many rows of a list each further choice would leave."""

    text = "Elk aantal volgt de andere filters en negeert de keuze in de eigen groep."
    filterset_class: ClassVar[type[ListFilter]]
    serializer_class = FacetsSerializer

    def answer(self, request: Request) -> Response:
        filterset = self.filterset_class(request.query_params)
        paging = [name for name in parameters.PAGING if name in request.query_params]
        parameters.refuse_faults(parameters.unknown(paging) + parameters.faults_of_filters(filterset))
        counted = CountedFacets(count=len(filterset.ids), facets=facets.count_facets(filterset))
        return Response(FacetsSerializer.of(counted))


class InterventionFacets(FacetsView):
    operation_id, tag = "countInterventions", "interventions"
    summary = "Aantallen interventies per filterwaarde"
    filterset_class = InterventionFilter


class LessonFacets(FacetsView):
    operation_id, tag = "countLessons", "lessons"
    summary = "Aantallen lessen per filterwaarde"
    filterset_class = LessonFilter


class ProvisionFacets(FacetsView):
    operation_id, tag = "countProvisions", "provisions"
    summary = "Aantallen regelingen en loketten per filterwaarde"
    filterset_class = ProvisionFilter


AXIS_FAULTS = {
    AxisFault.UNKNOWN: f"Kies uit: {', '.join(evidence_map.AXES)}.",
    AxisFault.IN_THE_ROWS: "Kies voor de kolommen iets anders dan voor de rijen.",
}


class EvidenceMapView(ApiView):
    operation_id, tag = "getEvidenceMap", "evidence-map"
    summary = "De kaart van kennis en gaten: twee filters tegen elkaar"
    text = (
        "Alleen wat een beschrijving heeft; wat alleen genoemd wordt, telt mentionedCount. "
        "Per cel: interventies, onderzoeken, hoogste niveau en aantallen per richting. "
        "Een lege cel is een gat in de kennis."
    )
    filterset_class, serializer_class = InterventionFilter, EvidenceMapSerializer
    axes = ("rows", "columns")

    def answer(self, request: Request) -> Response:
        filterset, faults = read_selection(request, *self.axes)
        faults += parameters.repeated(request.query_params, *self.axes)
        names = [request.query_params.get(axis, "") for axis in self.axes]
        for axis, fault in evidence_map.faults_of_axes(*names).items():
            code = fault.value if axis in request.query_params else "required"
            faults.append(RequestFault(parameter=axis, detail=AXIS_FAULTS[fault], code=code))
        parameters.refuse_faults(faults)
        return Response(EvidenceMapSerializer.of(evidence_map.draw(filterset, *names)))
