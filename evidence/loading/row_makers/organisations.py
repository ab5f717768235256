"""Organisations, and what they do in interventions."""

from evidence.choices import OrganisationKind
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def organisation(line: FixtureLine, known: Known) -> FixtureRow:
    """Read an organisation; a kind that is not stated is unknown."""
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "name": line.text("name", required=True),
            "kind": line.text("kind") or OrganisationKind.UNKNOWN.value,
            "country": line.one("country", known.countries),
        },
    )


def participation(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read an organisation's role."""
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "organisation": line.one("organisation", known.organisations, required=True),
            "role": line.text("role", required=True),
            **place(line, source),
        },
    )


def unnamed_party(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read the role of a party that the source does not name."""
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "role": line.text("role", required=True),
            **in_both(line, "name", required=True),
            **place(line, source),
        },
    )
