"""Hold a submission while it changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.errors import ConflictError
from submissions.models import Submission


def locked(submission: Submission) -> Submission:
    """Read a submission anew, and keep others from changing it until the transaction ends.

    SQLite locks the whole base.
    """
    assert transaction.get_connection().in_atomic_block  # noqa: S101 — a lock outside a transaction holds nothing
    rows = Submission.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=submission.pk)


def check_version(current: Submission, version: int) -> None:
    """Raise ConflictError when someone saved since this version was read."""
    if current.version != version:
        raise ConflictError(current, _("Iemand anders heeft dit intussen gewijzigd. Bekijk beide versies en kies."))
