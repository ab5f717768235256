"""Interventions and their classifications."""

from evidence.choices import InterventionKind, Scale, SchemeCode
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.blanks import blanks
from evidence.loading.row_makers.described import described
from evidence.loading.row_makers.fields import in_both, known_moment, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def intervention(line: FixtureLine, slug: str, source: Source, known: Known) -> FixtureRow:
    """Read an intervention; the programme it is part of is linked when all interventions exist."""
    return FixtureRow(
        line,
        {
            "slug": slug,
            **described(line, known),
            **in_both(line, "intensity"),
            "kind": line.text("kind") or InterventionKind.INSTANCE.value,
            "scale": line.text("scale") or Scale.UNKNOWN.value,
            **known_moment(line, "as_of"),
            "participants": line.whole("participants"),
            **duration(line),
            "headline": line.one("headline", known.terms_of(SchemeCode.SUCCESS_MEASURE)),
            "blanks": blanks(line),
            **place(line, source),
        },
        {"further_countries": line.many("further_countries", known.countries)},
    )


def duration(line: FixtureLine) -> dict[str, int | None]:
    """Read how many months it takes for one participant, from and to."""
    least, most = line.whole("duration_min"), line.whole("duration_max")
    if most is not None and (least is None or most < least):
        line.fault("duration_max", "needs a “duration_min” that is not more")
    return {"duration_min": least, "duration_max": most}


def classification(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read that an intervention has a term."""
    scheme_code = line.text("scheme", required=True)
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "term": line.one("term", known.terms_of(scheme_code), required=True),
            **in_both(line, "note"),
            **place(line, source),
        },
    )
