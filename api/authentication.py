"""Who asks: the key of an organisation's own system, in the Authorization header (RFC 6750). No cookie, no password."""

from typing import NoReturn

from rest_framework.request import Request

from accounts import rate_limits
from accounts.actions import tokens
from accounts.choices import TokenScope
from accounts.models import ApiToken
from api.problems import ProblemError, RequestFault

CHALLENGE = 'Bearer realm="Werkwijs"'
DOES_NOT_WORK = (
    "Deze sleutel werkt niet (meer): hij bestaat niet, is verlopen of ingetrokken. Maak een nieuwe in uw account."
)


def authenticate(request: Request) -> ApiToken:
    """Return the key that a request comes with.

    Raises ProblemError: 401 without a good one, 429 after too many bad ones.
    """
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        detail = "Dit adres vraagt een sleutel. Stuur hem mee als: Authorization: Bearer ww_…"
        raise _refusal(401, detail, "no-token", {"WWW-Authenticate": CHALLENGE})
    token = tokens.find_token(secret.strip())
    if token is None:
        _count(request)
        raise _refusal(401, DOES_NOT_WORK, "invalid-token", {"WWW-Authenticate": f'{CHALLENGE}, error="invalid_token"'})
    return token


def need_write(token: ApiToken) -> None:
    """Raise ProblemError when a key may only read."""
    if token.scope != TokenScope.WRITE:
        detail = "Met deze sleutel kunt u alleen lezen. Maak in uw account een sleutel waarmee u ook kunt schrijven."
        headers = {"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{TokenScope.WRITE}"'}
        raise _refusal(403, detail, "insufficient-scope", headers)


def _refusal(status: int, detail: str, code: str, headers: dict[str, str]) -> ProblemError:
    fault = RequestFault(parameter="Authorization", detail=detail, code=code)
    return ProblemError(status, detail, [fault], headers=headers)


def _count(request: Request) -> None:
    """Note a bad key, and let who sent too many wait. A good key is never refused for it."""
    if not rate_limits.count_attempt(request, "wrong-token"):
        _wait(rate_limits.longest_wait("wrong-token"))


def _wait(seconds: int) -> NoReturn:
    detail = f"Te veel sleutels die niet werken. Wacht {seconds // 60} minuten."
    raise _refusal(429, detail, "too-many-failures", {"Retry-After": str(seconds)})
