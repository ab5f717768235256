"""What someone tried to do that did not happen: why, and everything that they typed, so that nothing is lost."""

from collections.abc import Iterable
from typing import NamedTuple

from catalogue.reviewing import checklist as checking
from submissions.choices import MOVES, Move
from submissions.errors import AnswerFault

CHECKLIST = "checklist"
MESSAGE = "message"
NOTE = "note"


class Complaint(NamedTuple):
    """Why it did not happen, and where on the page to mend that (empty when there is nothing to mend)."""

    href: str
    text: str


class Attempt(NamedTuple):
    """A form that was sent: `form` names it (a move, `CHECKLIST`, `MESSAGE` or `NOTE`), `text` and `checklist` are what
    it held.
    """

    form: str
    text: str = ""
    checklist: checking.Posted | None = None
    complaints: tuple[Complaint, ...] = ()

    def refused(self, text: str) -> "Attempt":
        """Return the attempt with why it was refused as a whole."""
        is_unexplained = self.form in Move.values and MOVES[Move(self.form)].needs_reason and not self.text.strip()
        return self._replace(complaints=(Complaint(f"#reason-{self.form}" if is_unexplained else "", text),))

    def faulty(self, faults: Iterable[AnswerFault]) -> "Attempt":
        """Return the attempt with what is wrong in it."""
        if self.checklist is None:
            places = {"reason": f"#reason-{self.form}", "text": f"#text-{self.form}"}
            found = [Complaint(places.get(fault.question, f"#answer-{fault.question}"), fault.text) for fault in faults]
            return self._replace(complaints=tuple(found))
        checklist = checking.with_faults(self.checklist, faults)
        found = tuple(Complaint(f"#judgement-{fault.question}", fault.text) for fault in checklist.faults)
        return self._replace(checklist=checklist, complaints=found)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Everything that was typed, each text with what it was about (empty when there was only one)."""
        written = [("", self.text)]
        if self.checklist:
            written += [
                (str(aspect.label), comment) for aspect, (_judgement, comment) in self.checklist.written.items()
            ]
        return [(about, text) for about, text in written if text.strip()]
