"""The OpenAPI document as something to read: operations in groups, with their parameters and the fields of their
answers.
"""

from typing import Any, NamedTuple


class Line(NamedTuple):
    """A parameter or field: its name, what it may hold, and what it means."""

    name: str
    kind: str
    text: str
    required: bool
    shape: str


class Operation(NamedTuple):
    """Something one can ask."""

    id: str
    method: str
    path: str
    is_signed: bool
    summary: str
    text: str
    parameters: list[Line]
    body: list[Line]
    shape: str


class Group(NamedTuple):
    """The operations of one noun."""

    name: str
    text: str
    operations: list[Operation]


class Shape(NamedTuple):
    """The form of an answer or of a part of it."""

    name: str
    text: str
    fields: list[Line]


class Reference(NamedTuple):
    """All of it."""

    version: str
    text: str
    address: str
    groups: list[Group]
    shapes: list[Shape]


def read(document: dict[str, Any]) -> Reference:
    """Read the document."""
    operations = [
        (method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    groups = [
        Group(
            tag["name"],
            tag["description"],
            [_operation(*described) for described in operations if tag["name"] in described[2]["tags"]],
        )
        for tag in document["tags"]
    ]
    schemas = document["components"]["schemas"]
    shapes = [
        Shape(name, schema.get("description", ""), _fields(schema))
        for name, schema in schemas.items()
        if "allOf" not in schema
    ]
    return Reference(
        document["info"]["version"], document["info"]["description"], document["servers"][0]["url"], groups, shapes
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> Operation:
    answer = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    content = answer["content"]["application/json"]["schema"]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    parameters = [
        _line(
            part["name"],
            {**part["schema"], "description": part.get("description", "")},
            required=part.get("required", False),
        )
        for part in operation.get("parameters", [])
    ]
    return Operation(
        operation["operationId"],
        method.upper(),
        path,
        bool(operation.get("security")),
        operation["summary"],
        operation["description"],
        parameters,
        _fields(body),
        _pointed_at(content),
    )


def _fields(schema: dict[str, Any]) -> list[Line]:
    required = schema.get("required", [])
    return [_line(name, part, required=name in required) for name, part in schema.get("properties", {}).items()]


def _line(name: str, schema: dict[str, Any], *, required: bool) -> Line:
    # A list of choices repeats its codes below its text; the codes are shown by themselves.
    text = schema.get("description", "").partition("\n\n")[0]
    return Line(name, _kind(schema), "" if text.startswith("* ") else text, required, _pointed_at(schema))


def _kind(schema: dict[str, Any]) -> str:
    """Say in a few words what a value may be."""
    if "anyOf" in schema:
        return ", ".join(part["format"] for part in schema["anyOf"] if "format" in part)
    inner = schema.get("items", schema)
    codes = [code for code in inner.get("enum", []) if code is not None]
    kind = ", ".join(codes) if codes else inner.get("format") or inner.get("type", "object")
    several = " []" if schema.get("type") == "array" else ""
    return f"{kind}{several}{' | null' if schema.get('nullable') else ''}"


def _pointed_at(schema: dict[str, Any]) -> str:
    """Name the shape that a schema refers to, directly, in a list, or beside a text of its own."""
    inner = schema.get("items", schema)
    references = [part["$ref"] for part in (inner, *inner.get("allOf", [])) if "$ref" in part]
    return references[0].rpartition("/")[2] if references else ""
