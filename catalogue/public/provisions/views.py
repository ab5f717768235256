"""Find provisions, and read one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.list_responses import Context, list_response, no_list_response
from catalogue.listing import Listing
from catalogue.public.facet_groups import facet_groups
from catalogue.public.provisions.lines import provision_line
from catalogue.public.provisions.page import ProvisionPage
from catalogue.requests import HtmxRequest
from evidence.facets import count_facets
from evidence.filters import ProvisionFilter
from evidence.models import Provision

FACETS = ("kind", "country", "pillar", "source")
"""The facets that are open in the form, in this order; the others come after them."""


def provision_orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {"": _("Naam, a tot z"), "kind": _("Soort")}


@require_safe
def provision_list(request: HtmxRequest) -> HttpResponse:
    """List the provisions that answer a question; the same parameters and the same filter as the API."""
    filterset = ProvisionFilter(request.GET)
    address = reverse("provision-list")
    context: Context = {"list_name": _("Regelingen en loketten"), "list_address": address}
    listing = Listing(filterset, address, provision_orders())
    if nothing_to_list := no_list_response(request, listing, context):
        return nothing_to_list
    listing.facets = count_facets(filterset)
    rows = listing.rows(Provision.objects.select_related("country", "source"))
    context |= {
        "groups": facet_groups(listing.facets, first=FACETS, opened=FACETS),
        "lines": [provision_line(row) for row in rows],
    }
    return list_response(
        request, listing, "public/provisions/list.html", "public/provisions/list_results.html", context
    )


@require_safe
def provision_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one provision."""
    provision = get_object_or_404(Provision.objects.for_pages(), slug=slug)
    return render(request, "public/provisions/detail.html", {"provision": ProvisionPage(provision)})
