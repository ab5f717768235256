"""What all views share that ask for a key.

An organisation sees what is its own, writes it once, and at the version it read.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import idempotency
from accounts.errors import RefusedError
from accounts.idempotency import Answer
from accounts.models import ApiToken
from api import authentication, parameters, parsers, refusals
from api.problems import because
from api.refusals import KEY
from api.serializers.bodies import BodySerializer
from api.serializers.submissions import SubmissionRecordSerializer
from api.version import etag_of
from api.views.base import ApiView
from submissions.models import Submission

PRIVATE = "private, no-store"
READING = ("GET", "HEAD", "OPTIONS")
NEEDS_KEY = (
    "Stuur een Idempotency-Key mee: een nieuwe, willekeurige tekst per handeling, "
    "en dezelfde als u het opnieuw probeert."
)
BAD_KEY = "Een Idempotency-Key heeft 1 tot 120 zichtbare tekens van ASCII, zonder spaties."
NEEDS_VERSION = "Stuur in If-Match de ETag mee van de inzending zoals u haar las, zodat u niets overschrijft."
STALE = "De inzending is gewijzigd nadat u haar las. In current staat hoe zij nu is, in ETag haar versie."


class KeyHolderView(ApiView):
    """An address for the systems of an organisation.

    `self.token` is the key that was sent; its answers are for its owner only.
    """

    tag = "submissions"
    needs_key = True
    cross_origin_headers = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match"
    token: ApiToken

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Ask for the key; a preflight of a browser has none."""
        super().initial(request, *args, **kwargs)
        if request.method != "OPTIONS":
            self.token = authentication.authenticate(request)
        if request.method not in READING:
            authentication.need_write(self.token)
            parameters.refuse_unknown(request.query_params)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Let nobody keep an answer."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Cache-Control"] = PRIVATE
        response.headers["Vary"] = "Authorization"
        return response

    def handle_exception(self, exc: Exception) -> Response:
        """Tell as a problem what the actions refuse."""
        if isinstance(exc, RefusedError | PermissionDenied):
            body = self.operation(self.request.method).body()
            exc = refusals.problem_of(exc, list(body.fields))
        return super().handle_exception(exc)

    def get(self, request: Request, **_names: str) -> HttpResponse:
        """Answer, unless the asker already has this very answer. Nothing is kept here."""
        response = self.answer(request)
        etag = etag_of(response.data)
        response.headers["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=response) or response

    def own_submission(self, reference: str) -> Submission:
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

    def once(self, request: Request, body: BodySerializer, do: Callable[[], Answer]) -> Response:
        """Do something once per key, in one transaction, and answer after its commit.

        A change at a version may do without.
        """
        key = request.headers.get(KEY)
        if key is None and request.method == "PATCH":
            with transaction.atomic():
                return _response(do())
        version = request.headers.get("If-Match", "")
        asked = idempotency.fingerprint(request.method, request.path, version, body.initial_data)
        owner = idempotency.of_token(self.token)
        return _response(idempotency.once(owner=owner, key=_checked_key(key), fingerprint=asked, do=do))

    def read_body(self, request: Request, submission: Submission | None = None) -> BodySerializer:
        """Return the body, whose `validated_data` can be used. Raises ProblemError with all that is wrong with it."""
        serializer = self.operation(request.method).body
        body = serializer(submission, data=parsers.read_json_object(request))
        if not body.is_valid():
            raise refusals.unprocessable(list(refusals.faults_of_body(body.errors)))
        return body

    @staticmethod
    def check_version(request: Request, submission: Submission) -> None:
        """Raise ProblemError (412, with the present version) when If-Match names another; without it, all is well."""
        asked = request.headers.get("If-Match")
        current = SubmissionRecordSerializer.of(submission)
        if asked is not None and etag_of(current) not in [tag.strip() for tag in asked.split(",")]:
            raise refusals.conflict(current, STALE)


def need_version(request: Request) -> None:
    """Raise ProblemError (428) when no version is named; “*” names none."""
    if request.headers.get("If-Match", "*").strip() == "*":
        raise because(428, "If-Match", NEEDS_VERSION, "required")


def _checked_key(key: str | None) -> str:
    if key is None:
        raise because(400, KEY, NEEDS_KEY, "required")
    if not idempotency.is_key(key):
        raise because(400, KEY, BAD_KEY, "invalid")
    return key


def _response(answer: Answer) -> Response:
    """Write an answer: its name, and where what was made now stands."""
    headers = {"ETag": etag_of(answer.body)}
    if answer.status == 201 and "url" in answer.body:
        headers["Location"] = answer.body["url"]
    return Response(answer.body, status=answer.status, headers=headers)
