"""The front page: search, three ways in, what there is in numbers, and what is new."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.public.changes import batches
from evidence.facets.interventions import DIRECTIONS
from evidence.models import Finding, Lesson, Provision, Study
from evidence.overview import KnownSoFar, known_so_far


@dataclass(frozen=True, slots=True)
class Tile:
    """A number, what it counts, and where to see it; `note` says what of it counts for less."""

    figure: int
    heading: str
    link: str
    link_label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many interventions have a headline verdict; `width` in hundredths of the largest."""

    direction: str
    words: str
    count: int
    width: int


def key_figures(known: KnownSoFar) -> list[Tile]:
    """Count what the catalogue holds for the public: as many as the lists show."""
    mentioned = _("waarvan %(number)s alleen genoemd") % {"number": known.mentioned} if known.mentioned else ""
    return [
        Tile(
            known.described + known.mentioned,
            _("Aanpakken"),
            reverse("intervention-list"),
            _("Zoek in alle aanpakken"),
            mentioned,
        ),
        Tile(
            Study.objects.of_published().count(), _("Onderzoeken"), reverse("study-list"), _("Bekijk alle onderzoeken")
        ),
        Tile(Finding.objects.of_published().count(), _("Bevindingen"), reverse("method"), _("Zo wegen wij ze")),
        Tile(Lesson.objects.of_published().count(), _("Lessen"), reverse("lesson-list"), _("Lees de lessen")),
        Tile(
            Provision.objects.count(),
            _("Regelingen en loketten"),
            reverse("provision-list"),
            _("Bekijk regelingen en loketten"),
        ),
    ]


def directions(known: KnownSoFar) -> list[Share]:
    """Say how many of the interventions with content have which verdict: the same one that their cards show."""
    largest = max(known.directions.values(), default=1)
    words = dict(DIRECTIONS)
    return [
        Share(direction, str(words[direction]), number, number * 100 // largest)
        for direction, number in known.directions.items()
    ]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what one can do here, with numbers that are counted, not typed."""
    known = known_so_far()
    context = {
        "tiles": key_figures(known),
        "directions": directions(known),
        "known": known,
        "batches": batches()[:3],
    }
    return render(request, "public/home.html", context)
