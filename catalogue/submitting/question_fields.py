"""Questions as fields of a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.fields import Field, Option
from submissions import questions
from submissions.answers import reading
from submissions.questions.declaration import Form, Question

SEVERAL = (Form.CHOICE, Form.CHOICES, Form.YES_NO)
"""Forms that show what can be chosen; an example of it would only repeat that."""
COUNTED = (Form.LINE, Form.TEXT)
"""Forms whose `largest` counts characters."""


def question_field(question: Question, value: Any, errors: Sequence[str] = ()) -> Field:
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


def typed_value(question: Question, posted: QueryDict) -> str | list[str]:
    """Return what was typed, right or wrong, to show it again."""
    if question.form == Form.CHOICES:
        return [str(value) for value in posted.getlist(question.code)]
    return posted.get(question.code, "")


def stored_value(question: Question, kept: Mapping[str, Any]) -> Any:
    """Return the stored answer as a field shows it."""
    return reading.as_posted(question, kept.get(question.code))
