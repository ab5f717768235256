"""What the tables of several nouns have: texts in both languages, a place in the source, a moment."""

from typing import Any

from evidence.loading.reading import FixtureLine
from evidence.models import Source


def in_both(line: FixtureLine, *fields: str, required: bool = False) -> dict[str, str]:
    """Read texts that exist in Dutch and English; when one is given the other must be too."""
    values: dict[str, str] = {}
    for field in fields:
        dutch, english = line.text(f"{field}_nl", required=required), line.text(f"{field}_en", required=required)
        if bool(dutch) != bool(english) and not required:
            line.fault(f"{field}_en" if dutch else f"{field}_nl", "is empty, and the other language is not")
        values |= {f"{field}_nl": dutch, f"{field}_en": english}
    return values


def place(line: FixtureLine, source: Source) -> dict[str, Any]:
    """Read where a fact stands."""
    return {"source": source, "locator": line.text("locator", required=True)}


def known_moment(line: FixtureLine, column: str) -> dict[str, Any]:
    """Read a date and how much of it is known."""
    day, precision = line.moment(column)
    return {column: day, f"{column}_precision": precision}
