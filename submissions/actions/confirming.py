"""Once a year: is what we published for you still right?"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.errors import RefusedError
from accounts.models import User
from accounts.permissions import is_member
from submissions.actions.locking import locked
from submissions.choices import Kind, State
from submissions.models import Submission

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

YEAR = timedelta(days=365)
"""How long a published record goes without the question whether it is still right."""


class LastPublished(TypedDict):
    """What `with_publication` brings along with a submission."""

    published_at: datetime | None


def checked_on(submission: "WithAnnotations[Submission, LastPublished]") -> date | None:
    """Return when the organisation last stood for what is published: when it said so, or when it was published."""
    published = submission.published_at
    days = [day for day in (submission.confirmed, published and timezone.localdate(published)) if day]
    return max(days, default=None)


def asked_on(submission: "WithAnnotations[Submission, LastPublished]", today: date) -> date | None:
    """Return the day of the last yearly question that is not answered yet; None when there is none.

    A change or an experience has no life of its own: it is asked of published initiatives.
    """
    checked = checked_on(submission)
    if submission.state != State.PUBLISHED or submission.kind != Kind.NEW or checked is None:
        return None
    years = (today - checked) // YEAR
    return checked + years * YEAR if years > 0 else None


def confirm_still_right(submission: Submission, *, by: User) -> Submission:
    """Note that the organisation says that what was published is still right today."""
    with transaction.atomic():
        current = locked(submission)
        if not is_member(by, current.organisation_id):
            raise PermissionDenied
        if current.state != State.PUBLISHED:
            raise RefusedError(_("Alleen wat in de catalogus staat, kunt u bevestigen."))
        current.confirmed = timezone.localdate()
        current.save(update_fields=["confirmed"])
        return current
