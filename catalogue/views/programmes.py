"""Programmes with their parts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue import programmes


@require_safe
def programme_list(request: HttpRequest) -> HttpResponse:
    """Show the programmes and what each consists of."""
    return render(request, "catalogue/programmes.html", programmes.page())
