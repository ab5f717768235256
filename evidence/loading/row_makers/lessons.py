"""Lessons, recommendations among them."""

from evidence.choices import LessonKind
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def lesson(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a lesson, in both languages, with the terms it carries; the recommendation it is part of is linked when all
    exist.
    """
    if line.text("kind") != LessonKind.RECOMMENDATION:
        for column in ("number", "main", "addressees_nl", "addressees_en"):
            if line.text(column):
                line.fault(column, "only a recommendation has one")
    number = line.text("number")
    if line.yes("main") and not (number.isascii() and number.isdigit()):
        line.fault("number", "a main recommendation has its number, in digits")
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "kind": line.text("kind", required=True),
            "number": line.text("number"),
            "main": line.yes("main"),
            **in_both(line, "text", required=True),
            **in_both(line, "addressees"),
            **place(line, source),
        },
        {
            "terms": line.many("terms", known.terms),
            "interventions": line.many("interventions", known.interventions),
            "provisions": line.many("provisions", known.provisions),
            "countries": line.many("countries", known.countries),
        },
    )
