"""Dates as precisely as they are known: 2024, 2024-05 or 2024-05-17."""

import re
from datetime import date
from typing import Any

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
DUTCH = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")
WORDS = re.compile(r"(?:([0-9]{1,2})\s+)?([a-z]{3,9})\.?\s+([0-9]{4})")
NAMES = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "january|february|march|april|may|june|july|august|september|october|november|december",
)
NUMBERS = {
    short: number
    for names in NAMES
    for number, name in enumerate(names.split("|"), start=1)
    for short in (name, name[:3])
} | {"mrt": 3, "sept": 9}
EARLIEST, LATEST = 1900, 2100


def valid(text: str) -> str:
    """Return a partial date that exists, from 1900 up to 2100; raises ValueError."""
    match = PARTIAL.fullmatch(text)
    if not match:
        raise ValueError(_("Geef de datum als 2024, 2024-05 of 2024-05-17."))
    return _existing(match[1], match[2], match[3])


def read_date(text: str) -> str:
    """Read a date as someone writes it; raises ValueError.

    “2024”, “05-2024”, “17-05-2024”, “mei 2024” and “2024-05-17” are dates.
    """
    text = " ".join(text.lower().split())
    if PARTIAL.fullmatch(text):
        return valid(text)
    if match := DUTCH.fullmatch(text):
        return _existing(match[3], match[2], match[1])
    match = WORDS.fullmatch(text)
    if match and match[2] in NUMBERS:
        return _existing(match[3], str(NUMBERS[match[2]]), match[1])
    raise ValueError(_("Geef de datum als 2024, mei 2024 of 17-05-2024."))


def of_cell(cell: Any) -> Any:
    """Return a date of a cell as text; leave anything else."""
    return cell.isoformat()[:10] if isinstance(cell, date) else cell


def date_shown(text: str) -> str:
    """Return a date as a reader sees it: “2024”, “mei 2024” or “17 mei 2024”."""
    year, month, day = _parts(text)
    if day:
        return date_format(date(year, month, day), "j F Y")
    return f"{MONTHS[month]} {year}" if month else str(year)


def as_posted(text: str) -> str:
    """Return a date as a form field shows it: “2024”, “05-2024” or “17-05-2024”."""
    return "-".join(reversed(text.split("-")))


def first_day(text: str) -> date:
    """Return the first day of a partial date."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def _parts(text: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    return year, month, day


def _existing(year: str, month: str | None, day: str | None) -> str:
    if not EARLIEST <= int(year) <= LATEST:
        raise ValueError(_("Het jaar %(year)s kan niet kloppen. Controleer de datum.") % {"year": year})
    try:
        existing = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(_("Deze datum bestaat niet. Controleer de dag en de maand.")) from None
    return existing.isoformat()[: 10 if day else 7 if month else 4]
