"""The evidence map: what is known about what, and where nobody looked yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.gap_table import SHORT, Drawing
from catalogue.gaps import MapQuestion
from evidence.choices import Direction


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """Cross two facets over the interventions of a question; the same parameters and the same filter as the list."""
    question = MapQuestion(request.GET)
    context = {
        "question": question,
        "listing": question.listing,
        "list_name": _("Bewijskaart"),
        "list_address": reverse("evidence-map"),
    }
    if question.faults:
        return render(request, "catalogue/evidence_map_faults.html", context, status=400)
    legend = [(direction, str(SHORT[direction]), str(direction.label)) for direction in Direction]
    return render(
        request, "catalogue/evidence_map.html", {**context, "table": Drawing(question).table(), "legend": legend}
    )
