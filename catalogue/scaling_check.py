"""The self-check on scaling: what of the six criteria is arranged, and what sources say about the rest.

The answers stand in the address and nowhere else: the address is the result.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.concepts import terms_of
from catalogue.lessons import Line, about_all, by_term, lessons_on, lines, terms_in
from catalogue.scaling import CRITERION
from evidence.choices import LessonKind
from evidence.filters.base import camel
from evidence.models import Lesson, Term


class Answer(TextChoices):
    """How far a project is with one criterion."""

    ARRANGED = "arranged", gettext_lazy("Geregeld")
    PARTLY = "partly", gettext_lazy("Deels geregeld")
    NOT_YET = "not-yet", gettext_lazy("Nog niet geregeld")
    UNKNOWN = "unknown", gettext_lazy("Weet ik niet")


URGENCY = (Answer.NOT_YET, Answer.PARTLY, Answer.UNKNOWN, "", Answer.ARRANGED)
"""The order of a result: what asks for work comes first. The empty answer: not filled in."""
TO_LOOK_OUT_FOR = (LessonKind.CONDITION, LessonKind.BARRIER)
"""The lessons that help to answer; the others say what one can do and belong to the result."""


class Option(NamedTuple):
    """An answer one can choose."""

    code: str
    label: str
    chosen: bool


class Question(NamedTuple):
    """A criterion as a question: its parameter in the address, lessons that help to answer, and what is wrong with the
    answer.
    """

    term: Term
    parameter: str
    lines: list[Line]
    options: list[Option]
    fault: str


class Outcome(NamedTuple):
    """What the answer to one question says; `lines` are the lessons of a criterion that is not arranged."""

    term: Term
    answer: str
    label: str
    lines: list[Line]


def parameter(term: Term) -> str:
    """Name a criterion in an address: `willingness-to-invest` is `willingnessToInvest`."""
    return camel(term.code.replace("-", "_"))


class Check:
    """One way of filling in the self-check."""

    def __init__(self, data: QueryDict) -> None:
        self.terms = list(terms_of(CRITERION))
        self.given = {term.code: [answer for answer in data.getlist(parameter(term)) if answer] for term in self.terms}

    @cached_property
    def _lessons(self) -> list[Lesson]:
        return lessons_on(CRITERION)

    @cached_property
    def _general(self) -> list[Lesson]:
        return about_all(self._lessons, CRITERION, self.terms)

    @cached_property
    def _by_criterion(self) -> dict[str, list[Lesson]]:
        return by_term(
            (row for row in self._lessons if row not in self._general and terms_in(row, CRITERION)), CRITERION
        )

    def _fault(self, term: Term) -> str:
        if len(self.given[term.code]) > 1:
            return _("Kies één antwoord.")
        if set(self.given[term.code]) - set(Answer.values):
            return _("Dit antwoord kennen we niet. Kies geregeld, deels geregeld, nog niet geregeld of weet ik niet.")
        return ""

    @cached_property
    def questions(self) -> list[Question]:
        """The six questions, with the answers that were given."""
        return [
            Question(
                term,
                parameter(term),
                lines(row for row in self._by_criterion.get(term.code, []) if row.kind in TO_LOOK_OUT_FOR),
                [Option(code, str(label), [code] == self.given[term.code]) for code, label in Answer.choices],
                self._fault(term),
            )
            for term in self.terms
        ]

    @property
    def faults(self) -> list[Question]:
        """The questions whose answer is wrong."""
        return [question for question in self.questions if question.fault]

    @property
    def is_filled_in(self) -> bool:
        """Tell whether any question was answered."""
        return any(self.given.values())

    @property
    def opening(self) -> list[Line]:
        """What sources say about all criteria together."""
        return lines(self._general)

    @property
    def outcomes(self) -> list[Outcome]:
        """What comes out, what asks for work first. Ask only when nothing is wrong."""
        found = [self._outcome(term) for term in self.terms]
        return sorted(found, key=lambda outcome: URGENCY.index(outcome.answer))

    def _outcome(self, term: Term) -> Outcome:
        answer = next(iter(self.given[term.code]), "")
        label = str(Answer(answer).label) if answer else _("Niet ingevuld")
        rows: Iterable[Lesson] = () if answer == Answer.ARRANGED else self._by_criterion.get(term.code, [])
        return Outcome(term, answer, label, lines(rows))
