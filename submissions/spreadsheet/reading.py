"""Read a filled-in workbook: every answer, and everything that is wrong, by cell."""

from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from submissions import questions
from submissions.answers import reading
from submissions.choices import Kind
from submissions.errors import AnswerFault
from submissions.questions.declaration import Question
from submissions.spreadsheet import layout, safety, workbook
from submissions.spreadsheet.workbook import ERROR, FORMULA, SheetRow

MOST_ROWS = 500


def read_workbook(data: bytes, kind: Kind) -> tuple[dict[str, Any], list[AnswerFault]]:
    """Read a workbook: the answers that are filled in and right, and what is wrong, in the order of the rows.

    A fault names its cell. A file that cannot be read gives one fault without a question, and no answers.
    """
    try:
        rows = _rows(data)
        _check_mark(rows, kind)
    except safety.UnsafeError as error:
        return {}, [AnswerFault("", str(error))]
    return _answers(rows, kind)


def _rows(data: bytes) -> list[SheetRow]:
    safety.check(data)
    try:
        rows = workbook.rows(data)
    except safety.UnsafeError:
        raise
    except Exception as error:  # a broken file breaks its reader in any way it likes
        raise safety.UnsafeError(
            _("Dit bestand kan niet gelezen worden. Gebruik ons sjabloon en sla het op als .xlsx.")
        ) from error
    if rows and max(row.number for row in rows) > MOST_ROWS:
        raise safety.UnsafeError(
            _("Het eerste blad heeft meer dan %(rows)s rijen. Gebruik ons sjabloon.") % {"rows": MOST_ROWS}
        )
    return rows


def _check_mark(rows: list[SheetRow], kind: Kind) -> None:
    """Raise UnsafeError when this is not the workbook for this kind."""
    found = _text(rows[0], layout.CODE) if rows else ""
    marks = {layout.mark(kind): kind for kind in Kind}
    if found == layout.mark(kind):
        return
    if found in marks:
        raise safety.UnsafeError(
            _("Dit is het sjabloon voor iets anders: “%(kind)s”. Gebruik het juiste sjabloon.")
            % {"kind": marks[found].label}
        )
    raise safety.UnsafeError(
        _("Het eerste blad is niet het blad met de vragen. Gebruik ons sjabloon en laat het eerste blad vooraan staan.")
    )


def _answers(rows: list[SheetRow], kind: Kind) -> tuple[dict[str, Any], list[AnswerFault]]:
    known = questions.all_questions(kind)
    answers, faults = {}, []
    header = next((place for place, row in enumerate(rows) if _text(row, layout.CODE) == layout.HEADER), 0)
    seen: dict[str, int] = {}
    for row in rows[header + 1 :]:
        code = _text(row, layout.CODE)
        try:
            _check_row(row, code in known, seen.setdefault(code, row.number))
            answer = _answer(row, known[code]) if code in known else None
        except ValueError as error:
            faults.append(AnswerFault(code if code in known else "", str(error)))
            continue
        if answer is not None:
            answers[code] = answer
    return answers, faults


def _check_row(row: SheetRow, is_known: bool, first: int) -> None:
    """Raise ValueError when something stands where no answer is expected."""
    stray = min((column for column in row.cells if column > layout.ANSWER and _text(row, column)), default=None)
    if stray:
        raise _wrong(row, stray, _("Hier wordt geen antwoord gelezen. Zet het in kolom E."))
    if _text(row, layout.CODE) and not is_known:
        raise _wrong(
            row, layout.CODE, _("Deze vraag bestaat niet. Gebruik het nieuwste sjabloon en verander kolom A niet.")
        )
    if _text(row, layout.ANSWER) and not is_known:
        raise _wrong(row, layout.ANSWER, _("Bij dit antwoord staat geen vraag. Zet het in de rij van een vraag."))
    if is_known and first != row.number:
        raise _wrong(
            row, layout.CODE, _("Deze vraag staat ook in rij %(row)s. Laat één van beide staan.") % {"row": first}
        )


def _answer(row: SheetRow, question: Question) -> Any:
    value = row.cells.get(layout.ANSWER)
    if value is FORMULA:
        raise _wrong(row, layout.ANSWER, _("Hier staat een formule. Vul het antwoord zelf in, als tekst of getal."))
    if value is ERROR:
        raise _wrong(row, layout.ANSWER, _("Hier staat een fout van het rekenprogramma. Vul het antwoord zelf in."))
    try:
        # “_x000D_” is how some programs write the line ends of a cell.
        return reading.from_cell(question, value.replace("_x000D_", "") if isinstance(value, str) else value)
    except ValueError as error:
        raise _wrong(row, layout.ANSWER, str(error)) from error


def _text(row: SheetRow, column: int) -> str:
    return str(row.cells.get(column, "")).strip()


def _wrong(row: SheetRow, column: int, text: str) -> ValueError:
    cell = f"{get_column_letter(column)}{row.number}"
    return ValueError(_("Cel %(cell)s: %(text)s") % {"cell": cell, "text": text})
