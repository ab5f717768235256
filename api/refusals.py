"""Why a write did not happen, told as a problem. The words come from `submissions`, the places from the body that was
sent.
"""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied

from accounts.errors import RefusedError
from accounts.idempotency import KeyReusedError
from api.guard import pointer
from api.problems import Fault, ProblemError, because
from api.shapes.submissions import SubmissionRecord
from api.version import etag_of
from submissions.errors import ConflictError, FaultsError

KEY = "Idempotency-Key"
Refusal = RefusedError | PermissionDenied


def told(error: Refusal, members: Collection[str]) -> ProblemError:
    """Tell why; `members` are those of the body, to tell a fault in them from a fault in an answer."""
    match error:
        case FaultsError():
            return faults([of_question(fault.question, fault.text, members) for fault in error.faults])
        case ConflictError():
            return conflict(SubmissionRecord.of(error.current), str(error))
        case KeyReusedError():
            return because(422, KEY, str(error), "key-reused")
        case PermissionDenied():
            return ProblemError(403, "Dit mag uw organisatie niet met deze inzending.")
        case _:
            return ProblemError(409, str(error))


def faults(found: list[Fault]) -> ProblemError:
    """Refuse a body with everything that is wrong with it."""
    detail = found[0].detail if len(found) == 1 else f"Er kloppen {len(found)} dingen niet."
    return ProblemError(422, detail, found)


def of_question(question: str, text: str, members: Collection[str]) -> Fault:
    """Tell a fault of an answer with its place: a member of the body, one of its answers, or the whole."""
    if not question:
        return Fault("", text, "invalid", pointer())
    return Fault("", text, "invalid", pointer(question) if question in members else pointer("answers", question))


def conflict(current: dict, detail: str) -> ProblemError:
    """Refuse what rests on an older version, and give the present one."""
    return ProblemError(
        412, detail, [Fault("If-Match", detail, "stale")], headers={"ETag": etag_of(current)}, more={"current": current}
    )
