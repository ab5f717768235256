"""A practice experience: one row of its own, never part of a verdict."""

from typing import Any

from evidence.models import Experience, Intervention, Source
from submissions.answers import dates
from submissions.history import asked_answers, source_slug
from submissions.models import Submission
from submissions.publishing import sources

NUMBERS = (
    "entered", "left", "in_work_after_6_months", "in_work_after_12_months", "in_work_after_24_months", "cost_in_euro",
    "would_do_again",
)  # fmt: skip
TEXTS = ("place", "satisfaction", "match", "adaptations", "lessons_learned", "why_stopped")
MOMENTS = ("start", "end")


def write(submission: Submission, record: Intervention) -> Experience:
    """Write the experience that a submission reports, in place of what it reported before."""
    answers = asked_answers(submission)
    source = sources.write(submission, record.name)
    values: dict[str, Any] = {field: answers.get(field) for field in NUMBERS}
    values |= {field: answers.get(field, "") for field in TEXTS}
    for moment in MOMENTS:
        values |= day_of(moment, answers.get(moment))
    values |= {"intervention": record, "organisation": submission.organisation, "locator": sources.locator()}
    experience, _created = Experience.objects.update_or_create(source=source, defaults=values)
    return experience


def day_of(moment: str, answer: str | None) -> dict[str, Any]:
    """Return the first day of what was told and how much of it is known; of an end that is not there, nothing changes."""
    return {moment: dates.first_day(answer), f"{moment}_precision": len(answer)} if answer else {moment: None}


def remove(submission: Submission) -> None:
    """Take the experience away, with its source."""
    slug = source_slug(submission)
    Experience.objects.filter(source__slug=slug).delete()
    Source.objects.filter(slug=slug).delete()
