"""What an organisation told about a record, and under which source."""

from typing import Any

from django.db.models import Q

from evidence.models import Source
from submissions import questions
from submissions.choices import Kind, Move, State
from submissions.models import Submission


def asked(submission: Submission) -> dict[str, Any]:
    """Return the answers to what this kind and tier asks; answers to other tiers are kept, but were not handed in."""
    codes = (question.code for page in questions.pages(submission.kind, submission.tier) for question in page.questions)
    return {code: submission.answers[code] for code in codes if submission.answers.get(code) is not None}


def changes(submission: Submission) -> dict[str, Any]:
    """Return the answers that differ from what the draft started from; None for one that was taken away.

    For a new initiative that is all of them.
    """
    now = asked(submission)
    codes = (question.code for page in questions.pages(submission.kind, submission.tier) for question in page.questions)
    return {code: now.get(code) for code in codes if now.get(code) != submission.base.get(code)}


def descriptions(submission: Submission) -> list[Submission]:
    """List what its organisation published before about the same record, in that order; experiences are something else."""
    published = Submission.objects.filter(
        Q(kind=Kind.NEW) | Q(kind=Kind.CHANGE),
        organisation=submission.organisation_id,
        intervention=submission.intervention_id,
        intervention__isnull=False,
        state__in=(State.PUBLISHED, State.ARCHIVED),
        decisions__move=Move.PUBLISH,
    )
    return list(published.exclude(pk=submission.pk).order_by("decisions__pk"))


def before(submission: Submission) -> dict[str, Any]:
    """Return everything that its organisation told about the record so far, the last word on each question."""
    told: dict[str, Any] = {}
    for earlier in descriptions(submission):
        told |= changes(earlier)
    return {code: answer for code, answer in told.items() if answer is not None}


def source_slug(submission: Submission) -> str:
    """Name the source of a submission."""
    return f"inzending-{submission.reference.lower()}"


def source_of(submission: Submission) -> Source | None:
    """Find the source under which its organisation describes the record: that of its first submission about it."""
    slugs = [source_slug(earlier) for earlier in (*descriptions(submission), submission)]
    found = {source.slug: source for source in Source.objects.filter(slug__in=slugs)}
    return next((found[slug] for slug in slugs if slug in found), None)


def describes_own(submission: Submission) -> bool:
    """Tell whether the record came from its organisation's own submission."""
    return submission.kind == Kind.NEW or any(earlier.kind == Kind.NEW for earlier in descriptions(submission))
