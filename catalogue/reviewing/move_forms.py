"""The moves that someone can make with a submission, each as a form."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from catalogue.reviewing.sent_form import SentForm
from submissions import permissions
from submissions.choices import MOVES, Move, Side
from submissions.models import Submission

WHAT_HAPPENS = {
    Move.CLAIM: _("Daarna vult u de lijst in en beslist u. Anderen zien dat u ermee bezig bent."),
    Move.RELEASE: _("De inzending gaat terug naar de wachtrij, zodat een ander haar kan behandelen."),
    Move.REQUEST_CHANGES: _("De organisatie kan de antwoorden weer wijzigen en dient daarna opnieuw in."),
    Move.DECLINE: _(
        "De inzending komt niet in de catalogus. Een beoordelaar kan haar later opnieuw in behandeling nemen."
    ),
    Move.PUBLISH: _("U ziet eerst wat er openbaar wordt."),
    Move.REOPEN_REVIEW: _("U neemt de afgewezen inzending opnieuw in behandeling."),
    Move.ARCHIVE: _("Wat hiermee gepubliceerd is, verdwijnt uit de catalogus. Het kan later worden teruggezet."),
    Move.RESTORE: _("Wat hiermee gepubliceerd was, komt terug in de catalogus."),
}
"""Every move of the editorial team, with what follows from it."""
ORDER = [
    Move.CLAIM,
    Move.PUBLISH,
    Move.REQUEST_CHANGES,
    Move.DECLINE,
    Move.REOPEN_REVIEW,
    Move.RESTORE,
    Move.ARCHIVE,
    Move.RELEASE,
]
"""The way forward first, the way back last."""

ONLY_IN_FULL = _("Een melding kan niet gepubliceerd worden. Vraag de organisatie om een volledige beschrijving.")
JUDGE_FIRST = _("Beoordeel eerst alle aspecten van de lijst.")

WHOSE = {
    Side.HANDLER: _("Dit kan alleen wie de inzending behandelt. Neem haar eerst zelf in behandeling."),
    Side.EDITOR: _("Dit kan alleen een redacteur."),
    Side.REVIEWER: _("U mag deze inzending niet beoordelen."),
    Side.AUTHOR: _("Dit kan alleen de organisatie zelf."),
}
"""Why a move is not someone's, by whose it is."""


def not_yours(form: str) -> str:
    """Say whose it is to send a form, to someone whose it is not; messages and notes are for every reviewer."""
    side = MOVES[Move(form)].side if form in Move.values else Side.HANDLER
    return str(WHOSE[side])


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveForm:
    """A move that can be made now, with the reason as far as it was typed."""

    move: Move
    is_first: bool
    reason: str = ""
    complaints: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The move, as it stands in the address."""
        return self.move.value

    @property
    def label(self) -> str:
        """The move in words."""
        return str(self.move.label)

    @property
    def what_happens(self) -> str:
        """What follows from it."""
        return str(WHAT_HAPPENS[self.move])

    @property
    def needs_reason(self) -> bool:
        """Tell whether it must be explained."""
        return MOVES[self.move].needs_reason

    @property
    def is_confirmed(self) -> bool:
        """Tell whether it has a page of its own that asks once more."""
        return self.move == Move.PUBLISH

    @property
    def field_id(self) -> str:
        """The id of the field for the reason."""
        return f"reason-{self.move}"

    @property
    def is_open(self) -> bool:
        """Tell whether something was typed into it, or is wrong with it."""
        return bool(self.reason or self.complaints)


def move_forms(submission: Submission, user: User, sent: SentForm | None) -> list[MoveForm]:
    """List exactly what `submissions.permissions` allows, as forms."""
    allowed = sorted((move for move in permissions.moves(submission, user) if move in ORDER), key=ORDER.index)
    made = [MoveForm(move=move, is_first=move == allowed[0]) for move in allowed]
    if sent is None:
        return made
    complaints = tuple(complaint.text for complaint in sent.complaints)
    return [replace(form, reason=sent.text, complaints=complaints) if form.move == sent.form else form for form in made]
