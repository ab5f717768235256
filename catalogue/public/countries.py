"""Countries: the context in which their interventions run."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue.links import list_address
from catalogue.public.provisions.lines import of_country
from catalogue.public.source_rows import figure_row
from evidence.models import Country, Intervention, Study
from evidence.querysets import InterventionQuerySet

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """A country in the list: its interventions with content and those only mentioned, its studies, and its counted
    studies at levels 1 to 5.
    """

    country: Country
    interventions: int
    mentioned: int
    studies: int
    levels: list[int]


def _levels() -> dict[str, list[int]]:
    counts = {(row["country"], row["sms_counted"]): row["number"] for row in Study.objects.levels_per_country()}
    return {country: [counts.get((country, level), 0) for level in LEVELS] for country, _level in counts}


def _per_country(interventions: InterventionQuerySet) -> Counter[str]:
    """Count interventions per country, as their main one or further on."""
    counts: Counter[str] = Counter()
    for field in ("country", "further_countries"):
        counts.update(code for code in interventions.values_list(field, flat=True) if code is not None)
    return counts


def country_rows() -> list[CountryRow]:
    """Return every country about which anything is known."""
    published = Intervention.objects.published()
    every, described = _per_country(published), _per_country(published.described())
    studies = Counter(Study.objects.of_published().values_list("country", flat=True))
    levels = _levels()
    rows = (
        CountryRow(
            country=country,
            interventions=described[country.pk],
            mentioned=every[country.pk] - described[country.pk],
            studies=studies[country.pk],
            levels=levels.get(country.pk, [0] * len(LEVELS)),
        )
        for country in Country.objects.all()
    )
    return [row for row in rows if row.interventions or row.mentioned or row.studies]


def country_page(country: Country) -> dict[str, Any]:
    """Return the context of a country: its points, its interventions, its levels and its figures."""
    runs = Q(country=country) | Q(further_countries=country)
    found = Intervention.objects.published().filter(runs).distinct()
    described = found.described()
    figures = (
        country.figures.filter(intervention__isnull=True)
        .select_related("source", "provision")
        .prefetch_related("terms")
        .order_by("source", "pk")
    )
    return {
        "country": country,
        "points": country.context_points.select_related("source"),
        "interventions": described,
        "mentioned": found.exclude(found.is_described()),
        "provisions": of_country(country),
        "lessons_address": list_address("lesson-list", {"country": country.code}),
        "levels": _levels().get(country.pk, []),
        "figures": [
            (source, [figure_row(row) for row in rows]) for source, rows in groupby(figures, key=lambda row: row.source)
        ],
    }


@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    """List the countries with how much is known about each."""
    return render(request, "public/countries/list.html", {"countries": country_rows()})


@require_safe
def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "public/countries/detail.html", country_page(get_object_or_404(Country, code=code)))
