"""Find lessons: what works, what it needs, what hinders, and what is recommended to whom."""

from dataclasses import replace

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
    groups = [replace(group, open=True) for group in facet_groups(listing.facets)]
    lines = [lesson_line(row) for row in listing.rows(shown_lessons())]
    context |= {"groups": groups, "lines": lines}
    return list_response(request, listing, "public/lessons/list.html", "public/lessons/list_results.html", context)
