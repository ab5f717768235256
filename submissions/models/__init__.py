"""Proposals, and what was decided about them."""

from submissions.models.decision import Comment, Decision, Review
from submissions.models.submission import Submission

__all__ = ["Comment", "Decision", "Review", "Submission"]
