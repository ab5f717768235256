"""Studies: the list with the fields of its form, and what one study found."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.list_responses import Context, list_response, no_list_response
from catalogue.listing import Listing
from catalogue.public.source_rows import finding_row
from catalogue.requests import HtmxRequest
from catalogue.wording import short_name
from evidence.facets import LEVELS, Facet, FacetValue
from evidence.filters import StudyFilter
from evidence.models import Country, Source, Study


@dataclass(frozen=True, slots=True)
class SelectField:
    """A choice of one out of a few."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]


def study_facets() -> list[Facet]:
    """Name the values one can choose; studies are few, so they carry no counts."""
    countries = [
        FacetValue(code=row.code, label=row.name) for row in Country.objects.filter(studies__isnull=False).distinct()
    ]
    sources = [
        FacetValue(code=row.slug, label=short_name(row))
        for row in Source.objects.filter(study_rows__isnull=False).distinct()
    ]
    levels = [FacetValue(code=level, label=_("niveau %(level)s of hoger") % {"level": level}) for level in LEVELS]
    printed = [
        FacetValue(code=level, label=level)
        for level in Study.objects.of_published()
        .exclude(sms_printed="")
        .values_list("sms_printed", flat=True)
        .order_by("sms_printed")
        .distinct()
    ]
    counted = [FacetValue(code="true", label=_("ja")), FacetValue(code="false", label=_("nee"))]
    return [
        Facet("country", "", _("Land"), countries),
        Facet("smsMin", "", _("Niveau"), levels),
        Facet("smsPrinted", "", _("Niveau zoals gedrukt"), printed),
        Facet("counted", "", _("Geteld in de bron"), counted),
        Facet("source", "", _("Genoemd in"), sources),
    ]


def select_fields(listing: Listing) -> list[SelectField]:
    """Make the fields, with what was chosen; several values of one parameter are kept by their chips."""
    return [
        SelectField(
            facet.parameter,
            facet.label,
            [
                ("", _("Alles"), False),
                *(
                    (value.code, value.label, value.code in listing.asked.get(facet.parameter, []))
                    for value in facet.values
                ),
            ],
        )
        for facet in listing.facets
    ]


def study_orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {
        "": _("Volgorde van de bron"),
        "-smsCounted": _("Hoogste niveau eerst"),
        "-year": _("Nieuwste eerst"),
        "title": _("Titel, a tot z"),
    }


@require_safe
def study_list(request: HtmxRequest) -> HttpResponse:
    """List the studies that answer a question."""
    filterset = StudyFilter(request.GET)
    address = reverse("study-list")
    context: Context = {"list_name": _("Onderzoek"), "list_address": address}
    listing = Listing(filterset, address, study_orders(), study_facets())
    if nothing_to_list := no_list_response(request, listing, context):
        return nothing_to_list
    context |= {"fields": select_fields(listing), "studies": listing.rows(Study.objects.with_interventions())}
    return list_response(request, listing, "public/studies/list.html", "public/studies/list_results.html", context)


@require_safe
def study_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one study with what it found, about published interventions."""
    study = get_object_or_404(Study.objects.of_published().with_interventions(), slug=slug)
    findings = study.findings.of_published().with_facts().order_by("intervention", "pk")
    found = [
        (intervention, [finding_row(row) for row in rows])
        for intervention, rows in groupby(findings, key=lambda row: row.intervention)
    ]
    return render(request, "public/studies/detail.html", {"study": study, "findings": found})
