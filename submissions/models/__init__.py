"""Proposals, what was decided about them, and the letters about it."""

from submissions.models.decision import Comment, Decision, Review
from submissions.models.follow import Follow
from submissions.models.idempotency import IdempotencyKey
from submissions.models.mail import Mail
from submissions.models.message import ContactMessage, ContactRequest, Correction
from submissions.models.reminder import Reminder
from submissions.models.submission import Submission

__all__ = [
    "Comment",
    "ContactMessage",
    "ContactRequest",
    "Correction",
    "Decision",
    "Follow",
    "IdempotencyKey",
    "Mail",
    "Reminder",
    "Review",
    "Submission",
]
