"""Findings and figures: a statement and the number in it."""

from typing import Any

from evidence.choices import SchemeCode
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def measured(line: FixtureLine, source: Source) -> dict[str, Any]:
    """Read a statement and the number in it."""
    return {
        "slug": line.slug("slug"),
        **in_both(line, "statement", required=True),
        **in_both(line, "comparator", "printed", "note"),
        "qualifier": line.text("qualifier"),
        "value": line.decimal("value"),
        "value_max": line.decimal("value_max"),
        "unit": line.text("unit"),
        "comparator_value": line.decimal("comparator_value"),
        **place(line, source),
    }


def finding(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a finding; its measure and subgroup are terms of their own schemes. A study that we inferred has a note."""
    if line.yes("study_inferred"):
        for column in ("study", "note_nl"):
            if not line.text(column):
                line.fault(column, "is needed where “study_inferred” is “yes”")
    return FixtureRow(
        line,
        {
            **measured(line, source),
            "intervention": line.one("intervention", known.interventions, required=True),
            "study": line.one("study", known.studies),
            "kind": line.text("kind", required=True),
            "success_measure": line.one("success_measure", known.terms_of(SchemeCode.SUCCESS_MEASURE)),
            "direction": line.text("direction"),
            "months_after": line.whole("months_after"),
            "self_reported": line.yes("self_reported"),
            "illegible": line.yes("illegible"),
            "study_inferred": line.yes("study_inferred"),
        },
        {"subgroup": line.many("subgroup", known.terms_of(SchemeCode.TARGET_GROUP))},
    )


def figure(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a figure, of a country, of an intervention or of neither."""
    return FixtureRow(
        line,
        {
            **measured(line, source),
            "country": line.one("country", known.countries),
            "intervention": line.one("intervention", known.interventions),
            "provision": line.one("provision", known.provisions),
            "period": line.text("period"),
            "origin": line.text("origin"),
        },
        {"terms": line.many("terms", known.terms)},
    )
