"""Why an action did not happen. Pages and API tell each in their own way; nothing was written when one is raised."""

from collections.abc import Sequence
from typing import NamedTuple

from accounts.errors import RefusedError
from submissions.choices import Move
from submissions.models import Submission


class AnswerFault(NamedTuple):
    """One thing that is wrong with an answer: the code of the question (empty: the whole), and what to do about it."""

    question: str
    text: str


class FaultsError(RefusedError):
    """Answers cannot be kept, or are not complete enough for this move."""

    def __init__(self, faults: Sequence[AnswerFault]) -> None:
        super().__init__(" ".join(fault.text for fault in faults))
        self.faults = list(faults)


class MoveError(RefusedError):
    """A move that does not start from this state, or lacks what it needs."""

    def __init__(self, move: Move, text: str) -> None:
        super().__init__(text)
        self.move = move


class ConflictError(RefusedError):
    """Somebody saved a newer version in the meantime; `current` holds it."""

    def __init__(self, current: Submission, text: str) -> None:
        super().__init__(text)
        self.current = current
