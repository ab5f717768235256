"""The building blocks of learn-and-work programmes (SER 2021, §4.1): what each is, what was learned, and where one can
see it.
"""

from typing import NamedTuple

from django.urls import reverse

from catalogue.concepts import Example, examples_of, terms_of
from catalogue.lessons import BUILDING_BLOCK, HEADINGS, by_kind, count_by_term, shown
from catalogue.links import Link, listed
from evidence.models import Term


class Block(NamedTuple):
    """A building block in the list. `kinds` counts its lessons, each with a link to that part of its own page."""

    number: int
    term: Term
    address: str
    kinds: list[tuple[Link, int]]
    examples: list[Example]


def overview() -> list[Block]:
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
        blocks.append(Block(number, term, address, kinds, examples[term.code]))
    return blocks


def page(code: str) -> dict | None:
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
        "groups": by_kind(shown().filter(terms=terms[number])),
        "examples": examples_of(BUILDING_BLOCK)[code],
        "lessons_address": listed("lesson-list", asked),
        "interventions_address": listed("intervention-list", asked),
    }
