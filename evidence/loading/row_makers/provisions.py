"""Provisions, their terms, and what organisations do in them."""

from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.described import described
from evidence.loading.row_makers.fields import place
from evidence.loading.row_makers.known import Known
from evidence.loading.writing import FixtureRow
from evidence.models import Source


def provision(line: FixtureLine, slug: str, source: Source, known: Known) -> FixtureRow:
    """Read a provision, with the approaches that use it."""
    return FixtureRow(
        line,
        {"slug": slug, **described(line, known), "kind": line.text("kind", required=True), **place(line, source)},
        {"interventions": line.many("interventions", known.interventions)},
    )


def provision_term(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read that a provision has a term."""
    return FixtureRow(
        line,
        {
            "provision": line.one("provision", known.provisions, required=True),
            "term": line.one("term", known.terms_of(line.text("scheme", required=True)), required=True),
            **place(line, source),
        },
    )


def provision_role(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read an organisation's role in a provision."""
    return FixtureRow(
        line,
        {
            "provision": line.one("provision", known.provisions, required=True),
            "organisation": line.one("organisation", known.organisations, required=True),
            "role": line.text("role", required=True),
            **place(line, source),
        },
    )
