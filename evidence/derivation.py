"""What follows from the facts, brought in line after they changed: verdicts, versions, search, and the state of the
catalogue.

Everything here is called inside the transaction that changed the facts.
"""

from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from evidence import search, snapshots, verdicts
from evidence.documents import all_documents, documents_about
from evidence.models import CatalogueVersion, Intervention, Lesson, SearchDocument, Study

Subject = SearchDocument.Subject


class Note(NamedTuple):
    """Why a record changed, as its history tells it."""

    dutch: str
    english: str


def all_records(note: Note, *, changed: bool) -> None:
    """Bring everything in line; when nothing `changed` and no record looks different, the catalogue stays as it is."""
    verdicts.rebuild()
    seen = snapshots.record(
        Intervention.objects.for_records(), note_nl=note.dutch, note_en=note.english, at=timezone.now()
    )
    if changed or seen:
        search.store(list(all_documents()))
        CatalogueVersion.advance()


def one_record(intervention: Intervention, note: Note) -> None:
    """Bring in line what follows from the facts of one record, published or archived; the rest is left as it is."""
    record = Intervention.objects.for_derivation().get(pk=intervention.pk)
    verdicts.rebuild([record])
    snapshots.record([record], note_nl=note.dutch, note_en=note.english, at=timezone.now())
    _index(record)
    CatalogueVersion.advance()


def _index(record: Intervention) -> None:
    """Make the documents of a record anew, with those of its studies and lessons; what is gone leaves the index."""
    stale = SearchDocument.objects.filter(
        Q(subject=Subject.INTERVENTION, subject_id=record.pk)
        | Q(subject=Subject.STUDY, subject_id__in=[row.pk for row in record.studies.all()])
        | Q(subject=Subject.LESSON, subject_id__in=[row.pk for row in record.lessons.all()])
        | Q(subject=Subject.STUDY) & ~Q(subject_id__in=Study.objects.values("pk"))
        | Q(subject=Subject.LESSON) & ~Q(subject_id__in=Lesson.objects.values("pk"))
    )
    search.replace(stale, list(documents_about(record)))
