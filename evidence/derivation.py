"""What follows from the facts, brought in line after they changed: verdicts, versions, search, and the state of the
catalogue.

Everything here is called inside the transaction that changed the facts.
"""

from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from evidence import programmes, search, snapshots, verdicts
from evidence.documents import all_documents, documents_about
from evidence.models import CatalogueVersion, Figure, Intervention, Lesson, SearchDocument, Study

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
    parts_of = programmes.parts_of_wholes() if record.part_of_id or record.has_parts else {}
    wholes = programmes.wholes_of(record.pk, parts_of)
    above = Intervention.objects.for_verdicts().filter(pk__in=wholes) if wholes else ()
    verdicts.rebuild([record, *above], parts_of)
    snapshots.record([record], note_nl=note.dutch, note_en=note.english, at=timezone.now())
    _index(record)
    CatalogueVersion.advance()


def _index(record: Intervention) -> None:
    """Make the documents of a record anew, and those of its studies, lessons and figures; what no longer exists leaves
    the index.
    """
    about = {
        Subject.INTERVENTION: [record.pk],
        Subject.STUDY: [row.pk for row in record.studies.all()],
        Subject.LESSON: [row.pk for row in record.lessons.all()],
        Subject.FIGURE: [row.pk for row in record.figures.all()],
    }
    stale = Q()
    for subject, pks in about.items():
        stale |= Q(subject=subject, subject_id__in=pks)
    for model, subject in ((Study, Subject.STUDY), (Lesson, Subject.LESSON), (Figure, Subject.FIGURE)):
        stale |= Q(subject=subject) & ~Q(subject_id__in=model._default_manager.values("pk"))
    search.replace(SearchDocument.objects.filter(stale), list(documents_about(record)))
