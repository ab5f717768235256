"""What organisations are reminded of: is the record still right, and are there results of the planned evaluation."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import mailboxes
from dialogue.models import Reminder
from evidence.filters.fields import PartialDate
from letters import letter
from submissions.actions.confirming import asked_on
from submissions.choices import Kind, State
from submissions.models import Submission

LETTERS = {Reminder.About.STILL_RIGHT: "still-right", Reminder.About.RESULTS: "plan-results"}


class Due(NamedTuple):
    """Something to remind of, since a day."""

    submission: Submission
    about: Reminder.About
    day: date


def due(today: date) -> Iterator[Due]:
    """List what published initiatives have to be reminded of today, whether or not that was done already."""
    rows = Submission.objects.filter(state=State.PUBLISHED, kind=Kind.NEW, organisation__takes_part=True)
    rows = rows.select_related("organisation", "intervention").order_by("pk")
    for row in rows.with_publication():
        if asked := asked_on(row, today):
            yield Due(row, Reminder.About.STILL_RIGHT, asked)
        planned = _planned(row)
        if planned and planned < today:
            yield Due(row, Reminder.About.RESULTS, planned)


def _planned(row: Submission) -> date | None:
    """Return the last day on which results were expected; None without a plan, or when the research is already told."""
    answers = row.answers
    if answers.get("has_plan") is False or answers.get("research_title"):
        return None
    try:
        return PartialDate(last=True).to_python(answers.get("plan_results") or "")
    except (TypeError, ValidationError):
        return None


def send(today: date | None = None) -> int:
    """Write to the organisations that were not reminded of it yet; return how many reminders that were."""
    return sum(_remind(found) for found in due(today or timezone.localdate()))


@transaction.atomic
def _remind(found: Due) -> bool:
    """Remind once: the row that says so is made in the transaction of the letters.

    The database lets it be made once.
    """
    _row, is_fresh = Reminder.objects.get_or_create(submission=found.submission, about=found.about, due=found.day)
    if is_fresh:
        letter.send(
            mailboxes.of_organisation(found.submission.organisation),
            f"dialogue/{LETTERS[found.about]}",
            submission=found.submission,
            title=found.submission.title,
            address=letter.address_of("submission-detail", found.submission.reference),
        )
    return is_fresh
