"""A practice experience: one row of its own, never part of a verdict."""

from typing import Any

from evidence.models import Experience, Intervention, Source
from submissions.answers import dates
from submissions.history import asked_answers, source_slug
from submissions.models import Submission
from submissions.publishing.sources import locator, write_source, write_values

NUMBERS = (
    "entered", "left", "in_work_after_6_months", "in_work_after_12_months", "in_work_after_24_months", "cost_in_euro",
    "would_do_again",
)  # fmt: skip
TEXTS = ("place", "satisfaction", "match", "adaptations", "lessons_learned", "why_stopped")
MOMENTS = ("start", "end")


def write_experience(submission: Submission, record: Intervention) -> Experience:
    """Write the experience that a submission reports, in place of what it reported before."""
    answers = asked_answers(submission)
    source = write_source(submission, record.name, _source_of(submission))
    values: dict[str, Any] = {field: answers.get(field) for field in NUMBERS}
    values |= {field: answers.get(field, "") for field in TEXTS}
    for moment in MOMENTS:
        values |= day_of(moment, answers.get(moment))
    values |= {"intervention_id": record.pk, "organisation_id": submission.organisation_id, "locator": locator()}
    experience = Experience.objects.filter(source=source).first() or Experience(source=source)
    write_values(experience, values)
    return experience


def day_of(moment: str, answer: str | None) -> dict[str, Any]:
    """Return the first day of what was told and how much of it is known; nothing for an end that is not there."""
    return {moment: dates.first_day(answer), f"{moment}_precision": len(answer)} if answer else {moment: None}


def remove_experience(submission: Submission) -> None:
    """Take the experience away, with its source."""
    source = _source_of(submission)
    if source:
        Experience.objects.filter(source=source).delete()
        source.delete()


def _source_of(submission: Submission) -> Source | None:
    return Source.objects.filter(slug=source_slug(submission)).first()
