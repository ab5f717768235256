"""Submissions, for the systems of the organisation that makes them: start, change, and follow."""

from functools import partial
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import Answer
from api import parameters
from api.serializers.submission_bodies import (
    NewSubmissionSerializer,
    SubmissionChangesSerializer,
    published_intervention,
)
from api.serializers.submissions import SubmissionCardSerializer, SubmissionRecordSerializer
from api.views.base import ListView, Operation
from api.views.key_holders import KeyHolderView, need_version
from evidence.filters import base
from submissions import actions
from submissions.choices import Kind, State, Tier
from submissions.models import Submission


class SubmissionFilter(base.ListFilter):
    """What a system may ask of the submissions of its own organisation; the view says whose those are."""

    orders: ClassVar = {"-saved": ("-saved", "-pk"), "saved": ("saved", "pk"), "created": ("created", "pk")}
    visible = Submission.objects.none

    state = base.choices_filter("state", State, _("Status"))
    kind = base.choices_filter("kind", Kind, _("Soort inzending"))
    ordering = base.ordering_filter()


class SubmissionList(KeyHolderView, ListView[Submission]):
    """The submissions of the organisation."""

    methods: ClassVar[dict[str, Operation]] = {
        "GET": Operation(
            id="listSubmissions",
            summary="Inzendingen van uw organisatie",
            text="Wat het laatst is gewijzigd, staat bovenaan. U ziet alleen wat van de organisatie van uw sleutel is.",
            serializer=SubmissionCardSerializer,
        ),
        "POST": Operation(
            id="createSubmission",
            summary="Een concept beginnen",
            text="Een wijziging begint met wat er nu gepubliceerd is. Location geeft het adres van het concept.",
            serializer=SubmissionRecordSerializer,
            status=201,
            body=NewSubmissionSerializer,
        ),
    }
    filterset_class, serializer_class = SubmissionFilter, SubmissionCardSerializer

    def answer(self, request: Request) -> Response:
        """Give a page of the list."""
        filterset = SubmissionFilter(request.query_params)
        filterset.queryset = Submission.objects.filter(organisation=self.token.organisation_id)
        return self.page_of(request, filterset, Submission.objects.with_people())

    def post(self, request: Request) -> Response:
        body = self.read_body(request)
        return self.once(request, body, partial(self._create, body.validated_data))

    def _create(self, given: dict[str, Any]) -> Answer:
        submission = actions.create(
            kind=Kind(given["kind"]),
            tier=Tier(given.get("tier") or Tier.REPORT),
            organisation=self.token.organisation,
            by=self.token.user,
            intervention=published_intervention(given.get("intervention")),
            answers=given.get("answers"),
        )
        return Answer(201, SubmissionRecordSerializer.of(self.own_submission(submission.reference)))


class SubmissionDetail(KeyHolderView):
    methods: ClassVar[dict[str, Operation]] = {
        "GET": Operation(
            id="getSubmission",
            summary="Eén inzending met haar antwoorden",
            text="De ETag is de versie die u bij het wijzigen meestuurt in If-Match.",
            serializer=SubmissionRecordSerializer,
        ),
        "PATCH": Operation(
            id="changeSubmission",
            summary="Antwoorden wijzigen",
            text="Wat u niet noemt, blijft. Zonder If-Match: 428. "
            "Is de inzending intussen gewijzigd: 412, met hoe zij nu is.",
            serializer=SubmissionRecordSerializer,
            body=SubmissionChangesSerializer,
            takes_version=True,
        ),
    }

    def answer(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params)
        return Response(SubmissionRecordSerializer.of(self.own_submission(self.kwargs["id"])))

    def patch(self, request: Request, id: str) -> Response:
        """Change answers or tier, at the version that was read."""
        submission = self.own_submission(id)
        need_version(request)
        body = self.read_body(request, submission)
        return self.once(request, body, partial(self._change, request, id, body.validated_data))

    def _change(self, request: Request, reference: str, given: dict[str, Any]) -> Answer:
        submission = self.own_submission(reference)
        self.check_version(request, submission)
        if given.get("tier"):
            submission = actions.set_tier(
                submission, Tier(given["tier"]), version=submission.version, by=self.token.user
            )
        if given.get("answers"):
            actions.save(submission, given["answers"], version=submission.version, by=self.token.user)
        return Answer(200, SubmissionRecordSerializer.of(self.own_submission(reference)))
