"""How drf-spectacular describes the views: from what each says of itself, its filter set and its serializers."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework.serializers import Serializer

from api import components
from api.negotiation import JsonLd
from api.serializers.bodies import BodySerializer
from api.version import VERSION
from api.views.base import ApiView, Operation
from evidence.evidence_map import AXES
from evidence.filters import base
from evidence.search import LONGEST_QUERY

Description = dict[str, Any]
"""A part of the document."""
DATE, MOMENT = {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}
EMPTY = {"type": "string", "maxLength": 0}
SCHEMA_OF: dict[type[base.FieldFilter], dict[str, Any]] = {
    base.QueryFilter: {"type": "string", "maxLength": LONGEST_QUERY},
    base.LevelFilter: {"type": "integer", "minimum": 0, "maximum": 5},
    base.YesNoFilter: {"type": "boolean"},
    base.PartialDateFilter: {
        "type": "string",
        "pattern": "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$",
    },
    base.MomentFilter: {"anyOf": [DATE, MOMENT, EMPTY]},
    base.YearFilter: {"type": "integer", "minimum": 1000, "maximum": 9999},
}
"""What may stand behind the `=` of each sort of filter; nothing is nothing asked."""
AXIS_TEXTS = {"rows": "Het filter van de rijen.", "columns": "Het filter van de kolommen."}


class ApiSchema(AutoSchema):
    """Describes one method of one address."""

    view: ApiView  # type: ignore[override] # every view of this API is one

    @property
    def operation(self) -> Operation:
        """What the view says of this method."""
        return self.view.operation(self.method)

    def get_operation_id(self) -> str:
        return self.operation.id

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_summary(self) -> str:
        """Say what it is in one line."""
        return self.operation.summary

    def get_description(self) -> str:  # type: ignore[override] # as drf-spectacular itself overrides the framework
        """Say more where there is more to say."""
        return self.operation.text or f"{self.operation.summary}."

    def get_auth(self) -> list[Description]:
        """Say whether it asks for a key."""
        return [{"token": []}] if self.view.needs_key else []

    def get_request_serializer(self) -> type[BodySerializer]:
        return self.operation.body

    def get_response_serializers(self) -> Any:
        """Describe the answer; a list gives several."""
        serializer = self.operation.serializer
        if serializer is None:
            return dict
        is_list = self.method == "GET" and self._get_paginator()
        return {self.operation.status: serializer(many=True) if is_list else serializer()}

    def get_operation(self, *args: Any, **kwargs: Any) -> Description:
        """Add what all operations share: headers, 304 and problems."""
        described = super().get_operation(*args, **kwargs) or {}
        responses, status = described["responses"], self.operation.status
        more = ("ETag", "Location") if status == 201 else ("ETag",)
        headers = components.headers(*components.ON_EVERYTHING, *more)
        responses[str(status)] |= {"description": self.operation.summary, "headers": headers}
        if self.method == "GET":
            responses["304"] = {"$ref": "#/components/responses/NotModified"}
        for problem in sorted(components.problems_of(self.method, self.operation, needs_key=self.view.needs_key)):
            responses[problem] = {"$ref": f"#/components/responses/Problem{problem}"}
        return described

    def get_paginated_name(self, serializer_name: str) -> str:
        """Name a page of answers."""
        return f"{serializer_name}Page"

    def _get_request_for_media_type(self, serializer: type[BodySerializer], direction: Any = "request") -> Any:
        """Describe a body where it is sent, and say whether there must be one. Its docstring is not for the public."""
        described = {"properties": {}} | self._map_serializer(serializer(), direction)
        described.pop("description", None)
        return described | {"additionalProperties": False}, "required" in described

    def _get_format_parameters(self) -> list[Description]:
        """Describe the choice of a form, also where there is one."""
        if self.method != "GET":
            return []
        forms = {"type": "string", "enum": self.map_renderers("format"), "default": "json"}
        return [{"name": "format", "in": "query", "description": "De vorm van het antwoord.", "schema": forms}]

    def _resolve_path_parameters(self, variables: list[str]) -> list[Description]:
        """Describe the id in an address."""
        slug = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
        described = {"in": "path", "required": True, "description": "De id.", "schema": slug}
        return [{"name": variable, **described} for variable in variables]

    def get_override_parameters(self) -> list[OpenApiParameter | Serializer | type[Serializer]]:
        """Describe the filters and headers; an address of one record has no filters."""
        if self.method != "GET":
            return list(headers_of_write(self.method, self.operation))
        filterset_class = None if "{id}" in self.path else self.view.filterset_class
        return [*axes_of(self.view), *choices_of(self.view), *(filters_of(filterset_class) if filterset_class else ())]


def headers_of_write(method: str, operation: Operation) -> Iterator[OpenApiParameter]:
    """Describe the headers of a write."""
    yield header(components.key_header(needed=method == "POST"))
    if operation.takes_version:
        yield header(components.version_header(needed=method == "PATCH"))


def header(part: Description) -> OpenApiParameter:
    """Hand a header to the framework."""
    return OpenApiParameter(
        part["name"],
        part["schema"],
        OpenApiParameter.HEADER,
        required=part["required"],
        description=part["description"],
    )


def axes_of(view: ApiView) -> Iterator[OpenApiParameter]:
    """Describe the facets that a view crosses."""
    for name in view.axes:
        text = AXIS_TEXTS[name]
        yield OpenApiParameter(name, {"type": "string", "enum": list(AXES)}, description=text, required=True)


def choices_of(view: ApiView) -> Iterator[OpenApiParameter]:
    """Describe what else can be chosen."""
    for name, (text, needed, codes) in view.chosen.items():
        yield OpenApiParameter(name, {"type": "string", "enum": list(codes)}, description=text, required=needed)


def filters_of(filterset_class: type[base.ListFilter]) -> Iterator[OpenApiParameter]:
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


def complete(result: Description, **_context: object) -> Description:
    """Add what operations refer to, and what the framework has no word for. A hook of drf-spectacular."""
    result["info"]["version"] = VERSION
    shared = components.shared_components()
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
