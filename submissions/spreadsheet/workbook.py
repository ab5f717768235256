"""Read the cells of the first sheet of a workbook, and nothing else of it.

We write with openpyxl but do not read with it: a file of 30 kB held its reader for twenty seconds (formulas that
share a text are translated one by one, and every sheet is measured). Here five parts are parsed, each once and none
larger than `LARGEST_PART`, by a parser that refuses entities. Names of elements are compared without their
namespace, which differs between makers.
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from submissions.spreadsheet.safety import UnsafeError

LARGEST_PART = 600_000
"""The most bytes of a part that is parsed. Every question answered at its longest takes less than half of it."""
MAIN = "xl/workbook.xml"
PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
FORMULA, ERROR = object(), object()
"""What a cell holds in place of a value.

A formula (not its result), or what a program writes when it could not work one out.
"""


class SheetRow(NamedTuple):
    """One row that says something: its number, and its values by column (counted from 1)."""

    number: int
    cells: dict[int, Any]


class Styles(NamedTuple):
    """What is needed to see a date in a number: the styles that show one, and the day that counts as zero."""

    dates: frozenset[int]
    epoch: datetime


def rows(data: bytes) -> list[SheetRow]:
    """Return the rows of the first sheet that are not empty.

    Raises UnsafeError for large parts, and anything for broken ones.
    """
    with ZipFile(BytesIO(data)) as archive:
        main = _part(archive, MAIN)
        parts = _related(archive)
        first = next(_all(main, "sheet"))
        sheet = _part(archive, parts[next(value for name, value in first.items() if name.endswith("}id"))])
        strings = [_text(item) for item in _part(archive, parts["sharedStrings"])] if "sharedStrings" in parts else []
        dates = _date_styles(_part(archive, parts["styles"])) if "styles" in parts else frozenset()
        is_mac = any(one.get("date1904") in ("1", "true") for one in _all(main, "workbookPr"))
        return list(_rows(sheet, strings, Styles(dates, MAC_EPOCH if is_mac else WINDOWS_EPOCH)))


def _part(archive: ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise UnsafeError(_("Er staat te veel in dit bestand. Gebruik ons sjabloon, zonder andere gegevens."))
    return fromstring(archive.read(name))


def _related(archive: ZipFile) -> dict[str, str]:
    """Return the names of the parts that the workbook points to, by their id and by the last word of their type."""
    found = {}
    for one in _part(archive, "xl/_rels/workbook.xml.rels"):
        path = posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        found[one.get("Id", "")] = found[posixpath.basename(one.get("Type", ""))] = path
    return found


def _rows(sheet: Element, strings: list[str], styles: Styles) -> Iterator[SheetRow]:
    number = 0
    for row in _all(sheet, "row"):
        number = int(row.get("r", number + 1))
        cells, column = {}, 0
        for cell in row:
            place = PLACE.fullmatch(cell.get("r", ""))
            column = column_index_from_string(place[1]) if place else column + 1
            value = _value(cell, strings, styles)
            if value not in (None, ""):
                cells[column] = value
        if cells:
            yield SheetRow(number, cells)


def _value(cell: Element, strings: list[str], styles: Styles) -> Any:
    """Return what a cell holds; None when it is empty.

    That is a text, a number, a date, a truth value, `FORMULA` or `ERROR`.
    """
    if any(_name(child) == "f" for child in cell):
        return FORMULA
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(child) for child in cell if _name(child) == "is")
    text = next((child.text for child in cell if _name(child) == "v"), None)
    if text is None:
        return None
    return _number(text, int(cell.get("s", 0)), styles) if kind == "n" else READ[kind](text, strings)


READ = {
    "s": lambda text, strings: strings[int(text)],
    "str": lambda text, _strings: text,
    "b": lambda text, _strings: text.strip() == "1",
    "d": lambda text, _strings: text[:10],
    "e": lambda _text, _strings: ERROR,
}


def _number(text: str, style: int, styles: Styles) -> Any:
    number = int(text) if text.strip().lstrip("-").isdecimal() else float(text)
    if style not in styles.dates:
        return number
    try:
        return from_excel(number, styles.epoch)
    except (OverflowError, ValueError):
        return ERROR


def _date_styles(styles: Element) -> frozenset[int]:
    """Return the numbers of the styles that show a number as a date."""
    formats = dict(BUILTIN_FORMATS) | {
        int(one.attrib["numFmtId"]): one.get("formatCode", "") for one in _all(styles, "numFmt")
    }
    cell_styles = next(_all(styles, "cellXfs"), ())
    return frozenset(
        number
        for number, style in enumerate(cell_styles)
        if is_date_format(formats.get(int(style.get("numFmtId", 0)), ""))
    )


def _text(item: Element) -> str:
    """Return a text, whole or in pieces of different looks; not how it is pronounced, which some makers add."""
    pieces = [
        piece for part in item for piece in ([part] if _name(part) == "t" else part if _name(part) == "r" else [])
    ]
    return "".join(piece.text or "" for piece in pieces if _name(piece) == "t")


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if _name(one) == name)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
