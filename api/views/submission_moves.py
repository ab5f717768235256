"""What an organisation does with a submission as a whole, and what it and the editors write about it.

The moves of reviewers are not here: a decision about what is published is made by a person, on the
pages, after a second step.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import Answer
from accounts.models import Membership, User
from accounts.permissions import REVIEWERS
from api import parameters
from api.pagination import EnvelopePagination
from api.serializers.submission_bodies import HandingInSerializer, MessageSerializer, ReasonSerializer
from api.serializers.submissions import EDITORS, ORGANISATION, CommentSerializer, SubmissionRecordSerializer
from api.views.base import Operation
from api.views.key_holders import KeyHolderView
from submissions import actions
from submissions.choices import Audience
from submissions.models import Comment, Submission


class MoveView(KeyHolderView):
    """Something that the organisation does with a submission as a whole."""

    http_method_names = ("post", "options")

    def move(self, submission: Submission, given: dict[str, Any]) -> Submission:
        raise NotImplementedError

    def post(self, request: Request, id: str) -> Response:
        """Make the move, once."""
        self.own_submission(id)
        body = self.read_body(request)
        return self.once(request, body, partial(self._move_once, request, id, body.validated_data))

    def _move_once(self, request: Request, reference: str, given: dict[str, Any]) -> Answer:
        submission = self.own_submission(reference)
        self.check_version(request, submission)
        self.move(submission, given)
        return Answer(200, SubmissionRecordSerializer.of(self.own_submission(reference)))


class Submit(MoveView):
    methods: ClassVar[dict[str, Operation]] = {
        "POST": Operation(
            id="submitSubmission",
            summary="Indienen",
            text="Ontbreekt er iets, dan noemt errors alles (422). Met If-Match dient u alleen in wat u hebt gelezen.",
            serializer=SubmissionRecordSerializer,
            body=HandingInSerializer,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, given: dict[str, Any]) -> Submission:
        return actions.submit(
            submission, permission=given["permission"], version=submission.version, by=self.token.user
        )


class Withdraw(MoveView):
    methods: ClassVar[dict[str, Operation]] = {
        "POST": Operation(
            id="withdrawSubmission",
            summary="Intrekken",
            text="Daarna kunt u er weer aan verder werken.",
            serializer=SubmissionRecordSerializer,
            body=ReasonSerializer,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, given: dict[str, Any]) -> Submission:
        return actions.withdraw(submission, by=self.token.user, reason=given.get("reason") or "")


class Reopen(MoveView):
    methods: ClassVar[dict[str, Operation]] = {
        "POST": Operation(
            id="reopenSubmission",
            summary="Verder werken aan wat is ingetrokken",
            text="De inzending is daarna weer een concept.",
            serializer=SubmissionRecordSerializer,
            body=ReasonSerializer,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, given: dict[str, Any]) -> Submission:
        return actions.reopen_draft(submission, by=self.token.user, reason=given.get("reason") or "")


class Confirm(MoveView):
    """Say that it is still right."""

    methods: ClassVar[dict[str, Operation]] = {
        "POST": Operation(
            id="confirmSubmission",
            summary="Zeggen dat het gepubliceerde nog klopt",
            text="Dat vragen wij een keer per jaar.",
            serializer=SubmissionRecordSerializer,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, given: dict[str, Any]) -> Submission:  # noqa: ARG002 — there is nothing in it
        return actions.confirm_still_right(submission, by=self.token.user)


@dataclass(frozen=True, kw_only=True, slots=True)
class SidedComment:
    """A comment with the side it comes from; None when that is not known any more."""

    at: datetime
    side: str | None
    text: str


class CommentList(KeyHolderView):
    """What the organisation and the editors write to each other; what editors write among themselves is not here."""

    methods: ClassVar[dict[str, Operation]] = {
        "GET": Operation(
            id="listComments",
            summary="Berichten bij een inzending",
            text="Het oudste eerst.",
            serializer=CommentSerializer,
        ),
        "POST": Operation(
            id="createComment",
            summary="Een bericht aan de redactie sturen",
            serializer=CommentSerializer,
            status=201,
            body=MessageSerializer,
        ),
    }
    pagination_class = EnvelopePagination

    def answer(self, request: Request) -> Response:
        """Give a page of them."""
        submission = self.own_submission(self.kwargs["id"])
        faults = parameters.unknown(request.query_params, *parameters.PAGING)
        page = parameters.read_page(request.query_params, faults)
        parameters.refuse_faults(faults)
        comments = submission.comments.filter(audience=Audience.AUTHOR).select_related("by")
        count = comments.count()
        parameters.refuse_beyond(page, count)
        return Response(EnvelopePagination.of(request, page, count, _written(comments[page.rows], submission)))

    def post(self, request: Request, id: str) -> Response:
        submission = self.own_submission(id)
        body = self.read_body(request)
        return self.once(request, body, partial(self._write, submission, body.validated_data["text"]))

    def _write(self, submission: Submission, text: str) -> Answer:
        comment = actions.comment(submission, text, audience=Audience.AUTHOR, by=self.token.user)
        return Answer(201, _written([comment], submission)[0])


def _written(comments: Iterable[Comment], submission: Submission) -> list[dict[str, Any]]:
    """Write comments with the side they come from: an editor who is a member speaks for the organisation."""
    members = set(Membership.objects.filter(organisation=submission.organisation_id).values_list("user", flat=True))
    return [
        CommentSerializer.of(SidedComment(at=comment.at, side=_side(comment.by, members), text=comment.text))
        for comment in comments
    ]


def _side(by: object, members: set[int]) -> str | None:
    if not isinstance(by, User):
        return None
    return EDITORS if by.editorial_role in REVIEWERS and by.pk not in members else ORGANISATION
