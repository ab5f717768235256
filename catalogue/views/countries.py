"""Countries: the context in which their interventions run."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue import countries
from evidence.models import Country


@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    """List the countries with how much is known about each."""
    return render(request, "catalogue/countries.html", {"countries": countries.overview()})


@require_safe
def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one country."""
    country = get_object_or_404(Country, code=code)
    return render(request, "catalogue/country.html", countries.page(country))
