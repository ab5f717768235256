"""What an answer holds, declared once.

A `ReadSerializer` is a serializer of the framework, so that the description of the API (api/schema.py) comes from it.
It is compiled, once per class, into plain getters, so that an answer costs no machinery per field (docs/adr/0005). Its
docstring and the `help_text` of its fields are published in that description, and so are in Dutch.
"""

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

from django.db.models import Model
from rest_framework import serializers

from api.addresses import record_address

Getter = Callable[[Any], Any]
Row = TypeVar("Row", bound=Model)


def attach(row: Row, **values: object) -> Row:
    """Give a row what is no column of it, for the getters to read."""
    vars(row).update(values)
    return row


class ReadSerializer(serializers.Serializer):
    """What all answers share; `of` writes a row."""

    getters: ClassVar[list[tuple[str, Getter]]] = []
    # The framework takes declared fields out of the class, so one may have a name that a Field has an attribute of; its
    # stubs do not know.
    label: serializers.Field  # type: ignore[assignment]
    source: serializers.Field  # type: ignore[assignment]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.getters = [(name, getter(cls, name, field)) for name, field in cls._declared_fields.items()]

    @classmethod
    def prepare(cls, row: Any) -> Any:
        """Give the getters what they read; a serializer that needs more than its row says so here."""
        return row

    @classmethod
    def of(cls, row: Any) -> dict[str, Any]:
        """Write a row as plain values."""
        row = cls.prepare(row)
        return {name: get(row) for name, get in cls.getters}

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Write a row, for who asks the framework's way."""
        return self.of(instance)


class OptionalTextField(serializers.CharField):
    """Text that may be absent: what the database keeps empty goes out as null."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_null=True, **kwargs)


class OptionalNumberField(serializers.FloatField):
    """A number that may be absent."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_null=True, **kwargs)


class AddressField(serializers.URLField):
    """The address of a row in the API: the name of its route, and the attribute that is its id there."""

    def __init__(self, route: str, key: str, **kwargs: Any) -> None:
        super().__init__(help_text="Adres in deze API.", **kwargs)
        self.route, self.key = route, key


def getter(serializer: type[ReadSerializer], name: str, field: serializers.Field) -> Getter:
    """Compile a field into a function of a row."""
    if isinstance(field, serializers.SerializerMethodField):
        return getattr(serializer, field.method_name)
    if isinstance(field, AddressField):
        return lambda row: record_address(field.route, getattr(row, field.key))
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

    def find(value: Any) -> Any:
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
    return value.isoformat() if value else None


def moment(value: datetime | None) -> str | None:
    """Write a moment, in UTC."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z") if value else None


WRITERS: dict[type[serializers.Field], Getter] = {
    serializers.DateTimeField: moment,
    serializers.DateField: day,
    serializers.FloatField: number,
    serializers.CharField: lambda text: text or None,
    serializers.ChoiceField: lambda code: code or None,
}


def writer(field: serializers.Field) -> Getter | None:
    """Choose how a value goes out; None when as it is."""
    if isinstance(field, serializers.ListSerializer) and isinstance(field.child, ReadSerializer):
        write = field.child.of
        return lambda rows: [write(row) for row in (rows.all() if hasattr(rows, "all") else rows or ())]
    if isinstance(field, ReadSerializer):
        return lambda row: None if row is None else field.of(row)
    if isinstance(field, serializers.CharField | serializers.ChoiceField) and not field.allow_null:
        return None
    return next((write for kind, write in WRITERS.items() if isinstance(field, kind)), None)
