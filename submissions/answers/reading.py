"""Read answers: from a posted form, from a cell, from JSON; and show them again.

All three readings end in `valid`, so that an answer that is kept has one form, whichever way it came.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from submissions import questions
from submissions.answers import dates, numbers, texts
from submissions.answers.validity import valid
from submissions.errors import AnswerFault, FaultsError
from submissions.models import Submission
from submissions.questions.declaration import Form, Page, Question

YES = frozenset({"yes", "ja", "true", "waar", "1"})
NO = frozenset({"no", "nee", "neen", "false", "onwaar", "0"})


def from_form(page: Page, posted: Any) -> tuple[dict[str, Any], list[AnswerFault]]:
    """Read a posted page (a QueryDict): the answer to every question of the page, and what is wrong.

    What was not filled in is None. An answer that is wrong is not among the answers, so that the right ones can be kept
    and the wrong one stays what it was.
    """
    answers, faults = {}, []
    for question in page.questions:
        several = question.form == Form.CHOICES
        try:
            answers[question.code] = _read(
                question, posted.getlist(question.code) if several else posted.get(question.code, "")
            )
        except ValueError as error:
            faults.append(AnswerFault(question.code, str(error)))
    return answers, faults


def from_cell(question: Question, cell: Any) -> Any:
    """Read a cell of the spreadsheet; raises ValueError saying what is wrong.

    Choices may be given by their label or their code; several values are parted by “;” or by line ends.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if question.form == Form.DATE:
        cell = dates.of_cell(cell)
    text = numbers.of_cell(cell)
    if question.form == Form.LINES and "\n" not in text:
        text = text.replace(";", "\n")
    if question.form == Form.CHOICE:
        return valid(question, _code(question, text))
    if question.form == Form.CHOICES:
        return valid(question, [_code(question, part) for part in text.replace("\n", ";").split(";") if part.strip()])
    return _read(question, text)


def checked(submission: Submission, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Check answers given as JSON.

    Raises FaultsError naming every unknown question and every answer of the wrong form.
    """
    known = questions.all_questions(submission.kind)
    kept, faults = {}, []
    for code, answer in answers.items():
        if code not in known:
            name = texts.printable(str(code))
            faults.append(AnswerFault(name, _("De vraag “%(code)s” bestaat niet.") % {"code": name}))
            continue
        try:
            kept[code] = valid(known[code], answer)
        except ValueError as error:
            faults.append(AnswerFault(code, str(error)))
    if faults:
        raise FaultsError(faults)
    return kept


def answer_shown(question: Question, value: Any) -> Sequence[str]:
    """Return an answer as a reader sees it: labels instead of codes, one string per item; empty when unanswered."""
    if value is None or value in ("", []):
        return []
    if question.form in (Form.CHOICE, Form.CHOICES):
        labels = dict(questions.options(question))
        codes: list[str] = value if isinstance(value, list) else [value]
        return [labels.get(code, code) for code in codes]
    if question.form == Form.LINES:
        return list(value)
    return [SHOWN.get(question.form, str)(value)]


SHOWN = {
    Form.NUMBER: lambda value: number_format(value, use_l10n=True, force_grouping=True),
    Form.EURO: lambda value: f"€ {number_format(value, use_l10n=True, force_grouping=True)}",
    Form.DATE: dates.date_shown,
    Form.YES_NO: lambda value: _("Ja") if value else _("Nee"),
}


def as_posted(question: Question, value: Any) -> Any:
    """Return an answer as a form field shows it: a string, or a list of codes for several choices."""
    if question.form == Form.CHOICES:
        return list(value or [])
    if value is None:
        return ""
    if question.form == Form.LINES:
        return "\n".join(value)
    if question.form == Form.YES_NO:
        return "yes" if value else "no"
    return dates.as_posted(value) if question.form == Form.DATE else str(value)


def _read(question: Question, given: Any) -> Any:
    """Bring what someone typed or chose into the form of its JSON, and check it."""
    if question.form == Form.CHOICES:
        return valid(question, [code for code in given if code])
    text = texts.clean(given)
    if not text:
        return None
    if question.form == Form.LINE:
        text = " ".join(text.split())
    return valid(question, READ.get(question.form, str)(text))


def _yes_or_no(text: str) -> bool:
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise ValueError(_("Kies ja of nee."))


READ = {
    Form.LINES: lambda text: text.split("\n"),
    Form.NUMBER: numbers.whole,
    Form.EURO: numbers.euros,
    Form.DATE: dates.read_date,
    Form.YES_NO: _yes_or_no,
}


def _code(question: Question, text: str) -> str:
    """Find the code of what was written in a cell: a code, a label, or a label without its heading."""
    wanted = texts.folded(text)
    for heading, offered in questions.grouped_options(question):
        for code, label in offered:
            if wanted in (code, texts.folded(label), texts.folded(f"{heading}: {label}")):
                return code
    return text.strip()
