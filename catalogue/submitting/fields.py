"""Questions as fields of a form: templates/components/field.html draws them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from submissions import questions
from submissions.answers import reading
from submissions.questions.declaration import Form, Question

Option = tuple[str, str, bool]
SEVERAL = (Form.CHOICE, Form.CHOICES, Form.YES_NO)
"""Forms that show what can be chosen; an example of it would only repeat that."""
COUNTED = (Form.LINE, Form.TEXT)
"""Forms whose `largest` counts characters."""


class Field(NamedTuple):
    """A field as it is drawn. `was` names the stored answer that it shows, `theirs` says what someone else saved
    meanwhile.
    """

    name: str
    id: str
    label: str
    help: str
    example: str
    value: Any
    errors: Sequence[str]
    kind: str
    options: list[Option]
    needed: bool
    largest: int = 0
    groups: Sequence[tuple[str, list[Option]]] = ()
    was: str = ""
    theirs: Sequence[str] | None = None


class Link(NamedTuple):
    """A fault in the summary, with the way to its field."""

    href: str
    text: str


def field(question: Question, value: Any, errors: Sequence[str] = ()) -> Field:
    """Return a question as a field; `value` as it is posted (`answers.as_posted`)."""
    groups = _groups(question, value)
    several = question.form in SEVERAL
    return Field(
        name=question.code,
        id=question.code,
        label=str(question.label),
        help=str(question.help),
        example="" if several else _example(question),
        value=value,
        errors=errors,
        kind=str(question.form),
        options=[option for _heading, options in groups for option in options],
        needed=question.needed,
        largest=question.largest if question.form in COUNTED else 0,
        groups=groups if len(groups) > 1 else (),
    )


def _example(question: Question) -> str:
    """Show the items of an example on lines of their own, as the answer is given."""
    return str(question.example).replace("; ", "\n") if question.form == Form.LINES else str(question.example)


def _groups(question: Question, value: Any) -> list[tuple[str, list[Option]]]:
    if question.form not in SEVERAL:
        return []
    chosen = [value] if isinstance(value, str) else list(value or ())
    groups = [
        (heading, [(code, label, code in chosen) for code, label in offered])
        for heading, offered in questions.grouped_options(question)
    ]
    if groups and not question.needed and question.form != Form.CHOICES:
        # A radio button cannot be let go: who filled one in by mistake needs a way back.
        groups[-1][1].append(("", _("Geen antwoord"), not any(chosen)))
    return groups


def typed(question: Question, posted: Any) -> Any:
    """Return what was typed, right or wrong, to show it again."""
    return posted.getlist(question.code) if question.form == Form.CHOICES else posted.get(question.code, "")


def stored(question: Question, kept: Mapping[str, Any]) -> Any:
    """Return the stored answer as a field shows it."""
    return reading.as_posted(question, kept.get(question.code))
