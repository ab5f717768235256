"""Studies, with the level as printed and as counted."""

from evidence import levels
from evidence.choices import StudyKind, StudyStage
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, known_moment, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def study(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a study; the level follows from how it is printed."""
    printed = line.text("sms_printed")
    try:
        level = levels.parse_level(printed)
    except ValueError as error:
        line.fault("sms_printed", str(error))
        level = None
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "title": line.text("title"),
            "authors": line.items("authors"),
            "year": line.whole("year"),
            **{
                field: line.text(field)
                for field in ("container", "volume", "issue", "pages", "publisher", "url", "language")
            },
            "kind": line.text("kind") or StudyKind.UNKNOWN.value,
            "stage": line.text("stage") or StudyStage.PUBLISHED.value,
            **known_moment(line, "due"),
            **in_both(line, "design", "description", "note"),
            "sms_printed": printed,
            "sms_min": level.low if level else None,
            "sms_max": level.high if level else None,
            "sms_counted": level.counted if level else None,
            "counted": line.yes("counted"),
            "country": line.one("country", known.countries),
            **place(line, source),
        },
        {"interventions": line.many("interventions", known.interventions)},
    )
