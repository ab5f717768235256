"""Moments as precisely as a source gives them: a year, a season, a month or a day.

In files and in the API they are written as ISO 8601 does (`2016`, `2016-06`, `2016-06-01`), a season as its second part
does: `2021-21` is the spring of 2021, `-22` the summer, `-23` the autumn, `-24` the winter. A moment is kept as its
first day, and how much of that is known.
"""

import calendar
import re
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from evidence.choices import DatePrecision

FORMATS = {DatePrecision.YEAR: "Y", DatePrecision.MONTH: "F Y", DatePrecision.DAY: "j F Y"}
WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}", re.ASCII)
SEASONS = {
    3: ("21", _("voorjaar")),
    6: ("22", _("zomer")),
    9: ("23", _("najaar")),
    12: ("24", _("winter")),
}
"""By the first month of a season: how it is written, and what it is called."""


def read(text: str) -> tuple[date, int]:
    """Read a moment as it is written; raises ValueError."""
    first = {code: month for month, (code, _name) in SEASONS.items()}.get(text[5:])
    if first and WRITTEN.fullmatch(text):
        return date(int(text[:4]), first, 1), DatePrecision.SEASON.value
    if not WRITTEN.fullmatch(text):
        message = f"“{text}” is not a date"
        raise ValueError(message)
    return date.fromisoformat(text + "0000-01-01"[len(text) :]), DatePrecision(len(text)).value


def written(day: date | None, precision: int | None) -> str:
    """Write a moment for files and programs; empty when there is none."""
    if day is None or precision is None:
        return ""
    if precision == DatePrecision.SEASON:
        return f"{day.year}-{SEASONS[day.month][0]}"
    return day.isoformat()[:precision]


def shown(day: date | None, precision: int | None) -> str:
    """Write a moment for a reader: “2016”, “najaar 2016”, “juni 2016” or “1 juni 2016”; empty when there is none."""
    if day is None or precision is None:
        return ""
    if precision == DatePrecision.SEASON:
        return f"{SEASONS[day.month][1]} {day.year}"
    return date_format(day, FORMATS[DatePrecision(precision)])


def last_day(day: date, precision: int) -> date:
    """Return the last day of a year, season, month or day."""
    if precision == DatePrecision.DAY:
        return day
    months = {DatePrecision.YEAR: 12, DatePrecision.SEASON: 3}.get(DatePrecision(precision), 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months - 1, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def has_passed(day: date | None, precision: int | None, today: date | None = None) -> bool:
    """Tell whether the whole of a stated moment lies behind us."""
    if day is None or precision is None:
        return False
    return last_day(day, precision) < (today or timezone.localdate())
