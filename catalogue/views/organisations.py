"""Organisations: who does what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue import organisations


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """List the organisations by their kind."""
    return render(request, "catalogue/organisations.html", {"kinds": organisations.by_kind()})


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organisation with its roles."""
    organisation = get_object_or_404(organisations.shown(), slug=slug)
    return render(request, "catalogue/organisation.html", organisations.page(organisation))
