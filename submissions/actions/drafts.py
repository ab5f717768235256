"""Start a submission, and change its answers."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.errors import RefusedError
from accounts.models import User
from accounts.permissions import is_member
from evidence.choices import EditorialState
from evidence.models import Intervention, Organisation
from submissions.actions.locking import check_version, locked
from submissions.answers import prefill, reading
from submissions.choices import Kind, Move, Tier
from submissions.errors import MoveError
from submissions.models import Submission


@transaction.atomic
def create(
    *,
    kind: Kind,
    organisation: Organisation,
    by: User,
    intervention: Intervention | None = None,
    tier: Tier = Tier.REPORT,
    answers: Mapping[str, Any] | None = None,
) -> Submission:
    """Start a draft. A change starts from what is published now; an experience needs a record to be about."""
    if not is_member(by, organisation.pk):
        raise PermissionDenied
    submission = Submission(kind=kind, tier=tier, organisation=organisation, author=by, intervention=intervention)
    if (kind == Kind.NEW) != (intervention is None):
        raise MoveError(
            Move.SUBMIT, _("Een wijziging of ervaring hoort bij een beschrijving; een nieuw initiatief niet.")
        )
    if intervention is not None and intervention.editorial_state != EditorialState.PUBLISHED:
        raise MoveError(Move.SUBMIT, _("Deze beschrijving staat niet meer in de catalogus."))
    submission.base = prefill.starting_answers(submission)
    submission.answers = submission.base | reading.checked(submission, answers or {})
    submission.save()
    submission.writers.add(by)
    return submission


def _opened(submission: Submission, version: int, by: User) -> Submission:
    """Hold a draft that someone is about to write in, as they read it."""
    current = locked(submission)
    if not is_member(by, current.organisation_id):
        raise PermissionDenied
    if not current.is_editable:
        raise RefusedError(
            _("Dit is niet opgeslagen: de inzending is nu “%(state)s” en kan niet gewijzigd worden.")
            % {"state": current.get_state_display()}
        )
    check_version(current, version)
    return current


def _keep(current: Submission, by: User, *fields: str) -> None:
    """Write what changed, as the next version."""
    current.version += 1
    current.saved = timezone.now()
    current.save(update_fields=[*fields, "version", "saved"])
    current.writers.add(by)


def save(submission: Submission, answers: Mapping[str, Any], *, version: int, by: User) -> Submission:
    """Keep these answers beside the others; an empty one (None) is taken away. Return the submission as it now is.

    Raises FaultsError when an answer is of the wrong form, ConflictError when `version` is not the present one,
    RefusedError when it was handed in meanwhile.
    """
    with transaction.atomic():
        current = _opened(submission, version, by)
        checked = reading.checked(current, answers)
        kept = {code: value for code, value in (current.answers | checked).items() if value is not None}
        if kept != current.answers:
            current.answers = kept
            _keep(current, by, "answers")
        return current


def set_tier(submission: Submission, tier: Tier, *, version: int, by: User) -> Submission:
    """Tell more, or less; answers to questions of another tier are kept."""
    with transaction.atomic():
        current = _opened(submission, version, by)
        if current.tier != tier:
            current.tier = tier
            _keep(current, by, "tier")
        return current
