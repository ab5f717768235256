"""A form that a reviewer sent and that was refused: why, and everything that was typed, so that nothing is lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from accounts.forms.presentation import FormFault
from catalogue.reviewing import checklist as checking
from submissions.choices import MOVES, Move
from submissions.errors import AnswerFault

CHECKLIST = "checklist"
MESSAGE = "message"
NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class SentForm:
    """A form that was sent.

    `form` names it (a move, `CHECKLIST`, `MESSAGE` or `NOTE`), `text` and `checklist` are what it held. `complaints`
    say why nothing was done, each with where on the page to mend that.
    """

    form: str
    text: str = ""
    checklist: checking.PostedChecklist | None = None
    complaints: tuple[FormFault, ...] = ()

    def refused(self, text: str) -> "SentForm":
        """Return the form with why it was refused as a whole."""
        is_unexplained = self.form in Move.values and MOVES[Move(self.form)].needs_reason and not self.text.strip()
        href = f"#reason-{self.form}" if is_unexplained else ""
        return replace(self, complaints=(FormFault(href=href, text=text),))

    def faulty(self, faults: Iterable[AnswerFault]) -> "SentForm":
        """Return the form with what is wrong in it."""
        if self.checklist is None:
            places = {"reason": f"#reason-{self.form}", "text": f"#text-{self.form}"}
            return replace(
                self,
                complaints=tuple(
                    FormFault(href=places.get(fault.question, f"#answer-{fault.question}"), text=fault.text)
                    for fault in faults
                ),
            )
        checklist = checking.with_faults(self.checklist, faults)
        complaints = tuple(
            FormFault(href=f"#judgement-{fault.question}", text=fault.text) for fault in checklist.faults
        )
        return replace(self, checklist=checklist, complaints=complaints)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Everything that was typed, each text with what it was about (empty when there was only one)."""
        written = [("", self.text)]
        if self.checklist:
            written += [
                (str(aspect.label), comment) for aspect, (_judgement, comment) in self.checklist.written.items()
            ]
        return [(about, text) for about, text in written if text.strip()]
