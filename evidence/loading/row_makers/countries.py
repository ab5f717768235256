"""Countries, and what sources say about them."""

from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def country(line: FixtureLine, position: int) -> FixtureRow:
    """Read a country; the order of the table is the order of lists."""
    return FixtureRow(
        line, {"code": line.text("code", required=True), **in_both(line, "name", required=True), "position": position}
    )


def context_point(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a point about a country."""
    return FixtureRow(
        line,
        {
            "country": line.one("country", known.countries, required=True),
            "position": line.whole("position"),
            **in_both(line, "title", "text", required=True),
            **place(line, source),
        },
    )
