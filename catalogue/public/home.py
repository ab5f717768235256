"""The front page: search, three ways in, what there is in numbers, and what is new."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.public.changes import batches
from evidence import verdicts
from evidence.choices import Direction
from evidence.models import Finding, Intervention, Lesson, Study


@dataclass(frozen=True, slots=True)
class Tile:
    """A number, what it counts, and where to see it."""

    figure: int
    heading: str
    link: str
    link_label: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many interventions have a headline verdict; `width` in hundredths of the largest."""

    direction: str
    get_direction_display: str
    count: int
    width: int


def key_figures() -> list[Tile]:
    """Count what the catalogue holds for the public."""
    return [
        Tile(
            Intervention.objects.published().count(),
            _("Aanpakken"),
            reverse("intervention-list"),
            _("Zoek in alle aanpakken"),
        ),
        Tile(
            Study.objects.of_published().count(), _("Onderzoeken"), reverse("study-list"), _("Bekijk alle onderzoeken")
        ),
        Tile(Finding.objects.of_published().count(), _("Bevindingen"), reverse("method"), _("Zo wegen wij ze")),
        Tile(Lesson.objects.of_published().count(), _("Lessen"), reverse("lesson-list"), _("Lees de lessen")),
    ]


def directions() -> list[Share]:
    """Count the interventions per headline verdict: the same one that their cards show."""
    rows = Intervention.objects.published().for_verdicts()
    headlines = (verdicts.headline(row.verdicts.all()) for row in rows)
    counts = Counter(verdict.direction for verdict in headlines if verdict)
    largest = max(counts.values(), default=1)
    return [
        Share(code, str(label), counts[code], counts[code] * 100 // largest)
        for code, label in Direction.choices
        if counts[code]
    ]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what one can do here, with numbers that are counted, not typed."""
    context = {"tiles": key_figures(), "directions": directions(), "batches": batches()[:3]}
    return render(request, "public/home.html", context)
