"""The submission as a source, and the places in it."""

from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from evidence.choices import SourceKind
from evidence.models import Intervention, Source
from submissions import questions
from submissions.choices import Kind
from submissions.history import History, source_slug
from submissions.models import Submission

LONGEST_NAME = 75
"""Characters of a name in a title: title and organisation together have room for 300."""
DUTCH = "nl"


def write(submission: Submission, name: str, slug: str = "") -> Source:
    """Make the source of a submission, or bring it up to date. An organisation describes a record under one source."""
    organisation = submission.organisation.name
    title = f"{name[:LONGEST_NAME]} – eigen opgave van {organisation}"
    told_on = submission.submitted or timezone.now()
    source, _created = Source.objects.update_or_create(
        slug=slug or source_slug(submission),
        defaults={
            "title": title,
            "publisher": organisation,
            "year": told_on.year,
            "language": DUTCH,
            "kind": SourceKind.SUBMISSION,
        },
    )
    return source


def describing(history: History, record: Intervention | None, name: str) -> Source:
    """Return the source under which the organisation describes a record, with this submission in it."""
    known = history.source if record else None
    return write(history.submission, name, known.slug if known else "")


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
