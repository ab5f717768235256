"""What organisations made or changed, which no document may undo.

Rows whose source is a submission are never among the rows that the loader looks at. Here is what else it leaves alone.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import ProtectedError, Q, QuerySet

from evidence.choices import AmendedFact, EditorialState, SourceKind
from evidence.loading.reading import FixtureFault
from evidence.loading.writing import FixtureRow
from evidence.models import Amendment, Intervention, Organisation

FIELDS: dict[str, tuple[str, ...]] = {
    AmendedFact.SUMMARY: ("summary_nl",),
    AmendedFact.STATUS_NOTE: ("status_note_nl", "status_note_en"),
    AmendedFact.STATUS: ("status", "as_of", "as_of_precision"),
    AmendedFact.START: ("start", "start_precision"),
    AmendedFact.END: ("end", "end_precision"),
}
"""The fields of an intervention that hold a fact, where they have other names."""
SUBMITTED = {"source__kind": SourceKind.SUBMISSION}


def fields_of(fact: str) -> tuple[str, ...]:
    """Name the fields of an intervention that hold a fact."""
    return FIELDS.get(fact, (fact,))


def organisations_of_documents(rows: Sequence[FixtureRow]) -> tuple[list[FixtureRow], QuerySet, QuerySet]:
    """Return the rows to load, and the organisations that documents speak for.

    Also those of them that stay when no table names them. An organisation that takes part says itself who it is.
    One that submissions name stays.
    """
    documents = Organisation.objects.filter(takes_part=False)
    own = set(Organisation.objects.filter(takes_part=True).values_list("slug", flat=True))
    named = documents.filter(Q(participations__source__kind=SourceKind.SUBMISSION) | Q(experiences__isnull=False))
    return [row for row in rows if row.values["slug"] not in own], documents, named


def interventions_of_documents(rows: Sequence[FixtureRow]) -> tuple[list[FixtureRow], QuerySet, QuerySet]:
    """Return the rows to load, and the records that documents speak for.

    Also those of them that stay when no table names them. Archived records are left alone. A fact that an organisation
    amended keeps its new value. A record with an experience, or with anything else that an organisation said of it,
    stays. Notes a fault for a record that has the name of a submitted one.
    """
    submitted = Intervention.objects.filter(**SUBMITTED)
    taken = set(submitted.values_list("slug", flat=True))
    for row in rows:
        if row.values["slug"] in taken:
            row.line.fault(
                "name", f"“{row.values['slug']}” is already the record of a submission; give the file another name"
            )
    documents = Intervention.objects.exclude(**SUBMITTED).filter(editorial_state=EditorialState.PUBLISHED)
    archived = set(Intervention.objects.filter(editorial_state=EditorialState.ARCHIVED).values_list("slug", flat=True))
    amended: dict[str, set[str]] = defaultdict(set)
    for slug, fact in Amendment.objects.values_list("intervention__slug", "fact"):
        amended[slug].update(fields_of(fact))
    said = (
        Q(experiences__isnull=False)
        | Q(amendments__isnull=False)
        | Q(passages__isnull=False)
        | Q(classifications__source__kind=SourceKind.SUBMISSION)
        | Q(participations__source__kind=SourceKind.SUBMISSION)
        | Q(lessons__source__kind=SourceKind.SUBMISSION)
        | Q(studies__source__kind=SourceKind.SUBMISSION)
    )
    kept = [
        replace(
            row, values={name: value for name, value in row.values.items() if name not in amended[row.values["slug"]]}
        )
        for row in rows
        if row.values["slug"] not in archived
    ]
    return kept, documents, documents.filter(said)


def still_needed(error: ProtectedError) -> list[FixtureFault]:
    """Say what cannot be removed, because something that stays refers to it."""
    needed = {(row._meta.db_table, str(row)) for row in error.protected_objects}
    return [
        FixtureFault(
            table, 0, "", f"“{name}” refers to a row that no table names any more; it was submitted, or is kept"
        )
        for table, name in sorted(needed)
    ]
