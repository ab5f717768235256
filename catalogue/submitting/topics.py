"""One topic of a submission: keeping what is typed, and drawing what is kept."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.submitting import fields
from catalogue.submitting.fields import Field, Link
from catalogue.submitting.merging import Form, digest, merge
from submissions import actions, questions
from submissions.answers import reading
from submissions.choices import Tier
from submissions.errors import AnswerFault, ConflictError, FaultsError
from submissions.models import Submission
from submissions.questions.declaration import Page, Question

TRIES = 20
"""How often a form is merged anew when others keep saving at the same moment; after that the visitor sees both."""


class Kept(NamedTuple):
    """What became of a posted form: the submission as it is now, what was wrong, and what was answered differently
    meanwhile.
    """

    submission: Submission
    faults: list[AnswerFault]
    contested: dict[str, Any]
    form: Form

    @property
    def is_whole(self) -> bool:
        """Tell whether everything typed was kept."""
        return not self.faults and not self.contested


def asked(page: Page, posted: Any) -> tuple[Question, ...]:
    """List the questions that a form showed; the tier, and so the page, may have changed since."""
    return tuple(question for question in page.questions if f"was-{question.code}" in posted or question.code in posted)


def keep(submission: Submission, page: Page, posted: Any, *, by: User) -> Kept:
    """Save every answer that is right and that nobody else changed; say which ones are left."""
    # A form that does not say what it showed (a program's) is believed when it names the present version.
    believed = posted.get("version") == str(submission.version)
    stored = submission.answers
    form = Form.read(posted, {row.code: digest(stored.get(row.code)) if believed else "" for row in page.questions})
    mine, faults = reading.from_form(page, posted)
    kept = write(submission, _without(mine, faults), form, by=by)
    return kept._replace(faults=faults + kept.faults)


def write(submission: Submission, mine: Mapping[str, Any], form: Form, *, by: User) -> Kept:
    """Save what can be saved of these answers, against what is stored at that very moment."""
    faults: list[AnswerFault] = []
    for _try in range(TRIES):
        merged = merge(form, mine, submission.answers)
        try:
            submission = actions.save(submission, merged.safe, version=submission.version, by=by)
        except ConflictError as conflict:
            submission = conflict.current
        except FaultsError as refused:
            faults += refused.faults
            mine = _without(mine, refused.faults)
        else:
            return Kept(submission, faults, merged.contested, form)
    last = merge(form, mine, submission.answers)
    left = {code: submission.answers.get(code) for code in last.safe}
    return Kept(submission, faults, last.contested | left, form)


def _without(mine: Mapping[str, Any], faults: Sequence[AnswerFault]) -> dict[str, Any]:
    wrong = {fault.question for fault in faults}
    return {code: value for code, value in mine.items() if code not in wrong}


class Topic:
    """A page of a submission as it is drawn: with what is stored, or after a post that was not whole."""

    def __init__(self, submission: Submission, page: Page, posted: Any = None, kept: Kept | None = None) -> None:
        self.submission, self.page, self.posted, self.kept = submission, page, posted, kept
        self.faults: dict[str, list[str]] = {}
        for fault in kept.faults if kept else ():
            self.faults.setdefault(fault.question, []).append(fault.text)

    @property
    def fields(self) -> list[Field]:
        """The questions with their answers; what was not kept shows what was typed."""
        return [self._field(question) for question in self.page.questions]

    def _field(self, question: Question) -> Field:
        code, now = question.code, self.submission.answers
        contested = self.kept.contested if self.kept else {}
        left = code in self.faults or code in contested
        value = fields.typed(question, self.posted) if left else fields.stored(question, now)
        drawn = fields.field(question, value, self.faults.get(code, ()))
        # A wrong answer was not compared yet: its form goes on showing what it showed.
        was = self.kept.form.was.get(code, "") if self.kept and code in self.faults else digest(now.get(code))
        theirs = reading.answer_shown(question, contested[code]) if code in contested else None
        return drawn._replace(was=was, theirs=theirs)

    @property
    def links(self) -> list[Link]:
        """What is wrong, each with the way to its field."""
        contested = self.kept.contested if self.kept else {}
        found: list[Link] = []
        for question in self.page.questions:
            named = {"question": question.label}
            found += [
                Link(f"#{question.code}", f"{question.label} {text}") for text in self.faults.get(question.code, ())
            ]
            if question.code in contested:
                found.append(Link(f"#keep-{question.code}", _("Kies welk antwoord blijft: %(question)s") % named))
        return found

    @property
    def position(self) -> int:
        """The number of this topic; 0 when this tier does not have it."""
        codes = [page.code for page in self._pages]
        return codes.index(self.page.code) + 1 if self.page.code in codes else 0

    @property
    def total(self) -> int:
        """How many topics there are."""
        return len(self._pages)

    @property
    def _pages(self) -> list[Page]:
        return questions.pages(self.submission.kind, self.submission.tier)


def shown_after(submission: Submission, full: Page, posted: tuple[Question, ...]) -> Page:
    """Return the page with what this tier asks, and what the posted form asked beside it."""
    page = questions.page_of(submission.kind, submission.tier, full.code)
    now = page.questions if page else ()
    return full._replace(
        questions=tuple(question for question in full.questions if question in now or question in posted)
    )


def full_page(submission: Submission, code: str) -> Page | None:
    """Find a topic with all its questions, whatever the tier."""
    return questions.page_of(submission.kind, Tier.RESEARCH, code)


def after(submission: Submission, code: str) -> str:
    """Return the address of the topic after this one; after the last one all answers are checked."""
    codes = [page.code for page in questions.pages(submission.kind, submission.tier)]
    following = codes[codes.index(code) + 1 :][:1] if code in codes else []
    if following:
        return reverse("submission-page", args=(submission.reference, following[0]))
    return reverse("submission-check", args=(submission.reference,))
