"""Everything an organisation submitted, grouped by whose turn it is."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from submissions.actions.confirming import asked_on, checked_on
from submissions.choices import State
from submissions.models import Submission

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    from submissions.actions.confirming import LastPublished


@dataclass(frozen=True, kw_only=True, slots=True)
class SubmissionRow:
    """One submission in the list; `address` is where the next step is done."""

    submission: Submission
    name: str
    next_step: str
    address: str
    is_stale: bool
    checked: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SubmissionGroup:
    """Submissions that wait for the same side."""

    code: str
    heading: str
    rows: list[SubmissionRow]


def submissions_of(user: User) -> "QuerySet[WithAnnotations[Submission, LastPublished]]":
    """Return what the organisations of someone submitted, the last saved first, with the day that it was published."""
    return Submission.objects.of_member(user).with_people().with_publication().order_by("-saved", "pk")


def submission_groups(rows: "QuerySet[WithAnnotations[Submission, LastPublished]]") -> list[SubmissionGroup]:
    """Group them by what needs doing; no empty groups."""
    by_state: dict[str, list[SubmissionRow]] = {}
    for submission in rows:
        by_state.setdefault(submission.state, []).append(submission_row(submission))
    found = [
        SubmissionGroup(code=code, heading=heading, rows=[line for state in states for line in by_state.get(state, [])])
        for code, heading, states in (
            ("yours", _("Hier bent u aan zet"), (State.CHANGES_REQUESTED, State.DRAFT)),
            ("ours", _("Hier is de redactie aan zet"), (State.IN_REVIEW, State.SUBMITTED)),
            ("public", _("In de catalogus"), (State.PUBLISHED,)),
            ("closed", _("Afgesloten"), (State.DECLINED, State.WITHDRAWN, State.ARCHIVED)),
        )
    ]
    return [group for group in found if group.rows]


def submission_row(submission: "WithAnnotations[Submission, LastPublished]") -> SubmissionRow:
    """Describe one submission for the list."""
    stale = asked_on(submission, timezone.localdate()) is not None
    return SubmissionRow(
        submission=submission,
        name=submission.title or _("Nog zonder naam"),
        next_step=_("Kijk of dit nog klopt.") if stale else next_step(submission),
        address=reverse("submission-detail", args=(submission.reference,)),
        is_stale=stale,
        checked=checked_on(submission),
    )


def next_step(submission: Submission) -> str:
    """Say what happens next, and by when."""
    day = date_format(submission.due, "j F Y") if submission.due else ""
    return {
        State.DRAFT: _("Vul verder in en dien in wanneer u klaar bent."),
        State.CHANGES_REQUESTED: _("Lees wat de redactie vraagt, vul aan en dien opnieuw in."),
        State.SUBMITTED: _("De redactie leest uw inzending. U hoort iets vóór %(day)s.") % {"day": day},
        State.IN_REVIEW: _("Een beoordelaar is ermee bezig. U hoort iets vóór %(day)s.") % {"day": day},
        State.PUBLISHED: _("U hoeft niets te doen."),
        State.DECLINED: _("Lees waarom de redactie dit niet publiceert."),
        State.WITHDRAWN: _("U trok dit in. U kunt er weer aan verder werken."),
        State.ARCHIVED: _("De redactie haalde dit uit de catalogus."),
    }[State(submission.state)]
