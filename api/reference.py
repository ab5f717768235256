"""The OpenAPI document as something to read.

Operations in groups, with their parameters and the fields of their answers.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldLine:
    """A parameter or field: its name, what it may hold, and what it means."""

    name: str
    kind: str
    text: str
    required: bool
    shape: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentedOperation:
    """Something one can ask."""

    id: str
    tags: list[str]
    method: str
    path: str
    is_signed: bool
    summary: str
    text: str
    parameters: list[FieldLine]
    body: list[FieldLine]
    shape: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationGroup:
    """The operations of one noun."""

    name: str
    text: str
    operations: list[DocumentedOperation]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentedShape:
    """An answer, or a part of one, with its fields."""

    name: str
    text: str
    fields: list[FieldLine]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    version: str
    text: str
    address: str
    groups: list[OperationGroup]
    shapes: list[DocumentedShape]


def read_reference(document: dict[str, Any]) -> Reference:
    operations = [
        _operation(method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    schemas = document["components"]["schemas"].items()
    return Reference(
        version=document["info"]["version"],
        text=document["info"]["description"],
        address=document["servers"][0]["url"],
        groups=[_group(tag, operations) for tag in document["tags"]],
        shapes=[
            DocumentedShape(name=name, text=schema.get("description", ""), fields=_fields(schema))
            for name, schema in schemas
            if "allOf" not in schema
        ],
    )


def _group(tag: dict[str, str], operations: list[DocumentedOperation]) -> OperationGroup:
    name = tag["name"]
    return OperationGroup(
        name=name,
        text=tag["description"],
        operations=[operation for operation in operations if name in operation.tags],
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> DocumentedOperation:
    answer = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    content = answer["content"]["application/json"]["schema"]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return DocumentedOperation(
        id=operation["operationId"],
        tags=operation["tags"],
        method=method.upper(),
        path=path,
        is_signed=bool(operation.get("security")),
        summary=operation["summary"],
        text=operation["description"],
        parameters=[_parameter(part) for part in operation.get("parameters", [])],
        body=_fields(body),
        shape=_pointed_at(content),
    )


def _parameter(part: dict[str, Any]) -> FieldLine:
    schema = {**part["schema"], "description": part.get("description", "")}
    return _line(part["name"], schema, required=part.get("required", False))


def _fields(schema: dict[str, Any]) -> list[FieldLine]:
    required = schema.get("required", [])
    return [_line(name, part, required=name in required) for name, part in schema.get("properties", {}).items()]


def _line(name: str, schema: dict[str, Any], *, required: bool) -> FieldLine:
    # A list of choices repeats its codes below its text; the codes are shown by themselves.
    text = schema.get("description", "").partition("\n\n")[0]
    return FieldLine(
        name=name,
        kind=_kind(schema),
        text="" if text.startswith("* ") else text,
        required=required,
        shape=_pointed_at(schema),
    )


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
    """Name the schema that another refers to, directly, in a list, or beside a text of its own."""
    inner = schema.get("items", schema)
    references = [part["$ref"] for part in (inner, *inner.get("allOf", [])) if "$ref" in part]
    return references[0].rpartition("/")[2] if references else ""
