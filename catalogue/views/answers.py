"""The answers that every list gives: the page itself, what is wrong with the question, or that there is no such page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.listing import Listing


def refuse(request: HttpRequest, listing: Listing, context: dict) -> HttpResponse:
    """Name every fault in the address, each with the way on without it."""
    return render(request, "catalogue/faults.html", {"listing": listing, **context}, status=400)


def beyond(request: HttpRequest, listing: Listing, context: dict) -> HttpResponse:
    """Say that the list ends earlier, and where."""
    return render(request, "catalogue/beyond.html", {"listing": listing, **context}, status=404)


def answer(request: HttpRequest, listing: Listing, template: str, partial: str, context: dict) -> HttpResponse:
    """Show a list: whole, or for htmx only what changes, with the address that belongs to it."""
    if request.htmx:
        response = render(request, partial, {"listing": listing, **context})
        response["HX-Push-Url"] = listing.here
        return response
    return render(request, template, {"listing": listing, **context})
