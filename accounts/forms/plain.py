"""Plain words on a form, and its fields as templates/components/field.html wants them."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from django import forms
from django.forms.boundfield import BoundField


class Fault(NamedTuple):
    """One line of the summary of what is wrong: where it is, and what to do."""

    href: str
    text: str


class Shown(NamedTuple):
    """A field as the components show it."""

    name: str
    id: str
    label: str
    help: str
    value: str
    errors: list[str]
    kind: str
    options: list[tuple[str, str, bool]]
    needed: bool
    autocomplete: str
    example: str = ""
    largest: int | None = None


def kind_of(field: forms.Field) -> str:
    """Say how a field is asked for."""
    if isinstance(field, forms.BooleanField):
        return "choices"
    if isinstance(field.widget, forms.PasswordInput):
        return "password"
    kinds = (
        (forms.ChoiceField, "choice"),
        (forms.EmailField, "email"),
        (forms.URLField, "web"),
        (forms.IntegerField, "number"),
    )
    if found := next((kind for form, kind in kinds if isinstance(field, form)), ""):
        return found
    return "text" if isinstance(field.widget, forms.Textarea) else "line"


def options_of(bound: BoundField, label: str) -> list[tuple[str, str, bool]]:
    """List what may be chosen. A single box is a choice of one."""
    if isinstance(bound.field, forms.BooleanField):
        return [("on", label, bool(bound.value()))]
    choices = getattr(bound.field, "choices", ())
    chosen = "" if bound.value() is None else str(bound.value())
    return [(str(value), str(name), chosen == str(value)) for value, name in choices if name]


class PlainForm:
    """Stands before a form of allauth or Django. `words` names per field its label, its help and what to say when it is
    empty.
    """

    words: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text, missing) in self.words.items():
            if name in self.fields:
                field = self.fields[name]
                field.label, field.help_text = label, help_text
                field.error_messages["required"] = missing
                field.widget.attrs.pop("placeholder", None)

    @property
    def shown(self) -> list[Shown]:
        """List the fields that are seen, as the components want them."""
        return [self._shown(bound) for bound in self.visible_fields()]

    def _shown(self, bound: BoundField) -> Shown:
        field, kind = bound.field, kind_of(bound.field)
        return Shown(
            name=bound.html_name,
            id=bound.auto_id,
            label=str(field.label),
            help=str(field.help_text),
            value="" if kind == "password" else str(bound.value() or ""),
            errors=[str(error) for error in bound.errors],
            kind=kind,
            options=options_of(bound, str(getattr(field, "box", field.label))),
            needed=field.required or isinstance(field, forms.BooleanField),
            autocomplete=str(field.widget.attrs.get("autocomplete", "")),
            largest=getattr(field, "max_length", None) if kind == "text" else None,
        )

    @property
    def faults(self) -> list[Fault]:
        """List what is wrong, each with the way to its field."""
        whole = [Fault("", str(error)) for error in self.non_field_errors()]
        return whole + [Fault(f"#{field.id}", error) for field in self.shown for error in field.errors]
