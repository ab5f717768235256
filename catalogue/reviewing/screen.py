"""Everything that a reviewer needs to decide about one submission, on one screen."""

from copy import copy
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from accounts.models import Membership, User
from catalogue.reviewing.answered import AnsweredTopic, answered_topics, handed_in
from catalogue.reviewing.checklist import ChecklistLine, checklist_lines
from catalogue.reviewing.deadlines import Deadline, deadline_of
from catalogue.reviewing.move_forms import MoveForm, move_forms
from catalogue.reviewing.people import person
from catalogue.reviewing.sent_form import CHECKLIST, MESSAGE, NOTE, SentForm
from evidence.choices import EditorialState
from submissions import permissions
from submissions.advice import personal_data, similarity, study_design
from submissions.answers import completeness, differences
from submissions.choices import EDITABLE, Audience, Kind, State
from submissions.models import Comment, Decision, Submission
from submissions.questions.declaration import Question

EVALUATION = "evaluation"
PUBLIC = (State.PUBLISHED, State.ARCHIVED)


def seen(submission: Submission) -> str:
    """Name the state of the answers; a decision carries it, so that nobody decides about what they did not see."""
    return f"{submission.round}.{submission.version}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A message or a note: who wrote it, and whether that was the organisation."""

    comment: Comment
    by: str
    is_theirs: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TextForm:
    """A text as it was typed, and what is wrong with it."""

    text: str
    complaints: list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class LogLine:
    """A line of the log."""

    decision: Decision
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonalWarning:
    """What looks like personal data, in the answer to a question."""

    kind: personal_data.PersonalKind
    question: Question
    excerpt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerComparison:
    """What differs, and from what."""

    heading: str
    differences: list[differences.Difference]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanReview:
    """The plan for an evaluation: what it would reach, what would lift it, and other advice."""

    reached: study_design.Reached
    step: study_design.PlanStep | None
    advice: list[study_design.Promise]
    is_refused: bool


class Screen:
    """One submission. `attempt` is a form that was sent and refused, to be shown again with why."""

    def __init__(self, submission: Submission, user: User, attempt: SentForm | None = None) -> None:
        self.submission = submission
        self.user = user
        self.attempt = attempt
        self.answers = handed_in(submission)
        # A copy to compare: what an organisation writes since it handed in is still its own.
        self.handed_in = copy(submission)
        self.handed_in.answers = dict(self.answers)

    # The head

    @property
    def title(self) -> str:
        """What it is called, as it was handed in."""
        own = self.answers.get("name", "") if self.submission.kind == Kind.NEW else self.submission.title
        return own or _("(nog zonder naam)")

    @property
    def is_new(self) -> bool:
        """Tell whether it proposes a new record."""
        return self.submission.kind == Kind.NEW

    @property
    def is_public(self) -> bool:
        """Tell whether visitors can see the record that it is about."""
        record = self.submission.intervention
        return record is not None and record.editorial_state == EditorialState.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the organisation took it back."""
        return self.submission.state == State.WITHDRAWN

    @property
    def promise(self) -> Deadline | None:
        """What was promised to the organisation."""
        return deadline_of(self.submission)

    @property
    def handler(self) -> str:
        """Who has it in hand; empty when nobody has."""
        return person(self.submission.reviewer) if self.submission.reviewer_id else ""

    @property
    def is_mine(self) -> bool:
        """Tell whether the reader has it in hand."""
        return permissions.may_handle(self.submission, self.user) and self.submission.state == State.IN_REVIEW

    @property
    def is_being_written(self) -> bool:
        """Tell whether the organisation may be changing answers that are not shown here."""
        return self.submission.state in EDITABLE

    @property
    def seen(self) -> str:
        """Say which answers this screen shows."""
        return seen(self.submission)

    # What they wrote

    @cached_property
    def topics(self) -> list[AnsweredTopic]:
        """The answers by topic."""
        return answered_topics(self.submission, self.answers)

    @cached_property
    def missing(self) -> list[completeness.AnswerFault]:
        """What is wrong or missing in what was handed in; the permission is shown apart."""
        return completeness.faults_of(self.handed_in, permission=True)

    # Warnings

    @cached_property
    def personal(self) -> list[PersonalWarning]:
        """What looks like personal data, in the order of the topics."""
        asked = {answer.code: answer.question for topic in self.topics for answer in topic.answers}
        given = {code: self.answers.get(code) for code in asked}
        return [
            PersonalWarning(kind=found.kind, question=asked[found.question], excerpt=found.excerpt)
            for found in personal_data.scan(given)
        ]

    @cached_property
    def similar(self) -> list[similarity.Similar]:
        """Published interventions that are like a new initiative."""
        return similarity.similar(self.answers, exclude=self.submission) if self.is_new else []

    @property
    def plan(self) -> PlanReview | None:
        """The plan for an evaluation; None when this kind and tier do not ask for one."""
        if EVALUATION not in {topic.code for topic in self.topics}:
            return None
        plan = study_design.from_answers(self.answers)
        return PlanReview(
            reached=study_design.level_of(plan),
            step=study_design.next_step(plan),
            advice=study_design.advice(plan),
            is_refused=self.answers.get("has_plan") is False,
        )

    # What changed

    @cached_property
    def changes(self) -> list[differences.Difference]:
        """What a change does to what is published; nothing once that was done."""
        return [] if self.submission.state in PUBLIC else differences.proposed_differences(self.handed_in)

    @property
    def comparisons(self) -> list[AnswerComparison]:
        """What differs from the catalogue (for a change), and from what was handed in the time before."""
        found = []
        if self.submission.kind == Kind.CHANGE and self.submission.state not in PUBLIC:
            found.append(AnswerComparison(heading=_("Met wat nu in de catalogus staat"), differences=self.changes))
        if self.submission.round > 1:
            found.append(
                AnswerComparison(
                    heading=_("Met de vorige ronde"), differences=differences.since_last_round(self.handed_in)
                )
            )
        return found

    # What we find of it

    @cached_property
    def checklist(self) -> list[ChecklistLine]:
        """What was found of each aspect, in this round and before."""
        posted = self.attempt.checklist if self.attempt else None
        reviews = list(self.submission.reviews.select_related("by"))
        return checklist_lines(
            reviews, self.submission.round, {topic.code: topic.title for topic in self.topics}, posted
        )

    @property
    def judged(self) -> int:
        """How many aspects were judged in this round."""
        return self.submission.reviews.filter(round=self.submission.round).count()

    @cached_property
    def moves(self) -> list[MoveForm]:
        """What the reader can do with it now."""
        return move_forms(self.submission, self.user, self.attempt)

    @property
    def left_over(self) -> list[tuple[str, str]]:
        """What was typed into a form that is no longer on the screen."""
        if self.attempt is None or self.attempt.form in (
            MESSAGE,
            NOTE,
            *(form.code for form in self.moves if form.needs_reason),
        ):
            return []
        return [] if self.attempt.form == CHECKLIST and self.is_mine else self.attempt.texts

    # What was said and done

    @property
    def message_form(self) -> TextForm:
        """The message to the organisation that was not sent."""
        return self._text_form(MESSAGE)

    @property
    def note_form(self) -> TextForm:
        """The note that was not kept."""
        return self._text_form(NOTE)

    def _text_form(self, form: str) -> TextForm:
        if self.attempt is None or self.attempt.form != form:
            return TextForm(text="", complaints=[])
        return TextForm(text=self.attempt.text, complaints=[complaint.text for complaint in self.attempt.complaints])

    @cached_property
    def _said(self) -> list[Said]:
        members = set(
            Membership.objects.filter(organisation=self.submission.organisation_id).values_list("user", flat=True)
        )
        rows = self.submission.comments.select_related("by")
        return [Said(comment=row, by=person(row.by), is_theirs=row.by_id in members) for row in rows]

    @property
    def messages(self) -> list[Said]:
        """What the organisation and the editorial team said to each other."""
        return [said for said in self._said if said.comment.audience == Audience.AUTHOR]

    @property
    def notes(self) -> list[Said]:
        """What reviewers said among themselves."""
        return [said for said in self._said if said.comment.audience == Audience.INTERNAL]

    @property
    def log(self) -> list[LogLine]:
        """Every move, the last first."""
        rows = self.submission.decisions.select_related("by").order_by("-pk").defer("answers")
        return [LogLine(decision=row, by=person(row.by)) for row in rows]
