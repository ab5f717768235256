"""How drf-spectacular describes the doors: from what each says of itself, its filter set and its shape."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from api import components, parsers
from api.negotiation import JsonLd
from api.version import VERSION
from api.views.base import Told
from evidence.evidence_map import AXES
from evidence.filters import base
from evidence.search import LONGEST_QUERY

DATE, MOMENT = {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}
EMPTY = {"type": "string", "maxLength": 0}
SCHEMA_OF: dict[type[base.FieldFilter], dict[str, Any]] = {
    base.QueryFilter: {"type": "string", "maxLength": LONGEST_QUERY},
    base.LevelFilter: {"type": "integer", "minimum": 1, "maximum": 5},
    base.YesNoFilter: {"type": "boolean"},
    base.PartialDateFilter: {
        "type": "string",
        "pattern": "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$",
    },
    base.MomentFilter: {"anyOf": [DATE, MOMENT, EMPTY]},
    base.YearFilter: {"type": "integer", "minimum": 1000, "maximum": 9999},
}
"""What may stand behind the `=` of each sort of filter; nothing is nothing asked."""


class ApiSchema(AutoSchema):
    """Describes one method of one address."""

    @property
    def told(self) -> Told:
        """What the door says of this method."""
        return self.view.told(self.method)

    def get_operation_id(self) -> str:
        """Name the operation."""
        return self.told.operation

    def get_tags(self) -> list[str]:
        """Group it."""
        return [self.view.tag]

    def get_summary(self) -> str:
        """Say what it is in one line."""
        return self.told.summary

    def get_description(self) -> str:
        """Say more where there is more to say."""
        return self.told.text or f"{self.told.summary}."

    def get_auth(self) -> list[dict]:
        """Say whether it asks for a key."""
        return [{"token": []}] if self.view.is_signed else []

    def get_request_serializer(self) -> dict[str, Any] | None:
        """Describe the body."""
        return {parsers.MEDIA_TYPE: self.told.body.schema} if self.told.body else None

    def get_response_serializers(self) -> Any:
        """Give the shape; a list gives several."""
        shape = self.told.shape
        if shape is None:
            return dict
        is_list = self.method == "GET" and self._get_paginator()
        return {self.told.status: shape(many=True) if is_list else shape()}

    def get_operation(self, *args: Any, **kwargs: Any) -> dict | None:
        """Add what all operations share: headers, 304 and problems."""
        operation = super().get_operation(*args, **kwargs)
        answer = operation["responses"][str(self.told.status)]
        more = ("ETag", "Location") if self.told.status == 201 else ("ETag",)
        answer |= {"description": self.told.summary, "headers": components.headers(*components.ON_EVERYTHING, *more)}
        if self.method == "GET":
            operation["responses"]["304"] = {"$ref": "#/components/responses/NotModified"}
        for status in sorted(components.problems_of(self.method, type(self.view), self.told)):
            operation["responses"][status] = {"$ref": f"#/components/responses/Problem{status}"}
        if self.told.body and self.told.body.needed:
            operation["requestBody"]["required"] = True
        return operation

    def get_paginated_name(self, serializer_name: str) -> str:
        """Name a page of shapes."""
        return f"{serializer_name}Page"

    def _get_format_parameters(self) -> list[dict]:
        """Describe the choice of a form, also where there is one."""
        if self.method != "GET":
            return []
        forms = {"type": "string", "enum": self.map_renderers("format"), "default": "json"}
        return [{"name": "format", "in": "query", "description": "De vorm van het antwoord.", "schema": forms}]

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict]:
        """Describe the id in an address."""
        slug = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
        described = {"in": "path", "required": True, "description": "De id.", "schema": slug}
        return [{"name": variable, **described} for variable in variables]

    def get_override_parameters(self) -> list[OpenApiParameter]:
        """Describe the filters and headers; an address of one record has no filters."""
        if self.method != "GET":
            return list(written(self.method, self.told))
        found = list(axes()) if hasattr(self.view, "axes") else []
        if hasattr(self.view, "chosen"):
            found += [
                OpenApiParameter(name, {"type": "string", "enum": list(codes)}, description=text, required=needed)
                for name, (text, needed, codes) in self.view.chosen.items()
            ]
        if "{id}" not in self.path and hasattr(self.view, "filterset_class"):
            found += filters(self.view.filterset_class)
        return found


def written(method: str, told: Told) -> Iterator[OpenApiParameter]:
    """Describe the headers of a write."""
    yield header(components.key_header(needed=method == "POST"))
    if told.takes_version:
        yield header(components.version_header(needed=method == "PATCH"))


def header(part: dict[str, Any]) -> OpenApiParameter:
    """Hand a header to the framework."""
    return OpenApiParameter(
        part["name"],
        part["schema"],
        OpenApiParameter.HEADER,
        required=part["required"],
        description=part["description"],
    )


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


def complete(result: dict, generator, request, public) -> dict:  # noqa: ARG001 — the signature of a hook
    """Add what operations refer to, and what the framework has no word for. A hook of drf-spectacular."""
    result["info"]["version"] = VERSION
    shared = components.components()
    shared["schemas"] = result["components"]["schemas"] | shared["schemas"]
    result["components"] = shared
    for methods in result["paths"].values():
        for operation in methods.values():
            for answer in operation["responses"].values():
                linked = answer.get("content", {}).get(JsonLd.media_type)
                if linked:
                    linked["schema"] = {"type": "object", "description": "SKOS in JSON-LD."}
    return without_marks(result)


def without_marks(part: Any) -> Any:
    """Drop the marks that drf-spectacular leaves for a hook we do not use."""
    if isinstance(part, dict):
        return {name: without_marks(value) for name, value in part.items() if name != "x-spec-enum-id"}
    return [without_marks(value) for value in part] if isinstance(part, list) else part
