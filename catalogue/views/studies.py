"""Find studies, and read about one."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.facts import result
from catalogue.listing import Listing
from catalogue.study_fields import fields, options
from catalogue.views import answers
from evidence.filters import StudyFilter
from evidence.models import Study


def orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {
        "": _("Volgorde van de bron"),
        "-smsCounted": _("Hoogste niveau eerst"),
        "-year": _("Nieuwste eerst"),
        "title": _("Titel, a tot z"),
    }


@require_safe
def study_list(request: HttpRequest) -> HttpResponse:
    """List the studies that answer a question."""
    filterset = StudyFilter(request.GET)
    address = reverse("study-list")
    context = {"list_name": _("Onderzoek"), "list_address": address}
    listing = Listing(filterset, address, orders(), options())
    if listing.faults:
        return answers.refuse(request, listing, context)
    if listing.is_beyond:
        return answers.beyond(request, listing, context)
    context |= {"fields": fields(listing), "studies": listing.rows(Study.objects.with_interventions())}
    return answers.answer(request, listing, "catalogue/studies.html", "catalogue/studies_listing.html", context)


@require_safe
def study_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one study with what it found, about published interventions."""
    study = get_object_or_404(Study.objects.of_published().with_interventions(), slug=slug)
    findings = study.findings.of_published().with_facts().order_by("intervention", "pk")
    found = [
        (intervention, [result(row) for row in rows])
        for intervention, rows in groupby(findings, key=lambda row: row.intervention)
    ]
    return render(request, "catalogue/study.html", {"study": study, "findings": found})
