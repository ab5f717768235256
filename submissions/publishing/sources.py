"""The submission as a source, and the places in it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from evidence.choices import DatePrecision, SourceKind
from evidence.models import Source
from submissions import questions
from submissions.choices import Kind
from submissions.history import source_slug
from submissions.models import Submission

LONGEST_NAME = 75
"""Characters of a name in a title: title and organisation together have room for 300."""
DUTCH = "nl"


def write_source(submission: Submission, name: str, known: Source | None) -> Source:
    """Make the source of a submission about something of this name, or bring the one that is known up to date."""
    organisation = submission.organisation.name
    told_on = submission.submitted or timezone.now()
    source = known or Source(slug=source_slug(submission))
    write_values(
        source,
        {
            "title": f"{name[:LONGEST_NAME]} – eigen opgave van {organisation}",
            "publisher": organisation,
            "year": told_on.year,
            "as_of": timezone.localdate(told_on).replace(day=1),
            "as_of_precision": DatePrecision.MONTH,
            "language": DUTCH,
            "kind": SourceKind.SUBMISSION,
        },
    )
    return source


def write_values(row: Model, values: Mapping[str, Any]) -> None:
    """Save a row with these values; one that has them already is left alone."""
    changed = {field: value for field, value in values.items() if getattr(row, field) != value}
    for field, value in changed.items():
        setattr(row, field, value)
    if changed or row.pk is None:
        row.save()


@lru_cache
def _titles(kind: Kind) -> dict[str, str]:
    with override(DUTCH):
        return {
            question.code: str(page.title)
            for page in questions.pages(kind, questions.TIERS[-1])
            for question in page.questions
        }


def locator(code: str = "") -> str:
    """Return where in a submission the answer to a question stands: “Inzending, Doelgroep”."""
    title = _titles(Kind.NEW).get(code)
    with override(DUTCH):
        whole = _("Inzending")
    return f"{whole}, {title}" if title else whole
