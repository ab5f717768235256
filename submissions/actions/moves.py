"""Bring a submission from one state to another, in one transaction: locked, checked, written, logged and told.

`MOVES` says what may follow what.
"""

from collections.abc import Callable
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from submissions import notifications, permissions, publishing
from submissions.actions.locking import check_version, locked
from submissions.actions.wording import tidy
from submissions.answers import completeness
from submissions.choices import MOVES, REVIEW_DAYS, Aspect, Move, Side, State, Tier
from submissions.errors import FaultsError, MoveError
from submissions.models import Decision, Submission

Change = Callable[[Submission], None]


def _nothing(_submission: Submission) -> None:
    """Leave everything but the state as it is."""


def _move(
    submission: Submission,
    move: Move,
    *,
    by: User,
    reason: str = "",
    version: int | None = None,
    change: Change = _nothing,
) -> Submission:
    """Make one move. `change` adapts the locked submission (and may raise) before it is written."""
    with transaction.atomic():
        current = locked(submission)
        if not permissions.may(move, current, by):
            raise PermissionDenied
        if not permissions.can(move, current):
            raise MoveError(
                move, _("Dit kan niet meer: de inzending is nu “%(state)s”.") % {"state": current.get_state_display()}
            )
        if version is not None:
            check_version(current, version)
        reason = tidy(reason, "reason")
        if MOVES[move].needs_reason and not reason:
            raise MoveError(move, _("Leg uit waarom. De indiener leest dit."))
        decision = Decision(
            move=move, start=current.state, end=MOVES[move].ends, by=by, at=timezone.now(), reason=reason
        )
        change(current)
        current.state = decision.end
        current.save()
        if MOVES[move].side == Side.AUTHOR:
            current.writers.add(by)
        decision.submission, decision.round = current, current.round
        decision.answers = current.answers if move == Move.SUBMIT else None
        decision.save()
        notifications.tell(decision)
        return current


def submit(submission: Submission, *, permission: bool, version: int, by: User) -> Submission:
    """Hand in for review. Raises FaultsError naming every question that still needs an answer."""

    def hand_in(current: Submission) -> None:
        faults = completeness.faults_of(current, permission=permission)
        if faults:
            raise FaultsError(faults)
        now = timezone.now()
        current.round += 1
        current.permission = permission
        current.submitted = now
        current.due = (now + timedelta(days=REVIEW_DAYS[Tier(current.tier)])).date()
        current.reviewer = None

    return _move(submission, Move.SUBMIT, by=by, version=version, change=hand_in)


def withdraw(submission: Submission, *, by: User, reason: str = "") -> Submission:
    """Take a submission back; it can be taken up again."""
    return _move(submission, Move.WITHDRAW, by=by, reason=reason)


def reopen_draft(submission: Submission, *, by: User, reason: str = "") -> Submission:
    """Take up again what was withdrawn."""
    return _move(submission, Move.REOPEN_DRAFT, by=by, reason=reason)


def claim(submission: Submission, *, by: User) -> Submission:
    """Take a submission in hand. Who has it already keeps it; of two who ask at once, one gets it."""

    def take(current: Submission) -> None:
        current.reviewer = by

    with transaction.atomic():
        current = locked(submission)
        if current.state == State.IN_REVIEW and permissions.may_handle(current, by):
            return current
        return _move(current, Move.CLAIM, by=by, change=take)


def release(submission: Submission, *, by: User, reason: str = "") -> Submission:
    """Give a submission back to the queue."""

    def give_back(current: Submission) -> None:
        current.reviewer = None

    return _move(submission, Move.RELEASE, by=by, reason=reason, change=give_back)


def request_changes(submission: Submission, *, reason: str, by: User) -> Submission:
    """Ask the organisation for more, or for something else."""
    return _move(submission, Move.REQUEST_CHANGES, by=by, reason=reason)


def decline(submission: Submission, *, reason: str, by: User) -> Submission:
    """Say that it does not become part of the catalogue, and why; a reviewer may look at it again."""
    return _move(submission, Move.DECLINE, by=by, reason=reason)


def publish(submission: Submission, *, by: User, reason: str = "") -> Submission:
    """Make it public: from answers to rows of the evidence, with the submission as their source.

    All aspects must be judged.
    """

    def make_public(current: Submission) -> None:
        if not permissions.is_publishable(current):
            raise MoveError(
                Move.PUBLISH, _("Een melding kan niet gepubliceerd worden. Vraag om een volledige beschrijving.")
            )
        judged = set(current.reviews.filter(round=current.round).values_list("aspect", flat=True))
        if judged != set(Aspect.values):
            raise MoveError(Move.PUBLISH, _("Beoordeel eerst alle aspecten van de lijst."))
        current.intervention = publishing.publish_answers(current)

    return _move(submission, Move.PUBLISH, by=by, reason=reason, change=make_public)


def reopen_review(submission: Submission, *, reason: str, by: User) -> Submission:
    """Look again at what was declined."""

    def take(current: Submission) -> None:
        current.reviewer = by

    return _move(submission, Move.REOPEN_REVIEW, by=by, reason=reason, change=take)


def archive(submission: Submission, *, reason: str, by: User) -> Submission:
    """Take what was published out of the catalogue."""
    return _move(submission, Move.ARCHIVE, by=by, reason=reason, change=publishing.archive_published)


def restore(submission: Submission, *, reason: str, by: User) -> Submission:
    """Put what was archived back in the catalogue."""
    return _move(submission, Move.RESTORE, by=by, reason=reason, change=publishing.restore_archived)
