"""Once a year: is what we published for you still right?"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.errors import RefusedError
from accounts.models import User
from accounts.permissions import is_member
from submissions.actions.locking import locked
from submissions.choices import State
from submissions.models import Submission


def confirm(submission: Submission, *, by: User) -> Submission:
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
