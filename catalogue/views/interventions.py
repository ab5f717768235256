"""Find interventions, and read one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue import facet_groups
from catalogue.cards import card
from catalogue.listing import Listing
from catalogue.outlets.selection import take_away
from catalogue.records import Record
from catalogue.views import answers
from evidence.facets import count_facets
from evidence.filters import InterventionFilter
from evidence.models import Intervention


def orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {
        "": _("Naam, a tot z"),
        "-smsHighest": _("Hoogste niveau eerst"),
        "-start": _("Laatst gestart eerst"),
        "-modified": _("Laatst gewijzigd eerst"),
    }


@require_safe
def intervention_list(request: HttpRequest) -> HttpResponse:
    """List the interventions that answer a question; the same parameters and the same filter as the API."""
    filterset = InterventionFilter(request.GET)
    address = reverse("intervention-list")
    context = {"list_name": _("Aanpakken"), "list_address": address}
    listing = Listing(filterset, address, orders())
    if listing.faults:
        return answers.refuse(request, listing, context)
    if listing.is_beyond:
        return answers.beyond(request, listing, context)
    listing.facets = count_facets(filterset)
    context |= {
        "take_away": take_away(listing),
        "groups": facet_groups.groups(listing.facets),
        "cards": [card(row) for row in listing.rows(Intervention.objects.for_cards())],
    }
    return answers.answer(
        request, listing, "catalogue/interventions.html", "catalogue/interventions_listing.html", context
    )


@require_safe
def intervention_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the record of one published intervention."""
    intervention = get_object_or_404(Intervention.objects.published().for_records(), slug=slug)
    return render(request, "catalogue/intervention.html", {"record": Record(intervention)})
