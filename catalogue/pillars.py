"""The four pillars of living together, the types of labour migrants and the recommendations (Adviesraad Migratie 2025)."""

from collections import Counter
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.advice import numbered
from catalogue.concepts import Example, examples_of, terms_of
from catalogue.lessons import PARTY, Line, about_all, by_addressee, by_term, count_by_term, lessons_on, lines, shown
from catalogue.links import listed
from catalogue.records import Problem, problem
from evidence.choices import SchemeCode
from evidence.models import Figure, Intervention, Term

PILLAR = SchemeCode.PILLAR
TYPOLOGY = SchemeCode.MIGRANT_TYPOLOGY
SHORT = ("vulnerable-short-stay", "promising-short-stay")
LONG = ("chronically-vulnerable", "lasting-good-prospects")
"""The types by length of stay; in both, insecure work comes first and good prospects second (Adviesraad 2025, §2.3)."""


class Pillar(NamedTuple):
    """A pillar in the overview, with how much there is about it."""

    term: Term
    address: str
    lesson_count: int
    intervention_count: int


class Kind(NamedTuple):
    """One of the four types: its share of all labour migrants, and what sources say about it in particular."""

    term: Term
    share: Problem | None
    lines: list[Line]
    examples: list[Example]


class Stay(NamedTuple):
    """A row of the typology."""

    label: str
    kinds: list[Kind | None]


def _figures() -> QuerySet[Figure]:
    """Return the figures that the public may see: those about no intervention, or a published one."""
    about = Q(intervention__isnull=True) | Q(intervention__in=Intervention.objects.published())
    return Figure.objects.filter(about).select_related("source")


def overview() -> list[Pillar]:
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


def _shares() -> dict[frozenset[str], Problem]:
    """Return the figures about types, by the types that they are about together."""
    rows = _figures().filter(terms__scheme__code=TYPOLOGY).distinct().prefetch_related("terms__scheme").order_by("-pk")
    return {
        frozenset(term.code for term in row.terms.all() if term.scheme.code == TYPOLOGY): problem(row) for row in rows
    }


def typology() -> dict:
    """Return the table of length of stay against prospects, with what both lengths together make in the last row."""
    terms = {term.code: term for term in terms_of(TYPOLOGY)}
    lessons = lessons_on(TYPOLOGY)
    opening = about_all(lessons, TYPOLOGY, terms.values())
    rows = by_term((lesson for lesson in lessons if lesson not in opening), TYPOLOGY)
    shares, examples = _shares(), examples_of(TYPOLOGY)

    def kind(code: str) -> Kind | None:
        if code not in terms:
            return None
        return Kind(terms[code], shares.get(frozenset({code})), lines(rows[code]), examples[code])

    stays = [
        Stay(_("Blijft kort"), [kind(code) for code in SHORT]),
        Stay(_("Blijft langer"), [kind(code) for code in LONG]),
    ]
    return {
        "opening": lines(opening),
        "stays": stays,
        "totals": [shares.get(frozenset(pair)) for pair in zip(SHORT, LONG, strict=True)],
        "kinds": [kind for stay in stays for kind in stay.kinds if kind],
    }


def page() -> dict:
    """Return the context of the overview."""
    return {
        "pillars": overview(),
        "typology": typology(),
        "recommendations": numbered("adviesraad-2025", "Aanbeveling "),
    }


def pillar(code: str) -> dict | None:
    """Return the context of one pillar; None when there is no such pillar."""
    term = next((term for term in terms_of(PILLAR) if term.code == code), None)
    if term is None:
        return None
    examples: dict[int, Example] = {}
    for example in examples_of(PILLAR)[code]:
        examples.setdefault(example.intervention.pk, example)
    return {
        "term": term,
        "groups": by_addressee(shown().filter(terms=term), terms_of(PARTY)),
        "examples": list(examples.values()),
        "figures": [problem(row) for row in _figures().filter(terms=term)],
        "interventions_address": listed("intervention-list", {"pillar": code}),
    }
