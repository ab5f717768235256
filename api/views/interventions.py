"""Interventions, their facets and the map of evidence."""

from typing import NamedTuple

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from api import questions
from api.problems import Fault
from api.shapes.interventions import InterventionCard, InterventionRecord
from api.shapes.overviews import EvidenceMap, Facets
from api.views.doors import Door, ListDoor, RecordDoor
from evidence import evidence_map, facets
from evidence.filters import InterventionFilter
from evidence.models import Intervention

PAGING = ("page", "pageSize")


class InterventionList(ListDoor):
    """The list of interventions."""

    operation, tag = "listInterventions", "interventions"
    summary = "Interventies zoeken en filteren"
    text = "Binnen een parameter geldt “of”, tussen parameters “en”; tussen groepen doelgroepen (geslacht, leeftijd …) ook “en”."
    filterset_class, shape = InterventionFilter, InterventionCard

    def rows(self) -> QuerySet:
        """Bring along what a card shows."""
        return Intervention.objects.for_cards()


class InterventionDetail(RecordDoor):
    """One intervention."""

    operation, tag = "getIntervention", "interventions"
    summary = "Eén interventie met alles wat we ervan weten"
    filterset_class, shape = InterventionFilter, InterventionRecord

    def rows(self) -> QuerySet:
        """Bring along what a record shows."""
        return Intervention.objects.for_records().prefetch_related("figures__terms")


def ask(request: Request, *others: str) -> tuple[InterventionFilter, list[Fault]]:
    """Read the filters of a question that has no pages but may have other parameters; and what is wrong with them."""
    filterset = InterventionFilter(request.query_params)
    faults = [fault for fault in questions.of_filters(filterset) if fault.parameter not in others]
    return filterset, questions.unknown([name for name in PAGING if name in request.query_params]) + faults


class Counted(NamedTuple):
    """The facets of a selection, and how many interventions it has."""

    count: int
    facets: list[facets.Facet]


class InterventionFacets(Door):
    """How many interventions each further choice would leave."""

    operation, tag = "countInterventions", "interventions"
    summary = "Aantallen per filterwaarde"
    text = "Elk aantal volgt de andere filters en negeert de keuze in de eigen groep."
    filterset_class, shape = InterventionFilter, Facets

    def answer(self, request: Request) -> Response:
        """Count."""
        filterset, faults = ask(request)
        questions.refuse(faults)
        return Response(Facets.of(Counted(len(filterset.ids), facets.count_facets(filterset))))


class EvidenceMapDoor(Door):
    """Two facets crossed."""

    operation, tag = "getEvidenceMap", "evidence-map"
    summary = "De kaart van kennis en gaten: twee filters tegen elkaar"
    text = "Per cel: interventies, onderzoeken, hoogste niveau en aantallen per richting. Een lege cel is een gat in de kennis."
    filterset_class, shape = InterventionFilter, EvidenceMap
    axes = ("rows", "columns")

    def answer(self, request: Request) -> Response:
        """Draw the map."""
        filterset, faults = ask(request, *self.axes)
        names = [request.query_params.get(axis, "") for axis in self.axes]
        wrong = [axis for axis, name in zip(self.axes, names, strict=True) if name not in evidence_map.AXES]
        detail = f"Kies uit: {', '.join(evidence_map.AXES)}."
        faults += [Fault(axis, detail, "invalid" if axis in request.query_params else "required") for axis in wrong]
        questions.refuse(faults)
        return Response(EvidenceMap.of(evidence_map.draw(filterset, *names)))
