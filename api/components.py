"""What the OpenAPI document says of every operation alike: its headers, its problems, and the key that it asks for."""

from typing import Any

from accounts.idempotency import KEY as VISIBLE
from api.problems import MEDIA_TYPE
from api.refusals import KEY
from api.version import VERSION
from api.views.base import Operation

PROBLEMS = {
    "400": "De vraag klopt niet; errors noemt alles wat er mis is.",
    "401": "Geen sleutel, of een die niet werkt.",
    "403": "Met deze sleutel kan alleen gelezen worden.",
    "404": "Bestaat niet, of is niet openbaar.",
    "406": "Dit formaat bestaat hier niet.",
    "409": "Dit kan nu niet met deze inzending.",
    "411": "Het lichaam komt in stukken, zonder Content-Length.",
    "412": "Intussen gewijzigd; current is hoe het nu is, ETag de versie daarvan.",
    "413": "Het lichaam is te groot.",
    "415": "Het lichaam is geen JSON.",
    "422": "Het lichaam klopt niet; errors noemt alles wat er mis is. "
    "Of de Idempotency-Key is al voor iets anders gebruikt.",
    "428": "Zonder If-Match kan dit niet.",
    "429": "Te vaak een sleutel die niet werkt.",
    "503": "Even niet beschikbaar.",
}
ALWAYS = {"400", "404", "406", "503"}
WITH_KEY = ALWAYS | {"401", "429"}
WRITING = WITH_KEY | {"403", "409", "411", "413", "415", "422"}
TEXT = {"type": "string"}
HEADERS = {
    "API-Version": {"description": "De volledige versie van de API.", "schema": {**TEXT, "example": VERSION}},
    "access-control-allow-origin": {"description": "Iedere website mag dit lezen.", "schema": {**TEXT, "example": "*"}},
    "ETag": {
        "description": "De naam van dit antwoord, voor If-None-Match; van een inzending ook voor If-Match.",
        "schema": TEXT,
    },
    "Location": {"description": "Het adres van wat er gemaakt is.", "schema": {**TEXT, "format": "uri"}},
    "WWW-Authenticate": {"description": "Welke sleutel er nodig is (RFC 6750).", "schema": TEXT},
    "Retry-After": {"description": "Over hoeveel seconden u het weer kunt proberen.", "schema": {"type": "integer"}},
}
ON_EVERYTHING = ("API-Version", "access-control-allow-origin")
BY_KEY, LATER = ["WWW-Authenticate"], ["Retry-After"]
ON_PROBLEM = {"401": BY_KEY, "403": BY_KEY, "412": ["ETag"], "429": LATER, "503": LATER}
PROBLEM = {
    "type": "object",
    "description": "Wat er mis is (RFC 9457).",
    "required": ["type", "status", "title", "detail", "errors"],
    "properties": {
        "type": TEXT,
        "status": {"type": "integer"},
        "title": TEXT,
        "detail": TEXT,
        "errors": {
            "type": "array",
            "description": "Alles wat er mis is, niet alleen het eerste.",
            "items": {
                "type": "object",
                "required": ["parameter", "detail", "code"],
                "properties": {
                    "parameter": {**TEXT, "description": "De parameter of header; leeg als het om iets anders gaat."},
                    "detail": TEXT,
                    "code": {**TEXT, "description": "Een vast woord voor programma’s."},
                    "pointer": {**TEXT, "description": "De plaats in het lichaam: #/answers/goal (RFC 6901)."},
                },
            },
        },
    },
}
STALE = {
    "allOf": [
        {"$ref": "#/components/schemas/Problem"},
        {"type": "object", "properties": {"current": {"$ref": "#/components/schemas/SubmissionRecord"}}},
    ]
}
TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "Een sleutel van uw organisatie, uit uw account: voor één organisatie, "
    "om te lezen of ook om te schrijven.",
}


def key_header(*, needed: bool) -> dict[str, Any]:
    text = (
        "Een nieuwe, willekeurige tekst per handeling. "
        "Met dezelfde tekst krijgt u binnen 24 uur het eerste antwoord weer."
    )
    schema = {**TEXT, "pattern": f"^{VISIBLE.pattern}$"}
    return {"name": KEY, "in": "header", "required": needed, "description": text, "schema": schema}


def version_header(*, needed: bool) -> dict[str, Any]:
    text = "De ETag van de inzending zoals u haar las. Is zij intussen gewijzigd, dan is het antwoord 412."
    return {"name": "If-Match", "in": "header", "required": needed, "description": text, "schema": TEXT}


def problems_of(method: str, operation: Operation, *, needs_key: bool) -> set[str]:
    """Say which problems an operation may answer with."""
    if not needs_key:
        return ALWAYS
    if method == "GET":
        return WITH_KEY
    found = WRITING | ({"412"} if operation.takes_version else set())
    return found | {"428"} if method == "PATCH" else found


def shared_components() -> dict[str, Any]:
    """Describe what operations refer to."""
    answers = {f"Problem{status}": _problem(status, text) for status, text in PROBLEMS.items()}
    known = {"description": "U hebt dit antwoord al.", "headers": headers(*ON_EVERYTHING, "ETag")}
    return {
        "schemas": {"Problem": PROBLEM, "StaleProblem": STALE},
        "headers": HEADERS,
        "responses": {**answers, "NotModified": known},
        "securitySchemes": {"token": TOKEN},
    }


def headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _problem(status: str, text: str) -> dict[str, Any]:
    name = "StaleProblem" if status == "412" else "Problem"
    content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"description": text, "headers": headers(*ON_EVERYTHING, *ON_PROBLEM.get(status, ())), "content": content}
