"""The shape of an answer, declared once.

A shape is a serializer of the framework, so that the description of the API (api/schema.py) comes from it. It is
compiled, once per class, into plain getters, so that an answer costs no machinery per field (docs/adr/0005). The
docstring of a shape and the `help_text` of a field are published in that description, and so are in Dutch.
"""

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from rest_framework import serializers

from api.version import address

Getter = Callable[[Any], Any]


class ReadSerializer(serializers.Serializer):
    """What all shapes share; `of` writes a row."""

    getters: ClassVar[list[tuple[str, Getter]]] = []

    def __init_subclass__(cls, **kwargs) -> None:
        super().__init_subclass__(**kwargs)
        cls.getters = [(name, getter(cls, name, field)) for name, field in cls._declared_fields.items()]

    @classmethod
    def prepare(cls, row):
        """Give the getters what they read; a shape that needs more than its row says so here."""
        return row

    @classmethod
    def of(cls, row) -> dict[str, Any]:
        """Write a row as plain values."""
        row = cls.prepare(row)
        return {name: get(row) for name, get in cls.getters}

    def to_representation(self, instance) -> dict[str, Any]:
        """Write a row, for who asks the framework's way."""
        return self.of(instance)


class OptionalTextField(serializers.CharField):
    """Text that may be absent: what the database keeps empty goes out as null."""

    def __init__(self, **kwargs) -> None:
        super().__init__(allow_null=True, **kwargs)


class OptionalNumberField(serializers.FloatField):
    """A number that may be absent."""

    def __init__(self, **kwargs) -> None:
        super().__init__(allow_null=True, **kwargs)


class AddressField(serializers.URLField):
    """The address of a row in the API: `AddressField("studies/{slug}")`."""

    def __init__(self, path: str, **kwargs) -> None:
        super().__init__(help_text="Adres in deze API.", **kwargs)
        self.path = path


def getter(shape: type[ReadSerializer], name: str, field: serializers.Field) -> Getter:
    """Compile a field into a function of a row."""
    if isinstance(field, serializers.SerializerMethodField):
        return getattr(shape, field.method_name)
    if isinstance(field, AddressField):
        return lambda row: address(field.path.format_map(vars(row)))
    find = path_of(field.source or name)
    write = writer(field)
    return (lambda row: write(find(row))) if write else find


def path_of(source: str) -> Getter:
    """Follow a dotted source through attributes and keys; what is absent ends it with None."""
    if source == "*":
        return lambda row: row
    if "." not in source:
        return operator.attrgetter(source)
    steps = source.split(".")

    def find(value):
        for step in steps:
            if value is None:
                return None
            value = value.get(step) if isinstance(value, dict) else getattr(value, step)
        return value

    return find


def number(value: Decimal | None) -> int | float | None:
    """Write a decimal as a number of JSON, without a fraction where there is none."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def day(value: date | None) -> str | None:
    """Write a day."""
    return value and value.isoformat()


def moment(value: datetime | None) -> str | None:
    """Write a moment, in UTC."""
    return value and value.astimezone(UTC).isoformat().replace("+00:00", "Z")


WRITERS: dict[type[serializers.Field], Getter] = {
    serializers.DateTimeField: moment,
    serializers.DateField: day,
    serializers.FloatField: number,
    serializers.CharField: lambda text: text or None,
    serializers.ChoiceField: lambda code: code or None,
}


def writer(field: serializers.Field) -> Getter | None:
    """Choose how a value goes out; None when as it is."""
    if isinstance(field, serializers.ListSerializer):
        return lambda rows: [field.child.of(row) for row in (rows.all() if hasattr(rows, "all") else rows or ())]
    if isinstance(field, ReadSerializer):
        return lambda row: None if row is None else field.of(row)
    if isinstance(field, serializers.CharField | serializers.ChoiceField) and not field.allow_null:
        return None
    return next((write for kind, write in WRITERS.items() if isinstance(field, kind)), None)
