"""What reviewers write beside a submission."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.errors import RefusedError
from accounts.models import User
from submissions import notifications
from submissions.actions.locking import locked
from submissions.actions.wording import tidy
from submissions.choices import Aspect, Audience, Judgement, State
from submissions.errors import AnswerFault, FaultsError
from submissions.models import Comment, Review, Submission
from submissions.permissions import may_handle, may_read, may_review


def judge(submission: Submission, found: Mapping[Aspect, tuple[Judgement, str]], *, by: User) -> None:
    """Keep what the reviewer finds of these aspects in this round. “Deels” and “nee” need a comment."""
    found = {aspect: (judgement, tidy(comment, aspect)) for aspect, (judgement, comment) in found.items()}
    faults = [
        AnswerFault(aspect, _("Leg uit wat er ontbreekt bij “%(aspect)s”.") % {"aspect": Aspect(aspect).label})
        for aspect, (judgement, comment) in found.items()
        if judgement != Judgement.YES and not comment
    ]
    if faults:
        raise FaultsError(faults)
    with transaction.atomic():
        current = locked(submission)
        if not may_handle(current, by):
            raise PermissionDenied
        if current.state != State.IN_REVIEW:
            raise RefusedError(
                _("Dit kan niet meer: de inzending is nu “%(state)s”.") % {"state": current.get_state_display()},
            )
        for aspect, (judgement, comment) in found.items():
            Review.objects.update_or_create(
                submission=current,
                round=current.round,
                aspect=aspect,
                defaults={"judgement": judgement, "comment": comment, "by": by, "at": timezone.now()},
            )


def comment(submission: Submission, text: str, *, audience: Audience, by: User) -> Comment:
    """Say something beside the submission. Members of the organisation write to the reviewers, never among them."""
    text = tidy(text, "text")
    if not text:
        raise FaultsError([AnswerFault("text", _("Schrijf eerst een bericht."))])
    with transaction.atomic():
        current = locked(submission)
        allowed = may_review(current, by) if audience == Audience.INTERNAL else may_read(current, by)
        if not allowed:
            raise PermissionDenied
        written = Comment.objects.create(submission=current, text=text, audience=audience, by=by)
        if audience == Audience.AUTHOR:
            notifications.tell_comment(written)
        return written
