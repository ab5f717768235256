"""Who is told what.

Letters go through the outbox, in the transaction of what they tell, in Dutch and signed by the editors.

The first line of a template is the subject. Internal notes are told to nobody, and no letter names a person.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import REVIEWERS
from letters import letter
from submissions.choices import Audience, Move, State
from submissions.models import Comment, Decision, Submission
from submissions.permissions import may_review

TOLD_TO_REVIEWERS = frozenset({Move.SUBMIT, Move.RELEASE})
"""The moves after which a submission waits for any reviewer."""


def tell(decision: Decision) -> None:
    """Tell the members of the organisation, and the reviewers whom it concerns.

    Who moved is told only that it was handed in.
    """
    submission, by, reason = decision.submission, decision.by, decision.reason
    members = [user for user in _members(submission) if user != by or decision.move == Move.SUBMIT]
    _send(submission, members, decision.move, reason=_told(decision))
    reviewers: Iterable[User]
    if decision.move in TOLD_TO_REVIEWERS:
        reviewers = [user for user in _reviewers(submission) if user != by]
    elif decision.move == Move.WITHDRAW:
        reviewers = _handler(submission)
    else:
        return
    _send(submission, reviewers, f"reviewers-{decision.move}", "review-detail", reason=reason)


def tell_comment(comment: Comment) -> None:
    """Tell the other side that something was written: the members, or the reviewer.

    When nobody has it in hand, that is every reviewer.
    """
    submission, by = comment.submission, comment.by
    if comment.audience == Audience.INTERNAL or by is None:
        return
    if may_review(submission, by):
        _send(submission, _members(submission), "comment", text=comment.text)
    else:
        readers = _handler(submission) or _reviewers(submission)
        _send(submission, readers, "reviewers-comment", "review-detail", text=comment.text)


def _told(decision: Decision) -> str:
    """Return the reason as the organisation reads it; why a reviewer gives something back is for the editors."""
    return "" if decision.move == Move.RELEASE else decision.reason


def _members(submission: Submission) -> Iterable[User]:
    """Return everyone who acts for the organisation, the author first."""
    members = User.objects.filter(is_active=True, memberships__organisation=submission.organisation_id)
    return sorted(members, key=lambda user: (user.pk != submission.author_id, user.pk))


def _reviewers(submission: Submission) -> QuerySet[User]:
    """Return everyone who could take a submission in hand (`may_review`, asked of the database); of a draft, nobody."""
    everyone = User.objects.filter(is_active=True, editorial_role__in=REVIEWERS).order_by("pk")
    others = everyone.exclude(memberships__organisation=submission.organisation_id).exclude(
        pk__in=submission.writers.values("pk")
    )
    return others if submission.round and submission.state != State.DRAFT else others.none()


def _handler(submission: Submission) -> list[User]:
    """Return the reviewer who has a submission in hand, when they still may."""
    handler = submission.reviewer
    return [handler] if handler and may_review(submission, handler) else []


def _send(
    submission: Submission, readers: Iterable[User], template: str, page: str = "submission-detail", **words: Any
) -> None:
    record = submission.intervention
    letter.send(
        [reader.email for reader in readers],
        f"proposals/{template}",
        about=submission.reference,
        submission=submission,
        title=submission.title or "zonder naam",
        address=letter.address_of(page, submission.reference),
        record=record and letter.address_of("intervention-detail", record.slug),
        **words,
    )
