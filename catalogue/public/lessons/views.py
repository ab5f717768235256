"""Find lessons: what works, what it needs, what hinders, and what is recommended to whom."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.list_responses import Context, list_response, no_list_response
from catalogue.listing import Listing
from catalogue.public.facet_groups import facet_groups
from catalogue.public.lessons.lines import lesson_line, shown_lessons
from catalogue.requests import HtmxRequest
from evidence.facets import count_facets
from evidence.filters import LessonFilter
from evidence.filters.lessons import EVERYONE

FIRST = ("kind", "main", "addressee")
"""The facets that are open in the form, in this order; the others come after them."""


@dataclass(frozen=True, slots=True)
class ForEveryone:
    """The lessons that name no addressee, for who chose one: how many more there are, and where they are added."""

    number: int
    address: str


def for_everyone(listing: Listing) -> ForEveryone | None:
    """Offer the lessons for everyone to who chose an addressee without them; None when there are none to add."""
    chosen = listing.asked.get("addressee", [])
    if not chosen or EVERYONE in chosen:
        return None
    values = (value for facet in listing.facets if facet.parameter == "addressee" for value in facet.values)
    number = next((value.count for value in values if value.code == EVERYONE), 0)
    address = listing.address({**listing.asked, "addressee": [*chosen, EVERYONE]})
    return ForEveryone(number, address) if number else None


def lesson_orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {"": _("Volgorde van de bron"), "kind": _("Soort les")}


@require_safe
def lesson_list(request: HtmxRequest) -> HttpResponse:
    """List the lessons that answer a question; the same parameters and the same filter as the API."""
    filterset = LessonFilter(request.GET)
    address = reverse("lesson-list")
    context: Context = {"list_name": _("Lessen"), "list_address": address}
    listing = Listing(filterset, address, lesson_orders())
    if nothing_to_list := no_list_response(request, listing, context):
        return nothing_to_list
    listing.facets = count_facets(filterset)
    groups = facet_groups(listing.facets, first=FIRST, opened=FIRST)
    lines = [lesson_line(row) for row in listing.rows(shown_lessons())]
    context |= {"groups": groups, "lines": lines, "everyone": for_everyone(listing)}
    return list_response(request, listing, "public/lessons/list.html", "public/lessons/list_results.html", context)
