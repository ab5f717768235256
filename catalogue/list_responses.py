"""The answers of every list: the page itself, what is wrong with the question, or that there is no such page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.listing import Listing
from catalogue.requests import HtmxRequest

Context = dict[str, Any]


def refused_response(request: HttpRequest, listing: Listing, context: Context) -> HttpResponse:
    """Name every fault in the address, each with the way on without it."""
    return render(request, "public/faults.html", {"listing": listing, **context}, status=400)


def no_list_response(request: HttpRequest, listing: Listing, context: Context) -> HttpResponse | None:
    """Say what is wrong with the question, or that the list ends earlier, and where; None when there is a list."""
    if listing.faults:
        return refused_response(request, listing, context)
    if listing.is_beyond:
        return render(request, "public/beyond.html", {"listing": listing, **context}, status=404)
    return None


def list_response(
    request: HtmxRequest, listing: Listing, template: str, partial: str, context: Context
) -> HttpResponse:
    """Show a list: whole, or for htmx only what changes, with the address that belongs to it."""
    if request.htmx:
        response = render(request, partial, {"listing": listing, **context})
        response["HX-Push-Url"] = listing.here
        return response
    return render(request, template, {"listing": listing, **context})
