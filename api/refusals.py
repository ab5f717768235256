"""Why a write did not happen, told as a problem.

The words come from `submissions` and the serializers, the places from the body that was sent.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied

from accounts.errors import RefusedError
from accounts.idempotency import KeyReusedError
from api.parsers import pointer
from api.problems import ProblemError, RequestFault, because
from api.serializers.submissions import SubmissionRecordSerializer
from api.version import etag_of
from submissions.errors import ConflictError, FaultsError

KEY = "Idempotency-Key"
Refusal = RefusedError | PermissionDenied
CODES = {"null": "required", "max_length": "too-long"}
"""What is called otherwise in a problem than by the framework."""


def problem_of(error: Refusal, members: Collection[str]) -> ProblemError:
    """Tell why; `members` are those of the body, to tell a fault in them from a fault in an answer."""
    match error:
        case FaultsError():
            return unprocessable([fault_of_question(fault.question, fault.text, members) for fault in error.faults])
        case ConflictError():
            return conflict(SubmissionRecordSerializer.of(error.current), str(error))
        case KeyReusedError():
            return because(422, KEY, str(error), "key-reused")
        case PermissionDenied():
            return ProblemError(403, "Dit mag uw organisatie niet met deze inzending.")
        case _:
            return ProblemError(409, str(error))


def unprocessable(faults: Sequence[RequestFault]) -> ProblemError:
    """Refuse a body with everything that is wrong with it."""
    detail = faults[0].detail if len(faults) == 1 else f"Er kloppen {len(faults)} dingen niet."
    return ProblemError(422, detail, faults)


def faults_of_body(errors: Mapping[str, Any], *place: str) -> Iterator[RequestFault]:
    """Tell the errors of a serializer, each with its place in the body."""
    for name, found in errors.items():
        if isinstance(found, Mapping):
            yield from faults_of_body(found, *place, name)
            continue
        for error in found:
            code = CODES.get(error.code, error.code)
            yield RequestFault(detail=str(error), code=code, pointer=pointer(*place, name))


def fault_of_question(question: str, text: str, members: Collection[str]) -> RequestFault:
    """Tell a fault of an answer with its place: a member of the body, one of its answers, or the whole."""
    if not question:
        return RequestFault(detail=text, code="invalid", pointer=pointer())
    place = pointer(question) if question in members else pointer("answers", question)
    return RequestFault(detail=text, code="invalid", pointer=place)


def conflict(current: dict[str, Any], detail: str) -> ProblemError:
    """Refuse what rests on an older version, and give the present one."""
    fault = RequestFault(parameter="If-Match", detail=detail, code="stale")
    return ProblemError(412, detail, [fault], headers={"ETag": etag_of(current)}, more={"current": current})
