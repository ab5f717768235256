"""The building blocks of learn-and-work programmes (SER 2021, §4.1).

What each is, what was learned, and where one can see it.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalogue.links import Link, list_address
from catalogue.public.concepts import Example, examples_of, terms_of
from catalogue.public.lessons.lines import BUILDING_BLOCK, HEADINGS, count_by_term, lessons_by_kind, shown_lessons
from evidence.models import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingBlock:
    """A building block in the list. `kinds` counts its lessons, each with a link to that part of its own page."""

    number: int
    term: Term
    address: str
    kinds: list[tuple[Link, int]]
    examples: list[Example]


def building_block_rows() -> list[BuildingBlock]:
    """Return every building block in its order, in a fixed number of queries."""
    counts, examples = count_by_term(BUILDING_BLOCK), examples_of(BUILDING_BLOCK)
    blocks = []
    for number, term in enumerate(terms_of(BUILDING_BLOCK), start=1):
        address = reverse("building-block-detail", args=[term.code])
        kinds = [
            (Link(f"{address}#{kind}", str(heading)), counts[term.pk, kind])
            for kind, heading in HEADINGS.items()
            if counts[term.pk, kind]
        ]
        blocks.append(
            BuildingBlock(number=number, term=term, address=address, kinds=kinds, examples=examples[term.code])
        )
    return blocks


def building_block_page(code: str) -> dict[str, Any] | None:
    """Return the context of one building block with its neighbours; None when there is no such block."""
    terms = list(terms_of(BUILDING_BLOCK))
    number = next((number for number, term in enumerate(terms) if term.code == code), None)
    if number is None:
        return None
    asked = {"buildingBlock": code}
    return {
        "term": terms[number],
        "number": number + 1,
        "total": len(terms),
        "previous": terms[number - 1] if number else None,
        "next": terms[number + 1] if number + 1 < len(terms) else None,
        "groups": lessons_by_kind(shown_lessons().filter(terms=terms[number])),
        "examples": examples_of(BUILDING_BLOCK)[code],
        "lessons_address": list_address("lesson-list", asked),
        "interventions_address": list_address("intervention-list", asked),
    }


@require_safe
def building_block_list(request: HttpRequest) -> HttpResponse:
    return render(request, "public/building_blocks/list.html", {"blocks": building_block_rows()})


@require_safe
def building_block_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one building block with its lessons and examples."""
    context = building_block_page(code)
    if context is None:
        raise Http404
    return render(request, "public/building_blocks/detail.html", context)
