"""The answer per stage. What nobody knows of a combination is answered one step wider, and that is said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.links import list_address
from catalogue.public.lessons.lines import LessonLine
from catalogue.public.lifelong_learning.known import GROUP, STAGE, KnownOfStage
from catalogue.public.lifelong_learning.question import GroupQuestion
from catalogue.public.source_rows import FigureRow
from evidence.models import Intervention, Term
from evidence.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAbout:
    """What is known about some groups; `addresses` of the lists of the same lessons and approaches."""

    label: str
    lessons: list[LessonLine]
    figures: list[FigureRow]
    approaches: list[Intervention]
    lesson_address: str
    approach_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAnswer:
    """What is known of one stage: of exactly the groups asked, or (`steps`) that many steps wider; `unknown` names the
    groups at that width of whom nothing is.
    """

    term: Term
    steps: int
    answers: list[KnownAbout]
    unknown: list[str]


@dataclass(frozen=True, slots=True)
class CharacteristicRow:
    """How much is known of one group: the name of each stage, and a text that is empty when that is nothing."""

    term: Term
    depth: int
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Characteristic:
    """The groups of one characteristic of which something is known, and those of which nothing is."""

    term: Term
    rows: list[CharacteristicRow]
    unknown: list[str]


def answer_stage(stage: Term, question: GroupQuestion, everything: list[KnownOfStage]) -> StageAnswer:
    """Answer a question about one stage, as exactly as anything is known."""
    known = [row for row in everything if stage.code in row.stages]
    asked, steps = [question], 0
    while True:
        found = [(one, [row for row in known if one.asks_for(row)]) for one in asked]
        answers = [_known_about(stage, one, rows) for one, rows in found if rows]
        wider = list(dict.fromkeys(next_one for one in asked for next_one in one.one_step_wider()))
        if answers or not wider:
            unknown = [one.in_words for one, rows in found if steps and answers and not rows]
            return StageAnswer(term=stage, steps=steps if answers else 0, answers=answers, unknown=unknown)
        asked, steps = wider, steps + 1


def _known_about(stage: Term, question: GroupQuestion, rows: list[KnownOfStage]) -> KnownAbout:
    asked: dict[str, str | list[str]] = {"lloStage": stage.code}
    if question.codes:
        asked["targetGroup"] = question.codes
    return KnownAbout(
        label=question.label or _("Iedereen"),
        lessons=[row.lesson for row in rows if row.lesson],
        figures=[row.figure for row in rows if row.figure],
        approaches=[row.approach for row in rows if row.approach],
        lesson_address=list_address("lesson-list", asked),
        approach_address=list_address("intervention-list", asked),
    )


def by_characteristic(
    vocabulary: Vocabulary, everything: list[KnownOfStage], question: GroupQuestion
) -> list[Characteristic]:
    """Say per group how much is known of each stage: of the characteristics asked, or of all when none is."""
    stages, groups = list(vocabulary.terms.get(STAGE, {}).values()), list(vocabulary.terms.get(GROUP, {}).values())
    asked = {vocabulary.top(term) for some in question.groups for term in some}
    return [
        _characteristic(top, list(_below(vocabulary, groups, top)), stages, everything)
        for top in groups
        if not top.broader_id and (not asked or top in asked)
    ]


def _below(vocabulary: Vocabulary, terms: Iterable[Term], broader: Term) -> Iterator[tuple[Term, int]]:
    for term in terms:
        if term.broader_id == broader.pk:
            yield term, len(vocabulary.path(term)) - 2
            yield from _below(vocabulary, terms, term)


def _characteristic(
    top: Term, below: list[tuple[Term, int]], stages: list[Term], everything: list[KnownOfStage]
) -> Characteristic:
    rows, unknown = [], []
    for term, depth in below:
        about = [row for row in everything if term.code in row.groups]
        cells = [(stage.label, in_words([row for row in about if stage.code in row.stages])) for stage in stages]
        if any(text for _label, text in cells):
            rows.append(CharacteristicRow(term, depth, cells))
        else:
            unknown.append(term.label)
    return Characteristic(top, rows, unknown)


def in_words(rows: list[KnownOfStage]) -> str:
    """Count lessons, figures and approaches; empty when there are none."""
    lessons, figures = sum(bool(row.lesson) for row in rows), sum(bool(row.figure) for row in rows)
    approaches = sum(bool(row.approach) for row in rows)
    words = (
        ngettext("%(number)s les", "%(number)s lessen", lessons) % {"number": lessons} if lessons else "",
        ngettext("%(number)s cijfer", "%(number)s cijfers", figures) % {"number": figures} if figures else "",
        ngettext("%(number)s aanpak", "%(number)s aanpakken", approaches) % {"number": approaches}
        if approaches
        else "",
    )
    return ", ".join(filter(None, words))
