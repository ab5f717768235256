"""The answers of a submission as a reviewer reads them: by topic, with what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.questionnaire import pages_of
from submissions.answers import reading
from submissions.choices import EDITABLE, Move, State
from submissions.destinations import INTERNAL
from submissions.models import Submission
from submissions.questions.declaration import Question

OUT_OF_SIGHT = EDITABLE | {State.WITHDRAWN}
"""The states in which an organisation writes, or took back what it wrote: reviewers read what was last handed in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerInWords:
    """A question with its answer in words; nothing when it was not answered."""

    question: Question
    shown: list[str]

    @property
    def code(self) -> str:
        """The code of the question."""
        return self.question.code

    @property
    def is_needed(self) -> bool:
        """Tell whether the question must be answered before handing in."""
        return self.question.needed

    @property
    def is_private(self) -> bool:
        """Tell whether only reviewers read the answer."""
        return self.code in INTERNAL

    @property
    def is_list(self) -> bool:
        """Tell whether the answer is a list of things."""
        return len(self.shown) > 1


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredTopic:
    """A topic with its questions."""

    code: str
    title: str
    answers: list[AnswerInWords]

    @property
    def given(self) -> list[AnswerInWords]:
        """The questions that were answered."""
        return [answer for answer in self.answers if answer.shown]

    @property
    def missing(self) -> list[AnswerInWords]:
        """The questions that must be answered, and were not."""
        return [answer for answer in self.answers if not answer.shown and answer.is_needed]

    @property
    def blank(self) -> list[AnswerInWords]:
        """The other questions that were not answered."""
        return [answer for answer in self.answers if not answer.shown and not answer.is_needed]


def handed_in(submission: Submission) -> Mapping[str, Any]:
    """Return the answers that were handed in; what an organisation writes since then is still its own."""
    if submission.state not in OUT_OF_SIGHT:
        return submission.answers
    last = submission.decisions.filter(move=Move.SUBMIT).last()
    return (last.answers or {}) if last else {}


def answered_topics(submission: Submission, answers: Mapping[str, Any]) -> list[AnsweredTopic]:
    """List the topics that this kind and tier ask, each question with its answer."""
    return [
        AnsweredTopic(
            code=page.code,
            title=str(page.title),
            answers=[
                AnswerInWords(question=question, shown=list(reading.answer_shown(question, answers.get(question.code))))
                for question in page.questions
            ],
        )
        for page in pages_of(submission)
    ]
