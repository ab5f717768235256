"""What all addresses share that ask for a key: an organisation sees what is its own, writes it once, and at the version
it read.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import idempotency
from accounts.errors import RefusedError
from accounts.idempotency import KeptAnswer
from api import guard, refusals, tokens
from api.bodies import Body
from api.problems import Fault, because
from api.refusals import KEY
from api.shapes.submissions import SubmissionRecord
from api.version import etag_of
from api.views.doors import Door, refuse_parameters
from submissions.models import Submission

PRIVATE = "private, no-store"
READING = ("GET", "HEAD", "OPTIONS")
NEEDS_KEY = "Stuur een Idempotency-Key mee: een nieuwe, willekeurige tekst per handeling, en dezelfde als u het opnieuw probeert."
BAD_KEY = "Een Idempotency-Key heeft 1 tot 120 zichtbare tekens van ASCII, zonder spaties."
NEEDS_VERSION = "Stuur in If-Match de ETag mee van de inzending zoals u haar las, zodat u niets overschrijft."
STALE = "De inzending is gewijzigd nadat u haar las. In current staat hoe zij nu is, in ETag haar versie."


class SignedDoor(Door):
    """An address for the systems of an organisation. `self.token` is the key that was sent; its answers are for its
    owner only.
    """

    tag = "submissions"
    is_signed = True
    cross_origin_headers = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match"
    no_body: ClassVar[Body] = Body({})

    def initial(self, request: Request, *args, **kwargs) -> None:
        """Ask for the key; a preflight of a browser has none."""
        super().initial(request, *args, **kwargs)
        if request.method != "OPTIONS":
            self.token = tokens.of(request)
        if request.method not in READING:
            tokens.need_write(self.token)
            refuse_parameters(request.query_params)

    def finalize_response(self, request: Request, response, *args, **kwargs):
        """Let nobody keep an answer."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Cache-Control"] = PRIVATE
        response.headers["Vary"] = "Authorization"
        return response

    def handle_exception(self, exc: Exception) -> HttpResponse:
        """Tell as a problem what the actions refuse."""
        if isinstance(exc, RefusedError | PermissionDenied):
            body = self.told(self.request.method).body or self.no_body
            exc = refusals.told(exc, body.members)
        return super().handle_exception(exc)

    def get(self, request: Request, **names: str) -> HttpResponse:
        """Answer, unless the asker already has this very answer. Nothing is kept here."""
        response = self.answer(request, **names)
        etag = etag_of(response.data)
        response.headers["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=response)

    def mine(self, reference: str) -> Submission:
        """Find a submission of the organisation of the key; of another one there is none."""
        rows = (
            Submission.objects.filter(organisation=self.token.organisation_id)
            .with_people()
            .prefetch_related("decisions")
        )
        submission = rows.filter(reference=reference).first()
        if submission is None:
            raise Http404
        return submission

    def once(self, request: Request, body: dict, do: Callable[[], KeptAnswer]) -> Response:
        """Do something once per key, in one transaction, and answer after its commit. A change at a version may do
        without.
        """
        key = request.headers.get(KEY)
        if key is None and request.method == "PATCH":
            with transaction.atomic():
                answer = do()
        else:
            _check_key(key)
            asked = idempotency.fingerprint(request.method, request.path, request.headers.get("If-Match", ""), body)
            owner = idempotency.of_token(self.token)
            answer = idempotency.once(owner=owner, key=key, fingerprint=asked, do=do)
        return _response(answer)

    def read_body(self, request: Request, also: Callable[[dict], Iterator[Fault]] | None = None) -> dict:
        """Return the body when nothing is wrong with it; `also` finds what the declaration of the body cannot say."""
        body = guard.read(request)
        faults = self.told(request.method).body.faults(body)
        if also:
            faults += also(body)
        if faults:
            raise refusals.faults(faults)
        return body

    @staticmethod
    def check_version(request: Request, submission: Submission) -> None:
        """Raise ProblemError when If-Match names another version (412, with the present one); without it, all is well."""
        asked = request.headers.get("If-Match")
        current = SubmissionRecord.of(submission)
        if asked is not None and etag_of(current) not in [tag.strip() for tag in asked.split(",")]:
            raise refusals.conflict(current, STALE)


def need_version(request: Request) -> None:
    """Raise ProblemError (428) when no version is named; “*” names none."""
    if request.headers.get("If-Match", "*").strip() == "*":
        raise because(428, "If-Match", NEEDS_VERSION, "required")


def _check_key(key: str | None) -> None:
    if key is None:
        raise because(400, KEY, NEEDS_KEY, "required")
    if not idempotency.is_key(key):
        raise because(400, KEY, BAD_KEY, "invalid")


def _response(answer: KeptAnswer) -> Response:
    """Write an answer: its name, and where what was made now stands."""
    headers = {"ETag": etag_of(answer.body)}
    if answer.status == 201 and "url" in answer.body:
        headers["Location"] = answer.body["url"]
    return Response(answer.body, status=answer.status, headers=headers)
