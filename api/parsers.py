"""Reading a body of JSON: what no one can read or keep is refused before anyone asks what it means.

The databases differ in what they keep (a NUL, half a character, a number beyond 64 bits), and parsers in how deep they
go; here all of that ends, so that nothing that comes after has to know.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError
from rest_framework.request import Request

from api.problems import ProblemError, RequestFault, because

LARGEST = 1_000_000
"""Bytes of a body."""
DEEPEST = 32
MOST_FAULTS = 100
"""How many faults of a kind that only a broken or hostile program makes are listed."""
MEDIA_TYPE = "application/json"
HIGHEST = 2**63 - 1
NOT_KEPT = re.compile("[\0\ud800-\udfff]")


def read_json_object(request: Request | HttpRequest) -> dict[str, Any]:
    """Return the object that a body holds; no body at all is an empty one.

    Raises ProblemError: 400, 411, 413 or 415.
    """
    body = _bytes(request)
    if not body:
        return {}
    if not _is_json(request.headers.get("Content-Type", "")):
        raise because(415, "Content-Type", f"Stuur JSON, en zeg dat erbij: Content-Type: {MEDIA_TYPE}.", "not-json")
    found = _parsed(body)
    if not isinstance(found, dict):
        raise because(400, "", "Stuur één object: een lichaam dat met { begint.", "not-an-object", "#")
    faults = list(_not_kept(found, "#", 1))
    if faults:
        raise ProblemError(400, "Het lichaam bevat tekens die niet bewaard kunnen worden.", faults[:MOST_FAULTS])
    return found


def pointer(*names: str) -> str:
    """Point at a place in the body: `pointer("answers", "goal")` is `#/answers/goal`."""
    return "#" + "".join(f"/{_step(name)}" for name in names)


def _step(name: str) -> str:
    return quote(name.replace("~", "~0").replace("/", "~1"), safe="~", errors="replace")


def _bytes(request: Request | HttpRequest) -> bytes:
    # Django reads as much as Content-Length says.
    # Without one a body would silently be none, and a change would change nothing.
    if "Transfer-Encoding" in request.headers and not request.headers.get("Content-Length"):
        raise because(411, "Content-Length", "Stuur de lengte van het lichaam mee in Content-Length.", "required")
    try:
        body = request.body
    except RequestDataTooBig:
        body = b" " * (LARGEST + 1)
    except UnreadablePostError as error:
        raise because(400, "", "Het lichaam kwam niet heel aan. Stuur het nog eens.", "incomplete") from error
    if len(body) > LARGEST:
        raise because(413, "", f"Het lichaam is te groot: ten hoogste {LARGEST} bytes.", "too-large")
    return body


def _is_json(content_type: str) -> bool:
    media_type, *parameters = (part.strip().lower() for part in content_type.split(";"))
    return media_type == MEDIA_TYPE and all(
        parameter in ("", "charset=utf-8", 'charset="utf-8"') for parameter in parameters
    )


def _parsed(body: bytes) -> Any:
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise because(400, "", "Het lichaam is geen UTF-8.", "not-utf-8", "#") from error
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_not_finite, parse_float=_fraction, parse_int=_whole
        )
    except RecursionError as error:
        raise _too_deep() from error
    except json.JSONDecodeError as error:
        detail = f"Het lichaam is geen JSON: het gaat mis op regel {error.lineno}, teken {error.colno}."
        raise because(400, "", detail, "not-json", "#") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise because(400, "", f"“{name[:100]}” staat twee keer in hetzelfde object.", "duplicate-name", "#")
        found[name] = value
    return found


def _not_finite(name: str) -> float:
    raise because(400, "", f"“{name}” is geen getal van JSON.", "not-finite", "#")


def _fraction(text: str) -> float:
    number = float(text)
    return number if abs(number) < float("inf") else _not_finite(text[:40])


def _whole(text: str) -> int:
    number = int(text) if len(text) <= len(str(-HIGHEST)) else HIGHEST + 1
    if abs(number) > HIGHEST:
        raise because(
            400, "", "Een getal is te groot: ten hoogste 19 cijfers, en past in 64 bits.", "number-too-large", "#"
        )
    return number


def _too_deep() -> ProblemError:
    return because(400, "", f"Het lichaam is te diep genest: ten hoogste {DEEPEST} lagen.", "too-deep", "#")


def _not_kept(value: Any, place: str, depth: int) -> Iterator[RequestFault]:
    """Find the texts that hold a NUL or half a character; names of members too.

    Raises ProblemError when it goes too deep.
    """
    if isinstance(value, str):
        if NOT_KEPT.search(value):
            detail = "Deze tekst bevat een NUL-teken of een half teken (een los surrogaat)."
            yield RequestFault(detail=detail, code="unwritable-text", pointer=place)
        return
    if not isinstance(value, dict | list):
        return
    if depth > DEEPEST:
        raise _too_deep()
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        inside = f"{place}/{_step(str(name))}"
        if isinstance(value, dict):
            yield from _not_kept(name, inside, depth)
        yield from _not_kept(inner, inside, depth + 1)
