"""The self-check on scaling: what of the six criteria is arranged, and what sources say about the rest.

The answers stand in the address and nowhere else: the address is the result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.public.concepts import terms_of
from catalogue.public.lessons.lines import LessonLine, about_all, by_term, lesson_lines, lessons_on, terms_in
from catalogue.public.scaling.criteria import CRITERION
from evidence.choices import LessonKind
from evidence.filters.base import camel
from evidence.models import Lesson, Term


class CheckAnswer(TextChoices):
    """How far a project is with one criterion."""

    ARRANGED = "arranged", gettext_lazy("Geregeld")
    PARTLY = "partly", gettext_lazy("Deels geregeld")
    NOT_YET = "not-yet", gettext_lazy("Nog niet geregeld")
    UNKNOWN = "unknown", gettext_lazy("Weet ik niet")


URGENCY = (CheckAnswer.NOT_YET, CheckAnswer.PARTLY, CheckAnswer.UNKNOWN, "", CheckAnswer.ARRANGED)
"""The order of a result: what asks for work comes first. The empty answer: not filled in."""
TO_LOOK_OUT_FOR = (LessonKind.CONDITION, LessonKind.BARRIER)
"""The lessons that help to answer; the others say what one can do and belong to the result."""


@dataclass(frozen=True, slots=True)
class CheckOption:
    """An answer one can choose."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckQuestion:
    """A criterion as a question.

    Its parameter in the address, lessons that help to answer, and what is wrong with the answer.
    """

    term: Term
    parameter: str
    lines: list[LessonLine]
    options: list[CheckOption]
    fault: str


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What the answer to one question says; `lines` are the lessons of a criterion that is not arranged."""

    term: Term
    answer: str
    label: str
    lines: list[LessonLine]


def parameter_of(term: Term) -> str:
    """Name a criterion in an address: `willingness-to-invest` is `willingnessToInvest`."""
    return camel(term.code.replace("-", "_"))


class ScalingCheck:
    """One way of filling in the self-check."""

    def __init__(self, data: QueryDict) -> None:
        self.terms = list(terms_of(CRITERION))
        self.given = {
            term.code: [answer for answer in data.getlist(parameter_of(term)) if answer] for term in self.terms
        }

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

    def _about(self, term: Term) -> list[Lesson]:
        return self._by_criterion.get(term.code, [])

    def _options(self, term: Term) -> list[CheckOption]:
        given = self.given[term.code]
        return [CheckOption(code, str(label), [code] == given) for code, label in CheckAnswer.choices]

    def _fault(self, term: Term) -> str:
        if len(self.given[term.code]) > 1:
            return _("Kies één antwoord.")
        if set(self.given[term.code]) - set(CheckAnswer.values):
            return _("Dit antwoord kennen we niet. Kies geregeld, deels geregeld, nog niet geregeld of weet ik niet.")
        return ""

    @cached_property
    def questions(self) -> list[CheckQuestion]:
        """The six questions, with the answers that were given."""
        return [
            CheckQuestion(
                term=term,
                parameter=parameter_of(term),
                lines=lesson_lines(row for row in self._about(term) if row.kind in TO_LOOK_OUT_FOR),
                options=self._options(term),
                fault=self._fault(term),
            )
            for term in self.terms
        ]

    @property
    def faults(self) -> list[CheckQuestion]:
        """The questions whose answer is wrong."""
        return [question for question in self.questions if question.fault]

    @property
    def is_filled_in(self) -> bool:
        """Tell whether any question was answered."""
        return any(self.given.values())

    @property
    def opening(self) -> list[LessonLine]:
        """What sources say about all criteria together."""
        return lesson_lines(self._general)

    @property
    def outcomes(self) -> list[CheckOutcome]:
        """What comes out, what asks for work first. Ask only when nothing is wrong."""
        found = [self._outcome(term) for term in self.terms]
        return sorted(found, key=lambda outcome: URGENCY.index(outcome.answer))

    def _outcome(self, term: Term) -> CheckOutcome:
        answer = next(iter(self.given[term.code]), "")
        label = str(CheckAnswer(answer).label) if answer else _("Niet ingevuld")
        rows: Iterable[Lesson] = () if answer == CheckAnswer.ARRANGED else self._about(term)
        return CheckOutcome(term, answer, label, lesson_lines(rows))
