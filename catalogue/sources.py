"""What the page of a source shows."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from evidence import reconciliation
from evidence.choices import EditorialState, SourceKind
from evidence.filters.interventions import from_sources
from evidence.models import ContextPoint, Country, Figure, Finding, Intervention, Lesson, Source, Study


class Comparison(NamedTuple):
    """A row of a table of the report: each number as printed and as computed from our data."""

    country: Country
    cells: list[tuple[int, int]]
    printed: int
    computed: int
    same: bool


def overview() -> dict:
    """Return the documents, and apart from them what organisations submitted."""
    rows = Source.objects.of_published().order_by("-year", "title")
    return {
        "sources": [row for row in rows if row.kind != SourceKind.SUBMISSION],
        "submissions": [row for row in rows if row.kind == SourceKind.SUBMISSION],
    }


def counts(source: Source) -> list[tuple[str, int]]:
    """Count per noun what comes from a source; only what the public may see."""
    numbers = (
        (_("Aanpakken"), Intervention.objects.published().filter(source=source).count()),
        (_("Onderzoeken"), Study.objects.of_published().filter(source=source).count()),
        (_("Bevindingen"), Finding.objects.of_published().filter(source=source).count()),
        (
            _("Cijfers over het probleem"),
            Figure.objects.filter(source=source).exclude(intervention__editorial_state=EditorialState.ARCHIVED).count(),
        ),
        (_("Lessen"), Lesson.objects.of_published().filter(source=source).count()),
        (_("Punten over landen"), ContextPoint.objects.filter(source=source).count()),
    )
    return [(name, number) for name, number in numbers if number]


def tables() -> list[Comparison]:
    """Put tables 2.1 and 2.2 of the report beside what our data give."""
    computed = reconciliation.computed()
    countries = Country.objects.in_bulk(list(reconciliation.TABLE_2_2))
    return [
        Comparison(
            country=countries[code],
            cells=list(zip(printed, computed[code], strict=True)),
            printed=reconciliation.TABLE_2_1[code],
            computed=sum(computed[code]),
            same=printed == computed[code] and reconciliation.TABLE_2_1[code] == sum(computed[code]),
        )
        for code, printed in reconciliation.TABLE_2_2.items()
        if code in countries
    ]


def page(source: Source) -> dict:
    """Return everything the page of a source shows."""
    described = Intervention.objects.published()
    is_document = source.kind != SourceKind.SUBMISSION
    interventions = described.filter(source=source) if is_document else from_sources(None, described, [source.slug])
    return {
        "source": source,
        "counts": counts(source),
        "interventions": interventions,
        "tables": tables() if source.slug == reconciliation.SOURCE else [],
    }
