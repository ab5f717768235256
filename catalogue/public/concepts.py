"""Terms that have a page or a heading of their own: their definitions, places, and the interventions that show them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from evidence.models import Classification, Intervention, Source, Term


@dataclass(frozen=True, slots=True)
class Example:
    """An intervention that a source counts to a term, why (`note`), and where."""

    intervention: Intervention
    note: str
    source: Source
    locator: str


def terms_of(scheme: str) -> QuerySet[Term]:
    """Return the terms of one scheme with their sources, in the order of the scheme."""
    return Term.objects.filter(scheme__code=scheme).select_related("source")


def examples_of(scheme: str) -> dict[str, list[Example]]:
    """Give each term of a scheme, by its code, the published interventions that a source counts to it, by name."""
    rows = (
        Classification.objects.filter(term__scheme__code=scheme, intervention__in=Intervention.objects.published())
        .select_related("intervention__country", "term", "source")
        .order_by("intervention__sort_name", "pk")
    )
    examples: dict[str, list[Example]] = defaultdict(list)
    for row in rows:
        examples[row.term.code].append(Example(row.intervention, row.note, row.source, row.locator))
    return examples
