"""The day before which an organisation was promised to hear something, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.choices import State
from submissions.models import Submission

WAITING = (State.SUBMITTED, State.IN_REVIEW)
"""The states in which an organisation waits for us."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """The day of an answer, how far away that is in words, and whether it has passed."""

    day: date
    words: str
    is_late: bool


def in_words(days: int) -> str:
    """Say how far away a promised day is; a negative number of days has passed."""
    if days == 0:
        return _("moet vandaag klaar zijn")
    if days == 1:
        return _("moet morgen klaar zijn")
    if days > 1:
        return _("over %(days)s dagen") % {"days": days}
    if days == -1:
        return _("had gisteren klaar moeten zijn")
    return ngettext(
        "had %(days)s dag geleden klaar moeten zijn", "had %(days)s dagen geleden klaar moeten zijn", -days
    ) % {"days": -days}


def deadline_of(submission: Submission) -> Deadline | None:
    """Return what was promised; None when the organisation does not wait for us."""
    if submission.state not in WAITING or submission.due is None:
        return None
    days = (submission.due - timezone.localdate()).days
    return Deadline(day=submission.due, words=in_words(days), is_late=days < 0)
