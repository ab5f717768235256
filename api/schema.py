"""How drf-spectacular describes the doors: from what each says of itself, its filter set and its shape."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from api.negotiation import JsonLd
from api.problems import MEDIA_TYPE
from api.version import VERSION
from evidence.evidence_map import AXES
from evidence.filters import base
from evidence.search import LONGEST_QUERY

DATE, MOMENT = {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}
EMPTY = {"type": "string", "maxLength": 0}
SCHEMA_OF: dict[type[base.FieldFilter], dict[str, Any]] = {
    base.QueryFilter: {"type": "string", "maxLength": LONGEST_QUERY},
    base.LevelFilter: {"type": "integer", "minimum": 1, "maximum": 5},
    base.YesNoFilter: {"type": "boolean"},
    base.PartialDateFilter: {"type": "string", "pattern": "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"},
    base.MomentFilter: {"anyOf": [DATE, MOMENT, EMPTY]},
    base.YearFilter: {"type": "integer", "minimum": 1000, "maximum": 9999},
}
"""What may stand behind the `=` of each sort of filter; nothing is nothing asked."""


class DoorSchema(AutoSchema):
    """Describes one address."""

    def get_operation_id(self) -> str:
        """Name the operation."""
        return self.view.operation

    def get_tags(self) -> list[str]:
        """Group it."""
        return [self.view.tag]

    def get_summary(self) -> str:
        """Say what it is in one line."""
        return self.view.summary

    def get_description(self) -> str:
        """Say more where there is more to say."""
        return self.view.text or f"{self.view.summary}."

    def get_response_serializers(self) -> Any:
        """Give the shape; a list gives several."""
        shape = self.view.shape
        if shape is None:
            return dict
        return shape(many=True) if self._get_paginator() else shape()

    def get_paginated_name(self, serializer_name: str) -> str:
        """Name a page of shapes."""
        return f"{serializer_name}Page"

    def _get_format_parameters(self) -> list[dict]:
        """Describe the choice of a form, also where there is one."""
        forms = {"type": "string", "enum": self.map_renderers("format"), "default": "json"}
        return [{"name": "format", "in": "query", "description": "De vorm van het antwoord.", "schema": forms}]

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict]:
        """Describe the id in an address."""
        slug = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
        described = {"in": "path", "required": True, "description": "De id.", "schema": slug}
        return [{"name": variable, **described} for variable in variables]

    def get_override_parameters(self) -> list[OpenApiParameter]:
        """Describe the filters; an address of one record has none."""
        described = list(axes()) if hasattr(self.view, "axes") else []
        if "{id}" not in self.path and hasattr(self.view, "filterset_class"):
            described += filters(self.view.filterset_class)
        return described


def axes() -> Iterator[OpenApiParameter]:
    """Describe the two facets of the map."""
    for name, text in (("rows", "Het filter van de rijen."), ("columns", "Het filter van de kolommen.")):
        yield OpenApiParameter(name, {"type": "string", "enum": list(AXES)}, description=text, required=True)


def filters(filterset_class: type[base.ListFilter]) -> Iterator[OpenApiParameter]:
    """Describe the parameters of a list."""
    for name, item in filterset_class.base_filters.items():
        if not isinstance(item, base.CodesFilter):
            schema = SCHEMA_OF[type(item)]
        elif name == "ordering":
            schema = {"type": "string", "enum": list(filterset_class.orders)}
        else:
            code = {"type": "string", "enum": list(item.fixed)} if item.fixed else {"type": "string"}
            schema = {"type": "array", "items": code}
        yield OpenApiParameter(name, schema, description=f"{item.label}.")


PROBLEMS = {
    "400": "De vraag klopt niet; errors noemt alles wat er mis is.",
    "404": "Bestaat niet, of is niet openbaar.",
    "406": "Dit formaat bestaat hier niet.",
    "503": "Even niet beschikbaar.",
}
HEADERS = {
    "API-Version": {"description": "De volledige versie van de API.", "schema": {"type": "string", "example": VERSION}},
    "access-control-allow-origin": {"description": "Iedere website mag dit lezen.", "schema": {"type": "string", "example": "*"}},
    "ETag": {"description": "De naam van dit antwoord, voor If-None-Match.", "schema": {"type": "string"}},
}
PROBLEM = {
    "type": "object",
    "description": "Wat er mis is (RFC 9457).",
    "required": ["type", "status", "title", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "Alles wat er mis is, niet alleen het eerste.",
            "items": {
                "type": "object",
                "required": ["parameter", "detail", "code"],
                "properties": {
                    "parameter": {"type": "string", "description": "De parameter; leeg als het om de hele vraag gaat."},
                    "detail": {"type": "string"},
                    "code": {"type": "string", "description": "Een vast woord voor programma’s."},
                },
            },
        },
    },
}


def complete(result: dict, generator, request, public) -> dict:  # noqa: ARG001 — the signature of a hook
    """Add to every operation what all share: its headers, 304, and its problems. A hook of drf-spectacular."""
    result["info"]["version"] = VERSION
    components = result["components"]
    components["schemas"]["Problem"] = PROBLEM
    components["headers"] = HEADERS
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}
    short = {name: headers[name] for name in ("API-Version", "access-control-allow-origin")}
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    components["responses"] = {
        f"Problem{status}": {"description": text, "headers": short, "content": content} for status, text in PROBLEMS.items()
    } | {"NotModified": {"description": "U hebt dit antwoord al.", "headers": headers}}
    for methods in result["paths"].values():
        for operation in methods.values():
            described = operation["responses"]["200"]
            if JsonLd.media_type in described["content"]:
                described["content"][JsonLd.media_type]["schema"] = {"type": "object", "description": "SKOS in JSON-LD."}
            described |= {"description": operation["summary"], "headers": headers}
            operation["responses"]["304"] = {"$ref": "#/components/responses/NotModified"}
            operation["responses"] |= {status: {"$ref": f"#/components/responses/Problem{status}"} for status in PROBLEMS}
    return without_marks(result)


def without_marks(part: Any) -> Any:
    """Drop the marks that drf-spectacular leaves for a hook we do not use."""
    if isinstance(part, dict):
        return {name: without_marks(value) for name, value in part.items() if name != "x-spec-enum-id"}
    return [without_marks(value) for value in part] if isinstance(part, list) else part
