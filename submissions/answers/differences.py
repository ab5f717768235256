"""What differs: from what is published now, or from what was handed in before; down to the word."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any, NamedTuple

from submissions import questions
from submissions.answers import prefill, reading
from submissions.choices import Kind, Move
from submissions.history import changed_answers
from submissions.models import Submission
from submissions.questions.declaration import Form, Question

WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 1500
"""Above this, a text is shown as a whole before and a whole after.

Comparing would take too long to read and to make.
"""


class AnswerChange(StrEnum):
    """What happened to an answer between two states of a submission."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Mark(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """Some words in a row, and what happened to them. All pieces that are not added make the old text, in order."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One question that is answered otherwise: as a reader sees it before and after, and word by word.

    A list has its pieces per item.
    """

    code: str
    label: str
    before: Sequence[str]
    after: Sequence[str]
    change: AnswerChange
    pieces: list[list[Piece]]


def proposed_differences(submission: Submission) -> list[Difference]:
    """List what a change would do to what is published now; nothing for a submission of another kind."""
    if submission.kind != Kind.CHANGE or submission.intervention_id is None:
        return []
    published = prefill.starting_answers(submission)
    return between(published, published | changed_answers(submission), submission.kind)


def since_last_round(submission: Submission) -> list[Difference]:
    """List what was answered otherwise when it was handed in last than the time before; nothing before the second time.

    What the organisation writes since then is still its own.
    """
    handed_in = [row.answers or {} for row in submission.decisions.filter(move=Move.SUBMIT).order_by("-pk")[:2]]
    return between(handed_in[1], handed_in[0], submission.kind) if len(handed_in) == 2 else []


def between(before: Mapping[str, Any], after: Mapping[str, Any], kind: str) -> list[Difference]:
    """List the questions that two sets of answers answer otherwise, in the order of the pages."""
    return [
        _difference(question, before.get(code), after.get(code))
        for code, question in questions.all_questions(kind).items()
        if _given(before.get(code)) != _given(after.get(code))
    ]


def _given(answer: Any) -> Any:
    """Return an answer; None for one that says nothing."""
    return None if answer in ("", []) else answer


def _difference(question: Question, before: Any, after: Any) -> Difference:
    old, new = list(reading.answer_shown(question, before)), list(reading.answer_shown(question, after))
    change = AnswerChange.CHANGED if old and new else AnswerChange.ADDED if new else AnswerChange.REMOVED
    return Difference(
        code=question.code,
        label=str(question.label),
        before=old,
        after=new,
        change=change,
        pieces=_pieces(question, old, new),
    )


def _pieces(question: Question, old: list[str], new: list[str]) -> list[list[Piece]]:
    """Mark what changed: by item in a list, by word in a text."""
    if question.form in (Form.LINES, Form.CHOICES):
        return [pieces for pair in _items(old, new) for pieces in [marked(*pair)] if pieces]
    return [marked(one, other) for one, other in zip_longest(old, new, fillvalue="")]


def _items(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Pair the items of two lists: the same ones with each other, and replaced ones in the order they stand in."""
    pairs: list[tuple[str, str]] = []
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            pairs.extend(zip_longest(old[start:end], new[new_start:new_end], fillvalue=""))
        else:
            pairs.extend((item, item if tag == "equal" else "") for item in old[start:end])
            pairs.extend(("", item) for item in new[new_start:new_end] if tag == "insert")
    return pairs


def marked(before: str, after: str) -> list[Piece]:
    """Mark, word by word, what became of a text."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if max(len(old), len(new)) > 2 * MOST_WORDS:
        return _joined([(Mark.REMOVED, old), (Mark.ADDED, new)])
    steps = []
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            steps.append((Mark.SAME, old[start:end]))
        else:
            steps += [(Mark.REMOVED, old[start:end]), (Mark.ADDED, new[new_start:new_end])]
    return _joined(steps)


def _joined(steps: Sequence[tuple[Mark, list[str]]]) -> list[Piece]:
    return [Piece(mark, "".join(words)) for mark, words in steps if words]
