"""Submissions, for the systems of the organisation that makes them: start, change, and follow."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import KeptAnswer
from api import questions as asked
from api.bodies import Body, Member
from api.guard import pointer
from api.pages import Envelope
from api.problems import Fault
from api.shapes.submissions import SubmissionCard, SubmissionRecord
from api.views.doors import Told, refuse_parameters
from api.views.signed import SignedDoor, need_version
from evidence.filters import InterventionFilter, base
from evidence.models import Intervention
from submissions import actions
from submissions.answers import reading
from submissions.choices import Kind, State, Tier
from submissions.errors import FaultsError
from submissions.models import Submission

MOST_ANSWERS = 500
"""More than any kind of submission has questions."""
ANSWERS = "Per code van een vraag het antwoord (zie /submission-questions); null haalt een antwoord weg."
TIER = Member(
    "string", "Hoeveel u vertelt. Antwoorden op vragen van een andere omvang blijven bewaard.", codes=tuple(Tier.values)
)
NEW = Body(
    {
        "kind": Member("string", "Wat u voorstelt.", needed=True, codes=tuple(Kind.values)),
        "tier": TIER._replace(text="Hoeveel u vertelt; report als u niets kiest."),
        "intervention": Member(
            "string", "De id van de beschrijving waar een wijziging of ervaring bij hoort.", largest=200
        ),
        "answers": Member("object", ANSWERS, largest=MOST_ANSWERS),
    }
)
CHANGES = Body({"tier": TIER, "answers": Member("object", ANSWERS, largest=MOST_ANSWERS)})


class SubmissionFilter(base.ListFilter):
    """What a system may ask of the submissions of its own organisation; the door says whose those are."""

    orders: ClassVar = {"-saved": ("-saved", "-pk"), "saved": ("saved", "pk"), "created": ("created", "pk")}
    visible = Submission.objects.none

    state = base.choices_filter("state", State, _("Status"))
    kind = base.choices_filter("kind", Kind, _("Soort inzending"))
    ordering = base.ordering_filter()


def wrong_answers(submission: Submission, body: dict) -> Iterator[Fault]:
    """Find everything that is wrong with the answers of a body."""
    given = body.get("answers")
    if isinstance(given, dict) and len(given) <= MOST_ANSWERS:
        try:
            reading.checked(submission, given)
        except FaultsError as error:
            yield from (Fault("", fault.text, "invalid", pointer("answers", fault.question)) for fault in error.faults)


class SubmissionList(SignedDoor):
    """The submissions of the organisation."""

    methods: ClassVar = {
        "GET": Told(
            "listSubmissions",
            "Inzendingen van uw organisatie",
            "Wat het laatst is gewijzigd, staat bovenaan. U ziet alleen wat van de organisatie van uw sleutel is.",
            SubmissionCard,
        ),
        "POST": Told(
            "createSubmission",
            "Een concept beginnen",
            "Een wijziging begint met wat er nu gepubliceerd is. Location geeft het adres van het concept.",
            SubmissionRecord,
            201,
            NEW,
        ),
    }
    filterset_class = SubmissionFilter
    pagination_class = Envelope

    def answer(self, request: Request) -> Response:
        """Give a page of the list."""
        filterset = SubmissionFilter(request.query_params)
        filterset.queryset = Submission.objects.filter(organisation=self.token.organisation_id)
        faults = asked.of_filters(filterset)
        page = asked.read_page(request.query_params, faults)
        asked.refuse(faults)
        asked.refuse_beyond(page, len(filterset.ids))
        rows = filterset.rows(filterset.ids[page.rows], Submission.objects.with_people())
        return Response(Envelope.of(request, page, len(filterset.ids), [SubmissionCard.of(row) for row in rows]))

    def post(self, request: Request) -> Response:
        """Start a draft."""
        body = self.read_body(request, _wrong_in_new)
        return self.once(request, body, partial(self._create, body))

    def _create(self, body: dict) -> KeptAnswer:
        submission = actions.create(
            kind=Kind(body["kind"]),
            tier=Tier(body.get("tier") or Tier.REPORT),
            organisation=self.token.organisation,
            by=self.token.user,
            intervention=_intervention(body),
            answers=body.get("answers"),
        )
        return KeptAnswer(201, SubmissionRecord.of(self.mine(submission.reference)))


def _intervention(body: dict) -> Intervention | None:
    slug = body.get("intervention")
    return InterventionFilter.visible().filter(slug=slug).first() if isinstance(slug, str) and slug.isascii() else None


def _wrong_in_new(body: dict) -> Iterator[Fault]:
    kind, slug, place = body.get("kind"), body.get("intervention"), pointer("intervention")
    if kind not in Kind.values:
        return
    if kind == Kind.NEW and slug is not None:
        yield Fault(
            "", "Een nieuw initiatief hoort niet bij een beschrijving. Kies change of experience.", "not-allowed", place
        )
    if kind != Kind.NEW and slug is None:
        yield Fault("", "Noem de beschrijving waar dit bij hoort.", "required", place)
    if isinstance(slug, str) and _intervention(body) is None:
        yield Fault("", "Deze beschrijving bestaat niet. Zoek de id op in /interventions.", "unknown-code", place)
    yield from wrong_answers(Submission(kind=kind), body)


class SubmissionDetail(SignedDoor):
    """One submission."""

    methods: ClassVar = {
        "GET": Told(
            "getSubmission",
            "Eén inzending met haar antwoorden",
            "De ETag is de versie die u bij het wijzigen meestuurt in If-Match.",
            SubmissionRecord,
        ),
        "PATCH": Told(
            "changeSubmission",
            "Antwoorden wijzigen",
            "Wat u niet noemt, blijft. Zonder If-Match: 428. Is de inzending intussen gewijzigd: 412, met hoe zij nu is.",
            SubmissionRecord,
            body=CHANGES,
            takes_version=True,
        ),
    }

    def answer(self, request: Request, id: str) -> Response:
        """Give it."""
        refuse_parameters(request.query_params)
        return Response(SubmissionRecord.of(self.mine(id)))

    def patch(self, request: Request, id: str) -> Response:
        """Change answers or tier, at the version that was read."""
        submission = self.mine(id)
        need_version(request)
        body = self.read_body(request, partial(wrong_answers, submission))
        return self.once(request, body, partial(self._change, request, id, body))

    def _change(self, request: Request, reference: str, body: dict) -> KeptAnswer:
        submission = self.mine(reference)
        self.check_version(request, submission)
        if body.get("tier"):
            submission = actions.set_tier(
                submission, Tier(body["tier"]), version=submission.version, by=self.token.user
            )
        if body.get("answers"):
            actions.save(submission, body["answers"], version=submission.version, by=self.token.user)
        return KeptAnswer(200, SubmissionRecord.of(self.mine(reference)))
