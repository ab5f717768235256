"""The page of the evidence map."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.public.evidence_map.question import MapQuestion
from catalogue.public.evidence_map.table import SHORT, MapDrawing
from evidence.choices import Direction
from evidence.facets.interventions import DIRECTIONS


@require_safe
def evidence_map(request: HttpRequest) -> HttpResponse:
    """Cross two facets over the interventions of a question; the same parameters and the same filter as the list."""
    question = MapQuestion(request.GET)
    context: dict[str, Any] = {
        "question": question,
        "listing": question.listing,
        "list_name": _("Bewijskaart"),
        "list_address": reverse("evidence-map"),
    }
    if question.faults:
        return render(request, "public/evidence_map/faults.html", context, status=400)
    legend = [(direction, str(SHORT[Direction(direction)]), str(words)) for direction, words in DIRECTIONS]
    context |= {"table": MapDrawing(question).table(), "legend": legend}
    return render(request, "public/evidence_map/page.html", context)
