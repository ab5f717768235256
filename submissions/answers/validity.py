"""Whether an answer, in the form of its JSON, may be kept."""

from typing import Any
from urllib.parse import urlsplit

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from submissions import questions
from submissions.answers import dates, texts
from submissions.questions.declaration import Form, Question

LONGEST_LINE = 200
"""How many characters one line of a list may have: what the name of an organisation has room for."""

CHOSEN = 200
"""How many options one answer may name; more than any scheme has."""


def valid(question: Question, answer: Any) -> Any:
    """Return an answer as it is kept; None when there is none.

    Raises ValueError saying what is wrong and what to do.
    """
    if answer is None:
        return None
    return CHECKS[question.form](question, answer)


def _text(question: Question, answer: Any) -> str | None:
    _require(isinstance(answer, str), _("Geef een tekst."))
    text = texts.clean(answer)
    if len(text) > question.largest:
        raise ValueError(
            _("Gebruik ten hoogste %(largest)s tekens, u gebruikt er %(used)s.") % _sizes(question.largest, len(text))
        )
    return text or None


def _line(question: Question, answer: Any) -> str | None:
    text = _text(question, answer)
    if text and "\n" in text:
        raise ValueError(_("Geef een tekst van één regel."))
    return text


def _lines(question: Question, answer: Any) -> list[str] | None:
    lines = [line for line in (texts.clean(line) for line in _list(answer)) if line]
    if len(lines) > question.largest:
        raise ValueError(
            _("Gebruik ten hoogste %(largest)s regels, u gebruikt er %(used)s.") % _sizes(question.largest, len(lines))
        )
    for number, line in enumerate(lines, start=1):
        if "\n" in line:
            raise ValueError(_("Regel %(number)s is meer dan één regel.") % {"number": number})
        if len(line) > LONGEST_LINE:
            raise ValueError(
                _("Regel %(number)s is te lang: gebruik ten hoogste %(largest)s tekens, u gebruikt er %(used)s.")
                % (_sizes(LONGEST_LINE, len(line)) | {"number": number})
            )
    return list(dict.fromkeys(lines)) or None


def _choice(question: Question, answer: Any) -> str | None:
    _require(isinstance(answer, str), _("Geef één code uit de lijst."))
    return _known(question, [answer])[0] if answer else None


def _choices(question: Question, answer: Any) -> list[str] | None:
    chosen = _list(answer)
    _require(len(chosen) <= CHOSEN, _("Kies minder antwoorden."))
    return list(dict.fromkeys(_known(question, chosen))) or None


def _number(question: Question, answer: Any) -> int:
    _require(isinstance(answer, int) and not isinstance(answer, bool), _("Geef een heel getal."))
    _require(answer >= 0, _("Vul 0 of een hoger getal in."))
    if answer > question.largest:
        raise ValueError(
            _("Vul ten hoogste %(largest)s in.")
            % {"largest": number_format(question.largest, use_l10n=True, force_grouping=True)}
        )
    return answer


def _date(question: Question, answer: Any) -> str | None:
    text = _text(question, answer)
    return dates.valid(text) if text else None


def _yes_no(_question: Question, answer: Any) -> bool:
    _require(isinstance(answer, bool), _("Kies ja of nee."))
    return answer


def _web(question: Question, answer: Any) -> str | None:
    text = _line(question, answer)
    if text and not _is_public_address(text):
        raise ValueError(
            _("Vul een volledig webadres in dat met https:// of http:// begint, zonder gebruikersnaam of wachtwoord.")
        )
    return text


CHECKS = {
    Form.LINE: _line,
    Form.TEXT: _text,
    Form.LINES: _lines,
    Form.CHOICE: _choice,
    Form.CHOICES: _choices,
    Form.NUMBER: _number,
    Form.EURO: _number,
    Form.DATE: _date,
    Form.YES_NO: _yes_no,
    Form.WEB: _web,
}


def _require(met: bool, text: str) -> None:
    if not met:
        raise ValueError(text)


def _list(answer: Any) -> list[str]:
    _require(
        isinstance(answer, list) and all(isinstance(item, str) for item in answer), _("Geef een lijst van teksten.")
    )
    return answer


def _known(question: Question, codes: list[str]) -> list[str]:
    offered = {code for code, _label in questions.options(question)}
    unknown = [texts.printable(code) for code in codes if code not in offered]
    if unknown:
        raise ValueError(
            _("Dit staat niet in de lijst: %(codes)s. Kies uit de lijst.") % {"codes": ", ".join(unknown[:5])}
        )
    return codes


def _is_public_address(text: str) -> bool:
    if any(sign.isspace() or sign in '\\<>"' for sign in text):
        return False
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "@" not in parts.netloc and has_port and "." in (parts.hostname or "")


def _sizes(largest: int, used: int) -> dict[str, str]:
    return {
        "largest": number_format(largest, use_l10n=True, force_grouping=True),
        "used": number_format(used, use_l10n=True, force_grouping=True),
    }
