"""The pillars of living together, the types of labour migrants, and what is recommended (Adviesraad Migratie 2025)."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.links import list_address
from catalogue.public.advice import numbered
from catalogue.public.concepts import Example, examples_of, terms_of
from catalogue.public.lessons.lines import (
    PARTY,
    LessonLine,
    about_all,
    by_addressee,
    by_term,
    count_by_term,
    lesson_lines,
    lessons_on,
    shown_lessons,
)
from catalogue.public.provisions.lines import lines_of
from catalogue.public.source_rows import FigureRow, figure_row
from evidence.choices import SchemeCode
from evidence.models import Figure, Intervention, Term

PILLAR = SchemeCode.PILLAR
TYPOLOGY = SchemeCode.MIGRANT_TYPOLOGY
SHORT = ("vulnerable-short-stay", "promising-short-stay")
LONG = ("chronically-vulnerable", "lasting-good-prospects")
"""The types by length of stay; in both, insecure work comes first and good prospects second (Adviesraad 2025, §2.3)."""


@dataclass(frozen=True, slots=True)
class Pillar:
    """A pillar in the overview, with how much there is about it."""

    term: Term
    address: str
    lesson_count: int
    intervention_count: int


@dataclass(frozen=True, slots=True)
class MigrantType:
    """One of the four types: its share of all labour migrants, and what sources say about it in particular."""

    term: Term
    share: FigureRow | None
    lines: list[LessonLine]
    examples: list[Example]


@dataclass(frozen=True, slots=True)
class Stay:
    """A row of the typology."""

    label: str
    kinds: list[MigrantType | None]


def _figures() -> QuerySet[Figure]:
    """Return the figures that the public may see: those about no intervention, or a published one."""
    about = Q(intervention__isnull=True) | Q(intervention__in=Intervention.objects.published())
    return Figure.objects.filter(about).select_related("source")


def pillar_rows() -> list[Pillar]:
    """Return the pillars, in a fixed number of queries."""
    counts: Counter[int] = Counter()
    for (term, _kind), number in count_by_term(PILLAR).items():
        counts[term] += number
    examples = examples_of(PILLAR)
    return [
        Pillar(
            term,
            reverse("pillar-detail", args=[term.code]),
            counts[term.pk],
            len({example.intervention.pk for example in examples[term.code]}),
        )
        for term in terms_of(PILLAR)
    ]


def _shares() -> dict[frozenset[str], FigureRow]:
    """Return the figures about types, by the types that they are about together."""
    rows = _figures().filter(terms__scheme__code=TYPOLOGY).distinct().prefetch_related("terms__scheme").order_by("-pk")
    return {
        frozenset(term.code for term in row.terms.all() if term.scheme.code == TYPOLOGY): figure_row(row)
        for row in rows
    }


def typology() -> dict[str, Any]:
    """Return the table of length of stay against prospects, with what both lengths together make in the last row."""
    terms = {term.code: term for term in terms_of(TYPOLOGY)}
    lessons = lessons_on(TYPOLOGY)
    opening = about_all(lessons, TYPOLOGY, terms.values())
    rows = by_term((lesson for lesson in lessons if lesson not in opening), TYPOLOGY)
    shares, examples = _shares(), examples_of(TYPOLOGY)

    def kind(code: str) -> MigrantType | None:
        if code not in terms:
            return None
        return MigrantType(terms[code], shares.get(frozenset({code})), lesson_lines(rows[code]), examples[code])

    stays = [
        Stay(_("Blijft kort"), [kind(code) for code in SHORT]),
        Stay(_("Blijft langer"), [kind(code) for code in LONG]),
    ]
    return {
        "opening": lesson_lines(opening),
        "stays": stays,
        "totals": [shares.get(frozenset(pair)) for pair in zip(SHORT, LONG, strict=True)],
        "kinds": [kind for stay in stays for kind in stay.kinds if kind],
    }


def pillar_list_page() -> dict[str, Any]:
    """Return the context of the overview."""
    return {
        "pillars": pillar_rows(),
        "typology": typology(),
        "recommendations": numbered("adviesraad-2025"),
    }


def pillar_page(code: str) -> dict[str, Any] | None:
    """Return the context of one pillar; None when there is no such pillar."""
    term = next((term for term in terms_of(PILLAR) if term.code == code), None)
    if term is None:
        return None
    examples: dict[int, Example] = {}
    for example in examples_of(PILLAR)[code]:
        examples.setdefault(example.intervention.pk, example)
    return {
        "term": term,
        "groups": by_addressee(shown_lessons().filter(terms=term), terms_of(PARTY)),
        "examples": list(examples.values()),
        "figures": [figure_row(row) for row in _figures().filter(terms=term)],
        "provisions": lines_of(Q(classifications__term=term)),
        "interventions_address": list_address("intervention-list", {"pillar": code}),
    }


@require_safe
def pillar_list(request: HttpRequest) -> HttpResponse:
    """Show the four pillars, the typology and the five recommendations."""
    return render(request, "public/pillars/list.html", pillar_list_page())


@require_safe
def pillar_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one pillar: lessons by addressee, interventions and figures."""
    context = pillar_page(code)
    if context is None:
        raise Http404
    return render(request, "public/pillars/detail.html", context)
