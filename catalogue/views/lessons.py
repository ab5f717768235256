"""Find lessons: what works, what it needs, what hinders, and what is recommended to whom."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue import facet_groups
from catalogue.lessons import line, shown
from catalogue.listing import Listing
from catalogue.views import answers
from evidence.facets import count_facets
from evidence.filters import LessonFilter


def orders() -> dict[str, str]:
    """Name the orders of the list."""
    return {"": _("Volgorde van de bron"), "kind": _("Soort les")}


@require_safe
def lesson_list(request: HttpRequest) -> HttpResponse:
    """List the lessons that answer a question; the same parameters and the same filter as the API."""
    filterset = LessonFilter(request.GET)
    address = reverse("lesson-list")
    context = {"list_name": _("Lessen"), "list_address": address}
    listing = Listing(filterset, address, orders())
    if listing.faults:
        return answers.refuse(request, listing, context)
    if listing.is_beyond:
        return answers.beyond(request, listing, context)
    listing.facets = count_facets(filterset)
    context |= {
        "groups": [group._replace(open=True) for group in facet_groups.groups(listing.facets)],
        "lines": [line(row) for row in listing.rows(shown())],
    }
    return answers.answer(request, listing, "catalogue/lessons.html", "catalogue/lessons_listing.html", context)
