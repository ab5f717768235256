"""Everything that can go wrong, told as RFC 9457 has it: never a page, never a trace, and every fault at once.

In Dutch, whatever the asker's language (docs/adr/0003).
"""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions

from api.addresses import path_of_route

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "30"
TITLES = {
    400: "De vraag klopt niet",
    401: "Eerst een sleutel",
    403: "Dit mag niet met deze sleutel",
    404: "Niet gevonden",
    405: "Deze handeling bestaat hier niet",
    406: "Dit formaat bestaat hier niet",
    409: "Dit kan nu niet",
    411: "De lengte ontbreekt",
    412: "Intussen gewijzigd",
    413: "Te groot",
    415: "Dit formaat lezen wij niet",
    422: "Niet alles is goed ingevuld",
    428: "Noem de versie die u hebt gelezen",
    429: "Te veel pogingen",
    500: "Er ging iets mis bij ons",
    503: "Even niet beschikbaar",
}
logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestFault:
    """One thing that is wrong with a request: what to do about it, a word for machines, and where it is.

    That is a parameter or header, or `pointer`: a place in the body (a JSON pointer as the fragment of an address,
    RFC 6901 §6); what has one has no parameter.
    """

    detail: str
    code: str
    parameter: str = ""
    pointer: str = ""

    def as_json(self) -> dict[str, str]:
        """Write it as plain values."""
        place = {"pointer": self.pointer} if self.pointer else {}
        return {"parameter": self.parameter, "detail": self.detail, "code": self.code, **place}


class ProblemError(Exception):
    """A request that gets no answer.

    `faults` lists everything that is wrong with it, `more` holds members of this problem only.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        faults: Sequence[RequestFault] = (),
        *,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults, self.headers, self.more = status, detail, faults, headers, more or {}


def because(status: int, parameter: str, detail: str, code: str, pointer: str = "") -> ProblemError:
    """Make the problem of a single fault."""
    fault = RequestFault(parameter=parameter, detail=detail, code=code, pointer=pointer)
    return ProblemError(status, detail, [fault])


def problem_response(
    status: int,
    detail: str,
    faults: Sequence[RequestFault] = (),
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    problem = {
        "type": "about:blank",
        "status": status,
        "title": TITLES.get(status, TITLES[400 if status < 500 else 500]),
        "detail": detail,
        "errors": [fault.as_json() for fault in faults],
        **(more or {}),
    }
    body = json.dumps(problem, ensure_ascii=False)
    # A parameter may hold half a character (a lone surrogate), which no encoding can write.
    return HttpResponse(body.encode("utf-8", "replace"), status=status, content_type=MEDIA_TYPE, headers=headers)


def of_status(response: HttpResponse) -> HttpResponse:
    """Tell as a problem what Django answered with a page, before or after any view.

    Such as a wrong host, or a query of too many parts.
    """
    headers = {"Allow": response["Allow"]} if "Allow" in response else None
    return problem_response(response.status_code, "De server kan dit verzoek niet beantwoorden.", headers=headers)


def no_such_address(_request: HttpRequest, **_names: str) -> HttpResponse:
    """Answer for every address below /api that does not exist."""
    return problem_response(404, f"Dit adres bestaat niet. Alle adressen staan op {path_of_route('api-docs')}.")


def handle(exc: Exception, context: dict) -> HttpResponse:
    """Turn an exception of a view into a problem; what nobody foresaw is logged."""
    match exc:
        case ProblemError():
            return problem_response(exc.status, exc.detail, exc.faults, exc.headers, exc.more)
        case Http404():
            return problem_response(404, "Dit bestaat niet, of is niet openbaar.")
        case exceptions.MethodNotAllowed():
            return problem_response(405, f"Op dit adres kan alleen: {', '.join(context['view'].allowed_methods)}.")
        case exceptions.APIException():
            return problem_response(exc.status_code, str(exc.detail))
        case OperationalError() | InterfaceError():
            logger.error("The database does not answer", exc_info=exc)
            return problem_response(
                503, "De database antwoordt niet. Probeer het zo nog eens.", headers={"Retry-After": RETRY_AFTER}
            )
        case _:
            logger.error("A view failed", exc_info=exc)
            return problem_response(500, "De fout is vastgelegd. Probeer het later nog eens.")
