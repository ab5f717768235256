"""Find interventions, and read one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.list_responses import Context, list_response, no_list_response
from catalogue.listing import Listing
from catalogue.public.exports.take_away import take_away
from catalogue.public.facet_groups import facet_groups
from catalogue.public.interventions.cards import card
from catalogue.public.interventions.record import Record
from catalogue.requests import HtmxRequest
from evidence.facets import count_facets, index_of
from evidence.filters import InterventionFilter
from evidence.models import Intervention, Provision


def intervention_orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {
        "": _("Naam, a tot z"),
        "-smsHighest": _("Hoogste niveau eerst"),
        "-start": _("Laatst gestart eerst"),
        "-modified": _("Laatst gewijzigd eerst"),
    }


def only_mentioned(filterset: InterventionFilter) -> int:
    """Count what a question finds that is only a name, on all pages."""
    index = index_of(filterset)
    return (index.bits(filterset.ids) & index.having("described", "false", {})).bit_count()


@require_safe
def intervention_list(request: HtmxRequest) -> HttpResponse:
    """List the interventions that answer a question; the same parameters and the same filter as the API."""
    filterset = InterventionFilter(request.GET)
    address = reverse("intervention-list")
    context: Context = {"list_name": _("Aanpakken"), "list_address": address}
    listing = Listing(filterset, address, intervention_orders())
    if nothing_to_list := no_list_response(request, listing, context):
        return nothing_to_list
    listing.facets = count_facets(filterset)
    rows = listing.rows(Intervention.objects.for_cards())
    context |= {
        "take_away": take_away(listing),
        "groups": facet_groups(listing.facets),
        "cards": [card(row) for row in rows if row.described],
        "mentioned_cards": [card(row) for row in rows if not row.described],
        "mentioned": only_mentioned(filterset),
    }
    template, partial = "public/interventions/list.html", "public/interventions/list_results.html"
    return list_response(request, listing, template, partial, context)


@require_safe
def intervention_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the record of one published intervention; what became a provision has moved there."""
    intervention = Intervention.objects.published().for_pages().filter(slug=slug).first()
    if intervention:
        return render(request, "public/interventions/detail.html", {"record": Record(intervention)})
    provision = get_object_or_404(Provision, slug=slug)
    return redirect("provision-detail", provision.slug, permanent=True)
