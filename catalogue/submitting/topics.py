"""One topic of a submission: keeping what is typed, and drawing what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.forms.presentation import FormFault
from accounts.models import User
from catalogue.fields import Field
from catalogue.questionnaire import page_of, pages_of
from catalogue.submitting.merging import ShownAnswers, digest, merge
from catalogue.submitting.question_fields import question_field, stored_value, typed_value
from submissions import actions
from submissions.answers import reading
from submissions.choices import Tier
from submissions.errors import AnswerFault, ConflictError, FaultsError
from submissions.models import Submission
from submissions.questions.declaration import Page, Question

TRIES = 20
"""How often a form is merged anew when others keep saving at the same moment; after that the visitor sees both."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What became of a posted form.

    The submission as it is now, what was wrong, and what was answered differently meanwhile.
    """

    submission: Submission
    faults: list[AnswerFault]
    contested: dict[str, Any]
    form: ShownAnswers

    @property
    def is_whole(self) -> bool:
        """Tell whether everything typed was kept."""
        return not self.faults and not self.contested


def as_shown(page: Page, posted: QueryDict) -> Page:
    """Narrow a topic to the questions that a form showed; the tier, and so the page, may have changed since."""
    shown = (row for row in page.questions if f"was-{row.code}" in posted or row.code in posted)
    return page._replace(questions=tuple(shown))


def save_posted(submission: Submission, page: Page, posted: QueryDict, *, by: User) -> Kept:
    """Save every answer that is right and that nobody else changed; say which ones are left."""
    # A form that does not say what it showed (a program's) is believed when it names the present version.
    believed = posted.get("version") == str(submission.version)
    stored = submission.answers
    form = ShownAnswers.read(
        posted, {row.code: digest(stored.get(row.code)) if believed else "" for row in page.questions}
    )
    mine, faults = reading.from_form(page, posted)
    kept = save_answers(submission, _without(mine, faults), form, by=by)
    return replace(kept, faults=faults + kept.faults)


def save_answers(submission: Submission, mine: Mapping[str, Any], form: ShownAnswers, *, by: User) -> Kept:
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
            return Kept(submission=submission, faults=faults, contested=merged.contested, form=form)
    last = merge(form, mine, submission.answers)
    left = {code: submission.answers.get(code) for code in last.safe}
    return Kept(submission=submission, faults=faults, contested=last.contested | left, form=form)


def _without(mine: Mapping[str, Any], faults: Sequence[AnswerFault]) -> dict[str, Any]:
    wrong = {fault.question for fault in faults}
    return {code: value for code, value in mine.items() if code not in wrong}


class TopicPage:
    """A page of a submission as it is drawn: with what is stored, or after a post that was not whole."""

    def __init__(
        self, submission: Submission, page: Page, posted: QueryDict | None = None, kept: Kept | None = None
    ) -> None:
        self.submission, self.page, self.posted, self.kept = submission, page, posted or QueryDict(), kept
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
        value = typed_value(question, self.posted) if left else stored_value(question, now)
        drawn = question_field(question, value, self.faults.get(code, ()))
        # A wrong answer was not compared yet: its form goes on showing what it showed.
        was = self.kept.form.was.get(code, "") if self.kept and code in self.faults else digest(now.get(code))
        theirs = reading.answer_shown(question, contested[code]) if code in contested else None
        return replace(drawn, was=was, theirs=theirs)

    @property
    def links(self) -> list[FormFault]:
        """What is wrong, each with the way to its field."""
        contested = self.kept.contested if self.kept else {}
        found: list[FormFault] = []
        for question in self.page.questions:
            found += [
                FormFault(href=f"#{question.code}", text=f"{question.label} {text}")
                for text in self.faults.get(question.code, ())
            ]
            if question.code in contested:
                found.append(choose(question))
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
        return pages_of(self.submission)


def choose(question: Question) -> FormFault:
    """Ask which of two answers to a question stays."""
    text = _("Kies welk antwoord blijft: %(question)s") % {"question": question.label}
    return FormFault(href=f"#keep-{question.code}", text=text)


def shown_after(submission: Submission, full: Page, posted: tuple[Question, ...]) -> Page:
    """Return the page with what this tier asks, and what the posted form asked beside it."""
    page = page_of(submission, full.code)
    now = page.questions if page else ()
    return full._replace(
        questions=tuple(question for question in full.questions if question in now or question in posted)
    )


def full_page(submission: Submission, code: str) -> Page | None:
    """Find a topic with all its questions, whatever the tier."""
    return page_of(submission, code, Tier.RESEARCH)


def address_after(submission: Submission, code: str) -> str:
    """Return the address of the topic after this one; after the last one all answers are checked."""
    codes = [page.code for page in pages_of(submission)]
    following = codes[codes.index(code) + 1 :][:1] if code in codes else []
    if following:
        return reverse("submission-page", args=(submission.reference, following[0]))
    return reverse("submission-check", args=(submission.reference,))
