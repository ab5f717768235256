"""Programmes and what they consist of.

VIA with its pilots, the learn-and-work trajectories, and everything else with parts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue import wording
from catalogue.links import list_address
from catalogue.public.concepts import terms_of
from catalogue.public.source_rows import FigureRow, FindingRow, figure_row, finding_row
from catalogue.public.verdict_badges import VerdictBadge, verdict_badge
from evidence import states, verdicts
from evidence.choices import EditorialState, FindingKind, LifeStatus, SchemeCode
from evidence.models import Classification, Figure, Finding, Intervention, Lesson, Study, Term

VIA = "programma-via"
CATEGORY = SchemeCode.TRAJECTORY_CATEGORY


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """An intervention that is part of another, and the categories that a source counts it to."""

    intervention: Intervention
    sentence: str
    status: str
    categories: list[Classification]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """A pilot of VIA: where it stands, the problem it answers, what came out, and what it consists of."""

    intervention: Intervention
    status: str
    figures: list[FigureRow]
    results: list[FindingRow]
    verdict: VerdictBadge | None
    lessons: list[Lesson]
    parts: list[ProgrammePart]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """A learn-and-work trajectory in its category, with the published programme that it is also part of."""

    intervention: Intervention
    sentence: str
    status: str
    programme: Intervention | None
    row: Classification


@dataclass(frozen=True, slots=True)
class Category:
    """A category of trajectories, and the list of them."""

    term: Term
    address: str
    trajectories: list[Trajectory]


def in_order_of_place(locator: str) -> tuple[int, ...]:
    """Sort places by their numbers: “Bijlage 1, nr 9” before “Bijlage 1, nr 10”."""
    return tuple(int(number) for number in re.findall(r"\d+", locator))


def life_status(intervention: Intervention) -> str:
    """Say where an initiative is in its life; nothing when the source does not say."""
    return "" if intervention.status == LifeStatus.UNKNOWN else states.life_state(intervention)


def _with_categories() -> Prefetch:
    rows = Classification.objects.filter(term__scheme__code=CATEGORY).select_related("term", "source")
    return Prefetch("classifications", rows)


def _with_parts() -> Prefetch:
    parts = Intervention.objects.published().select_related("source")
    return Prefetch("parts", parts.prefetch_related(_with_categories()))


def parts_of(intervention: Intervention) -> list[ProgrammePart]:
    """Return the published parts of an intervention that was fetched with them, each with its categories only."""
    return [
        ProgrammePart(part, wording.first_sentence(part.summary), life_status(part), list(part.classifications.all()))
        for part in intervention.parts.all()
    ]


def via() -> Intervention | None:
    """Return the programme VIA, when it is published."""
    return Intervention.objects.published().filter(slug=VIA).select_related("source").first()


def _facts() -> QuerySet[Intervention]:
    results = Finding.objects.filter(kind__in=(FindingKind.RESULT, FindingKind.COST, FindingKind.REACH))
    return (
        Intervention.objects.published()
        .select_related("source")
        .prefetch_related(
            Prefetch("figures", Figure.objects.select_related("source")),
            Prefetch("findings", results.select_related("source", "study").prefetch_related("subgroup")),
            "verdicts__measure",
            Prefetch("studies", Study.objects.select_related("source")),
            Prefetch("lessons", Lesson.objects.select_related("source")),
            _with_parts(),
        )
    )


def _first_verdict(row: Intervention) -> VerdictBadge | None:
    first = verdicts.headline(row.verdicts.all(), about=row.headline_id)
    return verdict_badge(first, row.studies.all()) if first else None


def pilots() -> list[Pilot]:
    """Return the pilots of VIA in the order of the brochure, in a fixed number of queries."""
    rows = _facts().filter(part_of__slug=VIA)
    return [
        Pilot(
            intervention=row,
            status=life_status(row),
            figures=[figure_row(figure) for figure in row.figures.all()],
            results=[finding_row(finding) for finding in row.findings.all()],
            verdict=_first_verdict(row),
            lessons=list(row.lessons.all()),
            parts=parts_of(row),
        )
        for row in sorted(rows, key=lambda row: in_order_of_place(row.locator))
    ]


def categories() -> list[Category]:
    """Return the categories of the SER with their trajectories, in the order of its annex."""
    rows = (
        Classification.objects.filter(term__scheme__code=CATEGORY, intervention__in=Intervention.objects.published())
        .select_related("term", "source", "intervention__source", "intervention__part_of")
        .order_by("pk")
    )
    in_order = sorted(rows, key=lambda row: in_order_of_place(row.locator))
    return [
        Category(
            term,
            list_address("intervention-list", {"category": term.code}),
            [_trajectory(row) for row in in_order if row.term_id == term.pk],
        )
        for term in terms_of(CATEGORY)
    ]


def _trajectory(row: Classification) -> Trajectory:
    intervention, programme = row.intervention, row.intervention.part_of
    return Trajectory(
        intervention=intervention,
        sentence=wording.first_sentence(intervention.summary),
        status=life_status(intervention),
        programme=programme if programme and programme.editorial_state == EditorialState.PUBLISHED else None,
        row=row,
    )


def others(shown: Iterable[int]) -> list[tuple[Intervention, list[ProgrammePart]]]:
    """Return every other published intervention that has published parts."""
    rows = (
        Intervention.objects.published()
        .filter(parts__in=Intervention.objects.published())
        .exclude(pk__in=list(shown))
        .distinct()
        .select_related("source", "country")
        .prefetch_related(_with_parts())
    )
    return [(row, parts_of(row)) for row in rows]


def programme_list_page() -> dict[str, Any]:
    """Return the context of the page."""
    programme, found = via(), pilots()
    shown = [pilot.intervention.pk for pilot in found] + ([programme.pk] if programme else [])
    return {"via": programme, "pilots": found if programme else [], "categories": categories(), "others": others(shown)}


@require_safe
def programme_list(request: HttpRequest) -> HttpResponse:
    """Show the programmes and what each consists of."""
    return render(request, "public/programmes/list.html", programme_list_page())
