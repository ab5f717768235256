"""Pillars of living together, the types of labour migrants, and the recommendations about both."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue import pillars


@require_safe
def pillar_list(request: HttpRequest) -> HttpResponse:
    """Show the four pillars, the typology and the five recommendations."""
    return render(request, "catalogue/pillars.html", pillars.page())


@require_safe
def pillar_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one pillar: lessons by addressee, interventions and figures."""
    context = pillars.pillar(code)
    if context is None:
        raise Http404
    return render(request, "catalogue/pillar.html", context)
