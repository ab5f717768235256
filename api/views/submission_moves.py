"""What an organisation does with a submission as a whole, and what it and the editors write about it.

The moves of reviewers are not here: a decision about what is published is made by a person, on the pages, after a
second step.
"""

from functools import partial
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import KeptAnswer
from accounts.models import Membership
from accounts.permissions import REVIEWERS
from api import questions as asked
from api.bodies import Body, Member
from api.pages import Envelope
from api.shapes.submissions import EDITORS, ORGANISATION, Comment, SubmissionRecord
from api.views.doors import Told
from api.views.signed import SignedDoor
from submissions import actions, models
from submissions.choices import Audience
from submissions.models import Submission

HANDING_IN = Body(
    {"permission": Member("boolean", "Uw organisatie geeft toestemming om de antwoorden te publiceren.", needed=True)}
)
REASONED = Body({"reason": Member("string", "Waarom, als u dat wilt zeggen.", largest=2000)})
MESSAGE = Body({"text": Member("string", "Het bericht aan de redactie.", needed=True, largest=5000)})


class MoveDoor(SignedDoor):
    """Something that the organisation does with a submission as a whole."""

    http_method_names = ("post", "options")

    def move(self, submission: Submission, body: dict) -> Submission:
        """Make the move."""
        raise NotImplementedError

    def post(self, request: Request, id: str) -> Response:
        """Make the move, once."""
        self.mine(id)
        body = self.read_body(request)
        return self.once(request, body, partial(self._do, request, id, body))

    def _do(self, request: Request, reference: str, body: dict) -> KeptAnswer:
        submission = self.mine(reference)
        self.check_version(request, submission)
        self.move(submission, body)
        return KeptAnswer(200, SubmissionRecord.of(self.mine(reference)))


class Submit(MoveDoor):
    """Hand in."""

    methods: ClassVar = {
        "POST": Told(
            "submitSubmission",
            "Indienen",
            "Ontbreekt er iets, dan noemt errors alles (422). Met If-Match dient u alleen in wat u hebt gelezen.",
            SubmissionRecord,
            body=HANDING_IN,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, body: dict) -> Submission:
        """Hand in."""
        return actions.submit(submission, permission=body["permission"], version=submission.version, by=self.token.user)


class Withdraw(MoveDoor):
    """Take back."""

    methods: ClassVar = {
        "POST": Told(
            "withdrawSubmission",
            "Intrekken",
            "Daarna kunt u er weer aan verder werken.",
            SubmissionRecord,
            body=REASONED,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, body: dict) -> Submission:
        """Take back."""
        return actions.withdraw(submission, by=self.token.user, reason=body.get("reason") or "")


class Reopen(MoveDoor):
    """Work on."""

    methods: ClassVar = {
        "POST": Told(
            "reopenSubmission",
            "Verder werken aan wat is ingetrokken",
            "De inzending is daarna weer een concept.",
            SubmissionRecord,
            body=REASONED,
            takes_version=True,
        )
    }

    def move(self, submission: Submission, body: dict) -> Submission:
        """Take up again."""
        return actions.reopen_draft(submission, by=self.token.user, reason=body.get("reason") or "")


class Confirm(MoveDoor):
    """Say that it is still right."""

    methods: ClassVar = {
        "POST": Told(
            "confirmSubmission",
            "Zeggen dat het gepubliceerde nog klopt",
            "Dat vragen wij een keer per jaar.",
            SubmissionRecord,
            body=Body({}),
            takes_version=True,
        )
    }

    def move(self, submission: Submission, body: dict) -> Submission:  # noqa: ARG002 — there is nothing in it
        """Note it."""
        return actions.confirm_still_right(submission, by=self.token.user)


class CommentList(SignedDoor):
    """What the organisation and the editors write to each other; what editors write among themselves is not here."""

    methods: ClassVar = {
        "GET": Told("listComments", "Berichten bij een inzending", "Het oudste eerst.", Comment),
        "POST": Told("createComment", "Een bericht aan de redactie sturen", "", Comment, 201, MESSAGE),
    }
    pagination_class = Envelope

    def answer(self, request: Request, id: str) -> Response:
        """Give a page of them."""
        submission = self.mine(id)
        faults = asked.unknown([name for name in request.query_params if name not in ("page", "pageSize", "format")])
        page = asked.read_page(request.query_params, faults)
        asked.refuse(faults)
        rows = submission.comments.filter(audience=Audience.AUTHOR).select_related("by")
        count = rows.count()
        asked.refuse_beyond(page, count)
        return Response(Envelope.of(request, page, count, _written(rows[page.rows], submission)))

    def post(self, request: Request, id: str) -> Response:
        """Write one."""
        submission = self.mine(id)
        body = self.read_body(request)
        return self.once(request, body, partial(self._write, submission, body["text"]))

    def _write(self, submission: Submission, text: str) -> KeptAnswer:
        comment = actions.comment(submission, text, audience=Audience.AUTHOR, by=self.token.user)
        return KeptAnswer(201, _written([comment], submission)[0])


def _written(comments, submission: Submission) -> list[dict]:
    """Write comments with the side they come from: an editor who is a member speaks for the organisation."""
    members = set(Membership.objects.filter(organisation=submission.organisation_id).values_list("user", flat=True))
    for comment in comments:
        comment.side = _side(comment, members)
    return [Comment.of(comment) for comment in comments]


def _side(comment: models.Comment, members: set[int]) -> str | None:
    if comment.by is None:
        return None
    return EDITORS if comment.by.editorial_role in REVIEWERS and comment.by_id not in members else ORGANISATION
