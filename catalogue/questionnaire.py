"""The questions that a submission is asked: those of its kind and tier."""

from submissions import questions
from submissions.choices import Kind, Tier
from submissions.models import Submission
from submissions.questions.declaration import Page, Question


def pages_of(submission: Submission) -> list[Page]:
    """List the topics that a submission is asked about."""
    return questions.pages(Kind(submission.kind), Tier(submission.tier))


def page_of(submission: Submission, code: str, tier: Tier | None = None) -> Page | None:
    """Find a topic of a submission, with the questions of its own tier or of another one."""
    return questions.page_of(Kind(submission.kind), tier or Tier(submission.tier), code)


def questions_of(submission: Submission) -> dict[str, Question]:
    """Return every question of its kind by its code, whatever the tier."""
    return questions.all_questions(Kind(submission.kind))
