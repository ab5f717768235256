"""Write the workbook that someone fills in."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from submissions import questions
from submissions.answers import reading
from submissions.choices import Kind, Tier
from submissions.questions.declaration import Form, Page, Question
from submissions.spreadsheet import layout

WIDTHS = {layout.TOPIC: 20, layout.QUESTION: 38, layout.HELP: 52, layout.ANSWER: 60}
BOLD, LARGE = Font(bold=True), Font(bold=True, size=16)
TOP = Alignment(wrap_text=True, vertical="top")
LINE = Border(bottom=Side(style="thin", color="FF999999"))
ANSWER_FILL = PatternFill("solid", fgColor="FFFFFBE6")
UNLOCKED = Protection(locked=False)
SINGLE = (Form.CHOICE, Form.YES_NO)


def template(kind: Kind, tier: Tier, answers: Mapping[str, Any] | None = None) -> bytes:
    """Return the workbook with the questions of this kind and tier, and the answers there are.

    It is in the language of the visitor.
    """
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = _("Vragen")
    choices = workbook.create_sheet(_("Keuzes"))
    _explain(sheet, kind)
    for page in questions.pages(kind, tier):
        for question in page.questions:
            _ask(sheet, page, question, (answers or {}).get(question.code))
            if offered := questions.options(question):
                _offer(choices, sheet, question, [label for _code, label in offered])
    _arrange(sheet, choices)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _explain(sheet: Worksheet, kind: Kind) -> None:
    """Write what stands above the questions: how to fill them in."""
    sheet.append([layout.mark(kind), _("Werkwijs: %(kind)s") % {"kind": Kind(kind).label}])
    for text in (
        _("Vul uw antwoorden in kolom E in. Verander de andere kolommen niet. Wat u niet weet, laat u leeg."),
        _("Zet “;” tussen antwoorden als u er meer dan één geeft. Wat u kunt kiezen staat op het blad “Keuzes”."),
        _(
            "Schrijf geen namen, telefoonnummers of adressen van mensen op. Een * staat bij vragen die een antwoord "
            "nodig hebben."
        ),
    ):
        sheet.append([None, text])
    sheet.append([layout.HEADER, _("Onderwerp"), _("Vraag"), _("Uitleg en voorbeeld"), _("Uw antwoord")])
    sheet.cell(1, layout.TOPIC).font = LARGE
    for cell in sheet[sheet.max_row]:
        cell.font, cell.border = BOLD, LINE
    sheet.freeze_panes = f"A{sheet.max_row + 1}"


def _ask(sheet: Worksheet, page: Page, question: Question, answer: Any) -> None:
    """Write the row of a question."""
    row = sheet.max_row + 1
    label = f"{question.label} *" if question.needed else str(question.label)
    example = _("Voorbeeld: %(example)s") % {"example": question.example} if question.example else ""
    about = "\n".join(text for text in (str(question.help), example) if text)
    for column, text in enumerate([question.code, str(page.title), label, about, cell_of(question, answer)], start=1):
        cell = sheet.cell(row, column)
        _write(cell, text)
        cell.alignment, cell.border = TOP, LINE
    sheet.cell(row, layout.QUESTION).font = BOLD
    answered = sheet.cell(row, layout.ANSWER)
    # As text: a spreadsheet makes another date of “05-2024” otherwise.
    answered.number_format, answered.fill, answered.protection = "@", ANSWER_FILL, UNLOCKED


def _write(cell: Cell, text: str) -> None:
    """Write a text as text, whatever it starts with: “=” would make it a formula."""
    if text:
        cell.value = text
        cell.data_type = "s"


def cell_of(question: Question, answer: Any) -> str:
    """Return an answer as its cell shows it; `answers.from_cell` reads it back."""
    if answer is None:
        return ""
    if question.form in (Form.CHOICE, Form.CHOICES, Form.YES_NO):
        return "; ".join(reading.answer_shown(question, answer))
    text = reading.as_posted(question, answer)
    # A line end says that “;” belongs to the line.
    return f"{text}\n" if question.form == Form.LINES and "\n" not in text else text


def _offer(choices: Worksheet, sheet: Worksheet, question: Question, labels: list[str]) -> None:
    """Write the options of the question in the last row, and let the cell choose among them when one can be chosen."""
    column = choices.max_column + 1 if choices.cell(1, 1).value else 1
    for row, text in enumerate([str(question.label), *labels], start=1):
        _write(choices.cell(row, column), text)
    if question.form in SINGLE:
        letter = get_column_letter(column)
        offered = f"{quote_sheetname(choices.title)}!${letter}$2:${letter}${len(labels) + 1}"
        validation = DataValidation("list", formula1=offered, allow_blank=True, showErrorMessage=True)
        validation.error, validation.errorTitle = _("Kies een antwoord uit de lijst."), _("Keuze")
        validation.add(f"{layout.ANSWER_LETTER}{sheet.max_row}")
        sheet.add_data_validation(validation)


def _arrange(sheet: Worksheet, choices: Worksheet) -> None:
    sheet.column_dimensions[get_column_letter(layout.CODE)].hidden = True
    for column, width in WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    for column in range(1, choices.max_column + 1):
        choices.column_dimensions[get_column_letter(column)].width = 40
        choices.cell(1, column).font, choices.cell(1, column).alignment = BOLD, TOP
    choices.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 1, 0, True
