"""Sources: the documents that facts come from."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.links import list_address
from catalogue.public.advice import numbered
from catalogue.public.lessons.lines import lesson_lines, shown_lessons
from catalogue.public.provisions.lines import lines_of
from catalogue.public.source_rows import figure_row_with_subject
from evidence import reconciliation
from evidence.choices import LessonKind, SourceKind
from evidence.filters.interventions import from_sources
from evidence.models import ContextPoint, Country, Figure, Finding, Intervention, Lesson, Provision, Source, Study


@dataclass(frozen=True, slots=True, kw_only=True)
class TableComparison:
    """A row of a table of the report: each number as printed and as computed from our data."""

    country: Country
    cells: list[tuple[int, int]]
    printed: int
    computed: int
    same: bool


def source_list_page() -> dict[str, Any]:
    """Return the documents, and apart from them what organisations submitted."""
    rows = Source.objects.of_published().order_by("-year", "title")
    return {
        "sources": [row for row in rows if row.kind != SourceKind.SUBMISSION],
        "submissions": [row for row in rows if row.kind == SourceKind.SUBMISSION],
    }


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many rows of a noun come from a source, and where exactly these stand; empty when they stand apart."""

    name: str
    number: int
    address: str = ""


def counts_of(source: Source) -> list[SourceCount]:
    """Count per noun what comes from a source; only what the public may see."""
    of_source = {"source": source.slug}
    counts = (
        SourceCount(_("Regelingen en loketten"), Provision.objects.filter(source=source).count(), "#provisions"),
        SourceCount(_("Aanpakken"), Intervention.objects.published().filter(source=source).count(), "#interventions"),
        SourceCount(
            _("Onderzoeken"),
            Study.objects.of_published().filter(source=source).count(),
            list_address("study-list", of_source),
        ),
        SourceCount(_("Bevindingen"), Finding.objects.of_published().filter(source=source).count()),
        SourceCount(_("Cijfers"), Figure.objects.of_published().filter(source=source).count(), "#figures"),
        SourceCount(
            _("Lessen"),
            Lesson.objects.of_published().filter(source=source).count(),
            list_address("lesson-list", of_source),
        ),
        SourceCount(_("Punten over landen"), ContextPoint.objects.filter(source=source).count()),
    )
    return [count for count in counts if count.number]


def compared_tables() -> list[TableComparison]:
    """Put tables 2.1 and 2.2 of the report beside what our data give."""
    computed = reconciliation.computed()
    countries = Country.objects.in_bulk(list(reconciliation.TABLE_2_2))
    return [
        TableComparison(
            country=countries[code],
            cells=list(zip(printed, computed[code], strict=True)),
            printed=reconciliation.TABLE_2_1[code],
            computed=sum(computed[code]),
            same=printed == computed[code] and reconciliation.TABLE_2_1[code] == sum(computed[code]),
        )
        for code, printed in reconciliation.TABLE_2_2.items()
        if code in countries
    ]


def source_page(source: Source) -> dict[str, Any]:
    """Return everything the page of a source shows."""
    published = Intervention.objects.published()
    is_document = source.kind != SourceKind.SUBMISSION
    interventions = published.filter(source=source) if is_document else from_sources(None, published, [source.slug])
    lessons = shown_lessons().filter(source=source)
    figures = Figure.objects.of_published().filter(source=source).with_subjects()
    return {
        "source": source,
        "counts": counts_of(source),
        "method_lessons": lesson_lines(lessons.filter(kind=LessonKind.METHOD)),
        "advice": numbered(source.slug),
        "lessons_address": list_address("lesson-list", {"source": source.slug}),
        "figures": [figure_row_with_subject(row) for row in figures],
        "provisions": lines_of(Q(source=source)),
        "interventions": interventions.described(),
        "mentioned": interventions.exclude(interventions.is_described()),
        "tables": compared_tables() if source.slug == reconciliation.SOURCE else [],
    }


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """List the documents, and apart from them what organisations submitted."""
    return render(request, "public/sources/list.html", source_list_page())


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one source with what comes from it; the Risbo report with its own tables beside the computed ones."""
    source = get_object_or_404(Source.objects.of_published(), slug=slug)
    return render(request, "public/sources/detail.html", source_page(source))
