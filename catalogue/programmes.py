"""Programmes and what they consist of: VIA with its pilots, the learn-and-work trajectories, and everything else with
parts.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from catalogue import wording
from catalogue.concepts import terms_of
from catalogue.links import listed
from catalogue.records import Problem, Result, problem, result
from evidence import verdicts
from evidence.choices import EditorialState, FindingKind, LifeStatus, SchemeCode
from evidence.models import Classification, Figure, Finding, Intervention, Term, Verdict

VIA = "programma-via"
CATEGORY = SchemeCode.TRAJECTORY_CATEGORY


class Part(NamedTuple):
    """An intervention that is part of another, and the categories that a source counts it to."""

    intervention: Intervention
    sentence: str
    status: str
    categories: list[Classification]


class Pilot(NamedTuple):
    """A pilot of VIA: where it stands, the problem it answers, what came out, and what it consists of."""

    intervention: Intervention
    status: str
    figures: list[Problem]
    results: list[Result]
    verdict: Verdict | None
    parts: list[Part]


class Trajectory(NamedTuple):
    """A learn-and-work trajectory in its category, with the published programme that it is also part of."""

    intervention: Intervention
    sentence: str
    status: str
    whole: Intervention | None
    row: Classification


class Category(NamedTuple):
    """A category of trajectories, and the list of them."""

    term: Term
    address: str
    trajectories: list[Trajectory]


def in_order_of_place(locator: str) -> tuple[int, ...]:
    """Sort places by their numbers: “Bijlage 1, nr 9” before “Bijlage 1, nr 10”."""
    return tuple(int(number) for number in re.findall(r"\d+", locator))


def status(intervention: Intervention) -> str:
    """Say where an initiative is in its life; nothing when the source does not say."""
    return "" if intervention.status == LifeStatus.UNKNOWN else str(intervention.get_status_display())


def _with_categories() -> Prefetch:
    rows = Classification.objects.filter(term__scheme__code=CATEGORY).select_related("term", "source")
    return Prefetch("classifications", rows, to_attr="categories")


def _with_parts() -> Prefetch:
    return Prefetch(
        "parts", Intervention.objects.published().prefetch_related(_with_categories()), to_attr="published_parts"
    )


def parts(intervention: Intervention) -> list[Part]:
    """Return the published parts of an intervention that was fetched with them."""
    return [
        Part(part, wording.first_sentence(part.summary), status(part), part.categories)
        for part in intervention.published_parts
    ]


def via() -> Intervention | None:
    """Return the programme VIA, when it is published."""
    return Intervention.objects.published().filter(slug=VIA).select_related("source").first()


def _facts() -> QuerySet[Intervention]:
    results = Finding.objects.filter(kind__in=(FindingKind.RESULT, FindingKind.COST))
    return (
        Intervention.objects.published()
        .select_related("source")
        .prefetch_related(
            Prefetch("figures", Figure.objects.select_related("source")),
            Prefetch("findings", results.select_related("source", "study").prefetch_related("subgroup")),
            "verdicts__measure",
            _with_parts(),
        )
    )


def pilots() -> list[Pilot]:
    """Return the pilots of VIA in the order of the brochure, in a fixed number of queries."""
    rows = _facts().filter(part_of__slug=VIA)
    return [
        Pilot(
            row,
            status(row),
            [problem(figure) for figure in row.figures.all()],
            [result(finding) for finding in row.findings.all()],
            verdicts.headline(row.verdicts.all()),
            parts(row),
        )
        for row in sorted(rows, key=lambda row: in_order_of_place(row.locator))
    ]


def categories() -> list[Category]:
    """Return the categories of the SER with their trajectories, in the order of its annex."""
    rows = (
        Classification.objects.filter(term__scheme__code=CATEGORY, intervention__in=Intervention.objects.published())
        .select_related("term", "source", "intervention__country", "intervention__part_of")
        .order_by("pk")
    )
    in_order = sorted(rows, key=lambda row: in_order_of_place(row.locator))
    return [
        Category(
            term,
            listed("intervention-list", {"category": term.code}),
            [_trajectory(row) for row in in_order if row.term_id == term.pk],
        )
        for term in terms_of(CATEGORY)
    ]


def _trajectory(row: Classification) -> Trajectory:
    intervention, whole = row.intervention, row.intervention.part_of
    shown = whole if whole and whole.editorial_state == EditorialState.PUBLISHED else None
    return Trajectory(intervention, wording.first_sentence(intervention.summary), status(intervention), shown, row)


def others(shown: Iterable[int]) -> list[tuple[Intervention, list[Part]]]:
    """Return every other published intervention that has published parts."""
    rows = (
        Intervention.objects.published()
        .filter(parts__in=Intervention.objects.published())
        .exclude(pk__in=list(shown))
        .distinct()
        .select_related("source", "country")
        .prefetch_related(_with_parts())
    )
    return [(row, parts(row)) for row in rows]


def page() -> dict:
    """Return the context of the page."""
    programme, found = via(), pilots()
    shown = [pilot.intervention.pk for pilot in found] + ([programme.pk] if programme else [])
    return {"via": programme, "pilots": found if programme else [], "categories": categories(), "others": others(shown)}
