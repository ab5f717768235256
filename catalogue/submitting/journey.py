"""Where a submission is: what still has to be filled in, what happened to it, and what the reviewer asked."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.questionnaire import pages_of
from submissions.answers import completeness
from submissions.choices import MOVES, Audience, Judgement, Move, Side, State, TopicProgress
from submissions.models import Comment, Decision, Review, Submission
from submissions.questions.declaration import Page

ANSWERED = (State.CHANGES_REQUESTED, State.DECLINED)
"""States in which the reviewer said what is missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """One topic in the task list; `status` is done, started, todo or optional."""

    title: str
    lead: str
    address: str
    status: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineEntry:
    """Something that happened: `icon` names the state that it led to, or a message."""

    at: datetime
    who: str
    what: str
    text: str
    icon: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the reviewer wants: the reason, and what was found of each aspect."""

    reason: str
    at: datetime
    reviews: list[Review]


def tasks(submission: Submission) -> list[Task]:
    """List the topics with how far each is."""
    progress = completeness.progress(submission)
    return [
        Task(
            title=str(page.title),
            lead=str(page.lead),
            address=reverse("submission-page", args=(submission.reference, page.code)),
            status=status,
            label=str(status.label),
        )
        for page in pages_of(submission)
        for status in [_status(page, progress[page.code])]
    ]


def _status(page: Page, progress: TopicProgress) -> TopicProgress:
    is_asked = any(question.needed for question in page.questions)
    return progress if is_asked or progress != TopicProgress.TODO else TopicProgress.OPTIONAL


def asked_by_reviewer(submission: Submission) -> Asked | None:
    """Return what the reviewer said in the last round, when it is the organisation's turn because of it."""
    if submission.state not in ANSWERED:
        return None
    decision = submission.decisions.filter(end=submission.state).last()
    if decision is None:
        return None
    reviews = submission.reviews.filter(round=submission.round).exclude(judgement=Judgement.YES, comment="")
    return Asked(reason=decision.reason, at=decision.at, reviews=list(reviews))


def timeline(submission: Submission, reader: User) -> list[TimelineEntry]:
    """List what happened, the newest first: decisions, and what was written to the organisation.

    Never what is internal.
    """
    members = set(submission.organisation.memberships.values_list("user", flat=True))
    decisions = submission.decisions.select_related("by").defer("answers")
    comments = submission.comments.filter(audience=Audience.AUTHOR).select_related("by")
    entries = [_decided(decision, reader) for decision in decisions]
    entries += [_written(comment, reader, members) for comment in comments]
    entries.append(
        TimelineEntry(
            at=submission.created,
            who=_who(submission.author, reader),
            what=_("Begonnen"),
            text="",
            icon=State.DRAFT,
        )
    )
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _decided(decision: Decision, reader: User) -> TimelineEntry:
    is_ours = MOVES[Move(decision.move)].side == Side.AUTHOR
    who = _who(decision.by, reader) if is_ours else _("de redactie")
    # Why a reviewer gives something back is a matter of the editors, as in the letter about it.
    text = "" if decision.move == Move.RELEASE else decision.reason
    return TimelineEntry(at=decision.at, who=who, what=_what(Move(decision.move)), text=text, icon=decision.end)


def _written(comment: Comment, reader: User, members: set[int]) -> TimelineEntry:
    is_ours = comment.by_id in members
    who = _who(comment.by, reader) if is_ours else _("de redactie")
    return TimelineEntry(at=comment.at, who=who, what=_("Bericht"), text=comment.text, icon="message")


def _who(user: User | None, reader: User) -> str:
    if user is None:
        return _("iemand wiens account is opgeheven")
    return _("u") if user == reader else user.get_full_name() or user.email


def _what(move: Move) -> str:
    return {
        Move.SUBMIT: _("Ingediend"),
        Move.WITHDRAW: _("Ingetrokken"),
        Move.REOPEN_DRAFT: _("Weer opgepakt"),
        Move.CLAIM: _("In behandeling genomen"),
        Move.RELEASE: _("Terug in de wachtrij"),
        Move.REQUEST_CHANGES: _("Aanvulling gevraagd"),
        Move.DECLINE: _("Afgewezen"),
        Move.PUBLISH: _("Gepubliceerd"),
        Move.REOPEN_REVIEW: _("Opnieuw in behandeling genomen"),
        Move.ARCHIVE: _("Uit de catalogus gehaald"),
        Move.RESTORE: _("Teruggezet in de catalogus"),
    }[move]


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicCount:
    """How many of the topics that must be filled in are done."""

    done: int
    total: int


def count_done(found: list[Task]) -> TopicCount:
    """Count the topics, without those that nobody has to fill in."""
    needed = [task for task in found if task.status != "optional"]
    return TopicCount(done=sum(task.status == TopicProgress.DONE for task in needed), total=len(needed))
