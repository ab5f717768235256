"""Interventions, their facets and the map of evidence."""

from typing import NamedTuple

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from api import parameters
from api.problems import Fault
from api.serializers.interventions import InterventionCardSerializer, InterventionRecordSerializer
from api.serializers.overviews import EvidenceMapSerializer, FacetsSerializer
from api.views.base import ApiView, ListView, RecordView
from evidence import evidence_map, facets
from evidence.filters import InterventionFilter
from evidence.models import Intervention

PAGING = ("page", "pageSize")


class InterventionList(ListView):
    """The list of interventions."""

    operation, tag = "listInterventions", "interventions"
    summary = "Interventies zoeken en filteren"
    text = "Binnen een parameter geldt “of”, tussen parameters “en”; tussen groepen doelgroepen (geslacht, leeftijd …) ook “en”."
    filterset_class, shape = InterventionFilter, InterventionCardSerializer

    def rows(self) -> QuerySet:
        """Bring along what a card shows."""
        return Intervention.objects.for_cards()


class InterventionDetail(RecordView):
    """One intervention."""

    operation, tag = "getIntervention", "interventions"
    summary = "Eén interventie met alles wat we ervan weten"
    filterset_class, shape = InterventionFilter, InterventionRecordSerializer

    def rows(self) -> QuerySet:
        """Bring along what a record shows."""
        return Intervention.objects.for_records().prefetch_related("figures__terms")


def ask(request: Request, *others: str) -> tuple[InterventionFilter, list[Fault]]:
    """Read the filters of a question that has no pages but may have other parameters; and what is wrong with them."""
    filterset = InterventionFilter(request.query_params)
    faults = [fault for fault in parameters.of_filters(filterset) if fault.parameter not in others]
    return filterset, parameters.unknown([name for name in PAGING if name in request.query_params]) + faults


class Counted(NamedTuple):
    """The facets of a selection, and how many interventions it has."""

    count: int
    facets: list[facets.Facet]


class InterventionFacets(ApiView):
    """How many interventions each further choice would leave."""

    operation, tag = "countInterventions", "interventions"
    summary = "Aantallen per filterwaarde"
    text = "Elk aantal volgt de andere filters en negeert de keuze in de eigen groep."
    filterset_class, shape = InterventionFilter, FacetsSerializer

    def answer(self, request: Request) -> Response:
        """Count."""
        filterset, faults = ask(request)
        parameters.refuse(faults)
        return Response(FacetsSerializer.of(Counted(len(filterset.ids), facets.count(filterset))))


class EvidenceMapView(ApiView):
    """Two facets crossed."""

    operation, tag = "getEvidenceMap", "evidence-map"
    summary = "De kaart van kennis en gaten: twee filters tegen elkaar"
    text = "Per cel: interventies, onderzoeken, hoogste niveau en aantallen per richting. Een lege cel is een gat in de kennis."
    filterset_class, shape = InterventionFilter, EvidenceMapSerializer
    axes = ("rows", "columns")

    def answer(self, request: Request) -> Response:
        """Draw the map."""
        filterset, faults = ask(request, *self.axes)
        names = [request.query_params.get(axis, "") for axis in self.axes]
        wrong = [axis for axis, name in zip(self.axes, names, strict=True) if name not in evidence_map.AXES]
        detail = f"Kies uit: {', '.join(evidence_map.AXES)}."
        faults += [Fault(axis, detail, "invalid" if axis in request.query_params else "required") for axis in wrong]
        parameters.refuse(faults)
        return Response(EvidenceMapSerializer.of(evidence_map.draw(filterset, *names)))
