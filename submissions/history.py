"""What an organisation said of a record, now and before, and under which source."""

from functools import cached_property
from typing import Any

from django.db.models import Q

from evidence import vocabulary
from evidence.models import Intervention, Source
from evidence.vocabulary import Vocabulary
from submissions import questions
from submissions.choices import Kind, Move, State
from submissions.models import Submission


def asked_answers(submission: Submission) -> dict[str, Any]:
    """Return the answers to what this kind and tier asks; answers to other tiers are kept, but were not handed in."""
    codes = (question.code for page in questions.pages(submission.kind, submission.tier) for question in page.questions)
    return {code: submission.answers[code] for code in codes if submission.answers.get(code) is not None}


def changed_answers(submission: Submission) -> dict[str, Any]:
    """Return the answers that differ from what the draft started from; None for one that was taken away.

    For a new initiative that is all of them.
    """
    now = asked_answers(submission)
    codes = (question.code for page in questions.pages(submission.kind, submission.tier) for question in page.questions)
    return {code: now.get(code) for code in codes if now.get(code) != submission.base.get(code)}


def source_slug(submission: Submission) -> str:
    """Name the source of a submission."""
    return f"inzending-{submission.reference.lower()}"


class History:
    """The record that a submission is about, and what its organisation published of it before; each is read once.

    Whoever publishes, prefills or compares makes one and hands it on. `words` are the terms of the present state of the
    catalogue, for who read them already.
    """

    def __init__(self, submission: Submission, words: Vocabulary | None = None) -> None:
        self.submission = submission
        self._words = words

    @cached_property
    def words(self) -> Vocabulary:
        """The terms that answers can name."""
        return self._words or vocabulary.current()

    @cached_property
    def record(self) -> Intervention | None:
        """The record as it is now, with what answers can say otherwise; None when there is none (yet, or any more)."""
        if self.submission.intervention_id is None:
            return None
        return Intervention.objects.for_changes().filter(pk=self.submission.intervention_id).first()

    @cached_property
    def descriptions(self) -> list[Submission]:
        """What was published before about the record, in that order; experiences are something else."""
        if self.submission.intervention_id is None:
            return []
        published = Submission.objects.filter(
            Q(kind=Kind.NEW) | Q(kind=Kind.CHANGE),
            organisation=self.submission.organisation_id,
            intervention=self.submission.intervention_id,
            state__in=(State.PUBLISHED, State.ARCHIVED),
            decisions__move=Move.PUBLISH,
        )
        return list(published.exclude(pk=self.submission.pk).order_by("decisions__pk"))

    @cached_property
    def told(self) -> dict[str, Any]:
        """Everything that was told about the record so far: the last word on each question."""
        told: dict[str, Any] = {}
        for earlier in self.descriptions:
            told |= changed_answers(earlier)
        return {code: answer for code, answer in told.items() if answer is not None}

    @cached_property
    def source(self) -> Source | None:
        """The source under which the organisation describes the record: that of its first submission about it."""
        slugs = [source_slug(earlier) for earlier in (*self.descriptions, self.submission)]
        if self.record and self.record.source.slug == slugs[0]:
            return self.record.source
        found = {source.slug: source for source in Source.objects.filter(slug__in=slugs)}
        return next((found[slug] for slug in slugs if slug in found), None)

    @property
    def describes_own(self) -> bool:
        """Whether the record came from the organisation's own submission."""
        return self.submission.kind == Kind.NEW or any(earlier.kind == Kind.NEW for earlier in self.descriptions)
