"""The front page: search, three ways in, what there is, and what is new."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue import overview
from catalogue.changes import batches


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what one can do here, with numbers that are counted, not typed."""
    context = {"tiles": overview.key_figures(), "directions": overview.directions(), "batches": batches()[:3]}
    return render(request, "catalogue/home.html", context)
