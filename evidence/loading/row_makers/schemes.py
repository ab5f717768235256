"""Vocabularies and their terms."""

from typing import Any

from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow


def scheme(line: FixtureLine, position: int) -> FixtureRow:
    """Read a vocabulary; the order of the table is the order of lists."""
    return FixtureRow(line, {"code": line.slug("code"), **in_both(line, "name", required=True), "position": position})


def term(line: FixtureLine, of_scheme: Any, position: int, known: Known) -> FixtureRow:
    """Read a term; what is broader is linked when all terms exist."""
    stated = line.one("source", known.sources)
    if bool(line.text("locator")) != bool(line.text("source")):
        line.fault("locator", "a source needs a place, and a place needs a source")
    return FixtureRow(
        line,
        {
            "scheme": of_scheme,
            "code": line.slug("code"),
            **in_both(line, "label", required=True),
            **in_both(line, "definition"),
            "position": position,
            "source": stated,
            "locator": line.text("locator"),
        },
    )
