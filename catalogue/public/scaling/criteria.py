"""Letting a learn-and-work programme grow (SER 2021, chapters 5 and 6): what it takes, and what each party can do.

Table 6.1 of the report sets six criteria against five parties, but its cells cannot be read in our copy. Here the cells
hold the lessons of the text that are about that criterion and that party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from catalogue.links import list_address
from catalogue.public.advice import numbered
from catalogue.public.concepts import Example, examples_of, terms_of
from catalogue.public.lessons.lines import (
    PARTY,
    LessonLine,
    about_all,
    by_term,
    lesson_lines,
    lessons_on,
    terms_in,
)
from evidence.choices import SchemeCode
from evidence.models import Lesson, Term

CRITERION = SchemeCode.SCALING_CRITERION
VARIANT = SchemeCode.SCALING_VARIANT
FACTOR = SchemeCode.ENVIRONMENT_FACTOR


@dataclass(frozen=True, slots=True)
class CriterionCell:
    """What one party can do about one criterion."""

    criterion: Term
    party: Term
    anchor: str
    lines: list[LessonLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A criterion with a cell for every party, the lessons for nobody in particular, and practice that shows it."""

    term: Term
    anchor: str
    cells: list[CriterionCell]
    general: list[LessonLine]
    examples: list[Example]

    @property
    def filled(self) -> list[CriterionCell]:
        """The cells that hold something."""
        return [cell for cell in self.cells if cell.lines]


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its cell for every criterion, and the list of all lessons for it."""

    term: Term
    address: str
    cells: list[CriterionCell]


@dataclass(frozen=True, slots=True)
class Theme:
    """A variant or a factor with its lessons and examples."""

    term: Term
    lines: list[LessonLine]
    examples: list[Example]


def criteria(terms: Iterable[Term], lessons: Iterable[Lesson], parties: list[Term]) -> list[Criterion]:
    """Set every criterion against every party."""
    rows, examples = by_term(lessons, CRITERION), examples_of(CRITERION)
    return [_criterion(term, by_term(rows[term.code], PARTY), parties, examples[term.code]) for term in terms]


def _criterion(term: Term, rows: dict[str, list[Lesson]], parties: list[Term], examples: list[Example]) -> Criterion:
    cells = [
        CriterionCell(term, party, f"{term.code}-{party.code}", lesson_lines(rows[party.code])) for party in parties
    ]
    general = lesson_lines(rows[""])
    return Criterion(term=term, anchor=term.code, cells=cells, general=general, examples=examples)


def parties_of(lessons: Iterable[Lesson]) -> list[Term]:
    """Return the parties that any of these lessons is for."""
    named = by_term(lessons, PARTY)
    return [term for term in terms_of(PARTY) if term.code in named]


def by_party(parties: list[Term], found: list[Criterion]) -> list[Party]:
    """Turn the criteria round: every party with its cells."""
    columns = zip(*(criterion.cells for criterion in found), strict=True)
    return [
        Party(party, list_address("lesson-list", {"addressee": party.code}), list(cells))
        for party, cells in zip(parties, columns, strict=True)
    ]


def themes(scheme: str, terms: Iterable[Term], lessons: Iterable[Lesson]) -> list[Theme]:
    """Give every term of a scheme its lessons and its examples."""
    rows, examples = by_term(lessons, scheme), examples_of(scheme)
    return [Theme(term, lesson_lines(rows[term.code]), examples[term.code]) for term in terms]


def scaling_page() -> dict[str, Any]:
    """Return the context of the page, in a fixed number of queries."""
    lessons = lessons_on(CRITERION, VARIANT, FACTOR)
    terms = {scheme: list(terms_of(scheme)) for scheme in (CRITERION, VARIANT, FACTOR)}
    general = about_all(lessons, CRITERION, terms[CRITERION])
    opening = about_all(lessons, VARIANT, terms[VARIANT])
    about_criteria = [lesson for lesson in lessons if terms_in(lesson, CRITERION) and lesson not in general]
    parties = parties_of(about_criteria)
    found = criteria(terms[CRITERION], about_criteria, parties)
    return {
        "general": lesson_lines(general),
        "criteria": found,
        "parties": by_party(parties, found),
        "variants_opening": lesson_lines(opening),
        "variants": themes(VARIANT, terms[VARIANT], [lesson for lesson in lessons if lesson not in opening]),
        "factors": themes(FACTOR, terms[FACTOR], lessons),
        "points": numbered("ser-2021"),
    }
