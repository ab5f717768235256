"""What the body of a write may hold: the framework's own serializers and fields, made strict.

Nothing is taken for something else (a number for a text, “true” for a yes), a member that does not exist is a fault;
all that is wrong is listed at once. What need not be there may be null. The messages are in Dutch, whatever the
asker's language (docs/adr/0003); the `help_text` of a field stands in the description of the API.
"""

from typing import Any, ClassVar, cast

from django.core.validators import MaxLengthValidator
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.parsers import MOST_FAULTS

NEEDED = "Dit veld is nodig."
UNKNOWN = ErrorDetail("Dit veld bestaat hier niet.", "unknown-member")

Errors = dict[str, Any]
"""What is wrong, per member: a list of ErrorDetail, or for a member that is an object the same per member of that."""


class BodySerializer(serializers.Serializer):
    """What all bodies share; without fields of its own it is the body that holds nothing."""

    def to_internal_value(self, data: dict[str, Any]) -> dict[str, Any]:
        """Read the members. Raises ValidationError with all that is wrong with them, alone and together."""
        unknown = [name for name in data if name not in self.fields][:MOST_FAULTS]
        errors: Errors = {name: [UNKNOWN] for name in unknown}
        given: dict[str, Any] = {}
        try:
            given = super().to_internal_value(data)
        except ValidationError as error:
            errors |= cast("Errors", error.detail)
        for name, found in self.compare(data).items():
            errors[name] = errors[name] + found if name in errors else found
        if errors:
            raise ValidationError(errors)
        return given

    def compare(self, data: dict[str, Any]) -> Errors:  # noqa: ARG002 — for bodies whose members depend on each other
        """Find what no field can see by itself. Asked of every body, so members may be absent or anything."""
        return {}


class StrictField(serializers.Field):
    """A member that takes values of one type only."""

    default_error_messages = {"required": NEEDED, "null": NEEDED}
    takes: ClassVar[type]

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, allow_null=not required, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        """Return the value as it is; raises ValidationError for one of another type."""
        if not isinstance(data, self.takes):
            self.fail("wrong-type")
        return data


class TextField(StrictField, serializers.CharField):
    """A text, with the white space that it has."""

    default_error_messages = {
        "wrong-type": "Dit moet een tekst zijn.",
        "max_length": "Ten hoogste {max_length} tekens.",
    }
    takes = str

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_blank=True, trim_whitespace=False, **kwargs)


class YesNoField(StrictField, serializers.BooleanField):
    default_error_messages = {"wrong-type": "Dit moet true of false zijn."}
    takes = bool


class CodeField(StrictField, serializers.ChoiceField):
    """One of a closed list of codes."""

    default_error_messages = {
        "wrong-type": "Dit moet een tekst zijn.",
        "unknown-code": "Kies uit: {codes}.",
    }
    takes = str

    def to_internal_value(self, data: Any) -> str:
        """Return the code; raises ValidationError for one that does not exist."""
        code = super().to_internal_value(data)
        if code not in self.choices:
            self.fail("unknown-code", codes=", ".join(self.choices))
        return code


class AnswersField(StrictField, serializers.DictField):
    """Answers by the code of their question; what an answer may be, the question says (`BodySerializer.compare`)."""

    default_error_messages = {"wrong-type": "Dit moet een object zijn."}
    takes = dict
    most: ClassVar[int] = 500
    """More than any kind of submission has questions."""

    def __init__(self, **kwargs: Any) -> None:
        limit = MaxLengthValidator(self.most, "Ten hoogste %(limit_value)s antwoorden.")
        super().__init__(validators=[limit], **kwargs)
