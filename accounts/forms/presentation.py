"""What the components of a form want to know: each field in our words, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from django import forms
from django.forms.boundfield import BoundField

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

FieldWords: TypeAlias = tuple["_StrOrPromise", "_StrOrPromise", "_StrOrPromise"]
"""The label of a field, the help beside it, and what to say when it stays empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormFault:
    """One line of the summary above a form: what to do, and the way to the field; without `href` it is of the whole."""

    text: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PresentedField:
    """A field as templates/components/field.html shows it. An option has a value, a label, and whether it is chosen."""

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
    largest: int | None


def kind_of(field: forms.Field) -> str:
    """Name the way a field is asked for, in the words of the component."""
    if isinstance(field, forms.BooleanField):
        return "choices"
    if isinstance(field.widget, forms.PasswordInput):
        return "password"
    kinds: tuple[tuple[type[forms.Field], str], ...] = (
        (forms.ChoiceField, "choice"),
        (forms.EmailField, "email"),
        (forms.URLField, "web"),
        (forms.IntegerField, "number"),
    )
    if found := next((kind for form, kind in kinds if isinstance(field, form)), ""):
        return found
    return "text" if isinstance(field.widget, forms.Textarea) else "line"


def options_of(bound: BoundField, label: str) -> list[tuple[str, str, bool]]:
    """List what may be chosen in a field; a single box is a choice of one."""
    if isinstance(bound.field, forms.BooleanField):
        return [("on", label, bool(bound.value()))]
    choices = getattr(bound.field, "choices", ())
    chosen = "" if bound.value() is None else str(bound.value())
    return [(str(value), str(name), chosen == str(value)) for value, name in choices if name]


def presented(bound: BoundField, box: "_StrOrPromise" = "") -> PresentedField:
    """Describe a field of a form to its component.

    `box` are the words beside a single box, when they are others than its label. What was typed as a
    password is not given back.
    """
    field, kind = bound.field, kind_of(bound.field)
    return PresentedField(
        name=bound.html_name,
        id=bound.auto_id,
        label=str(field.label),
        help=str(field.help_text),
        value="" if kind == "password" else str(bound.value() or ""),
        errors=[str(error) for error in bound.errors],
        kind=kind,
        options=options_of(bound, str(box or field.label)),
        needed=field.required or isinstance(field, forms.BooleanField),
        autocomplete=str(field.widget.attrs.get("autocomplete", "")),
        largest=getattr(field, "max_length", None) if kind == "text" else None,
    )


class PresentedForm(forms.BaseForm):
    """Stands before a form of allauth or Django.

    It puts the words of `words` on its fields, and shows them by our components.
    """

    words: ClassVar[Mapping[str, FieldWords]] = {}
    boxes: ClassVar[Mapping[str, "_StrOrPromise"]] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text, missing) in self.words.items():
            if name in self.fields:
                field = self.fields[name]
                field.label, field.help_text = label, help_text
                field.error_messages["required"] = missing
                field.widget.attrs.pop("placeholder", None)

    @property
    def shown(self) -> list[PresentedField]:
        """List the fields that are seen, in the order of the form."""
        return [presented(bound, self.boxes.get(bound.name, "")) for bound in self.visible_fields()]

    @property
    def faults(self) -> list[FormFault]:
        """List what is wrong, first with the whole, then with each field."""
        whole = [FormFault(text=str(error)) for error in self.non_field_errors()]
        return whole + [FormFault(text=error, href=f"#{field.id}") for field in self.shown for error in field.errors]
