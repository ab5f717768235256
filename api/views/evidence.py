"""Studies, findings, lessons, and what changed."""

from django.db.models import QuerySet

from api.serializers.changes import ChangeSerializer
from api.serializers.findings import FindingSerializer
from api.serializers.lessons import LinkedLessonSerializer
from api.serializers.studies import StudySerializer
from api.views.base import ListView, NounView, RecordView
from evidence.filters import ChangeFilter, FindingFilter, LessonFilter, StudyFilter
from evidence.models import Finding, Lesson, RecordVersion, Study


class StudyView(NounView[Study]):
    """What the list and the record of studies share."""

    tag = "studies"
    filterset_class, serializer_class = StudyFilter, StudySerializer

    def rows(self) -> QuerySet[Study]:
        """Bring along what a study shows."""
        return Study.objects.with_interventions()


class StudyList(StudyView, ListView[Study]):
    operation_id = "listStudies"
    summary = "Onderzoeken zoeken en filteren"
    text = "Niveaus in filters zijn de getelde niveaus. counted=true geeft wat de bron in haar eigen tabellen meetelt."


class StudyDetail(StudyView, RecordView[Study]):
    operation_id = "getStudy"
    summary = "Eén onderzoek"


class FindingList(ListView[Finding]):
    operation_id, tag = "listFindings", "findings"
    summary = "Uitkomsten, bereik en kosten zoeken en filteren"
    text = (
        "direction is wat de bron van dit ene resultaat zegt; "
        "het oordeel over een interventie staat bij de interventie (verdicts)."
    )
    filterset_class, serializer_class = FindingFilter, FindingSerializer

    def rows(self) -> QuerySet[Finding]:
        """Bring along what a finding shows."""
        return Finding.objects.with_facts()


class LessonList(ListView[Lesson]):
    operation_id, tag = "listLessons", "lessons"
    summary = "Lessen en aanbevelingen zoeken en filteren"
    filterset_class, serializer_class = LessonFilter, LinkedLessonSerializer

    def rows(self) -> QuerySet[Lesson]:
        """Bring along what a lesson shows."""
        return Lesson.objects.with_links()


class ChangeList(ListView[RecordVersion]):
    operation_id, tag = "listChanges", "changes"
    summary = "Wat er veranderde, wanneer en waarom"
    text = "De laatste verandering eerst."
    filterset_class, serializer_class = ChangeFilter, ChangeSerializer

    def rows(self) -> QuerySet[RecordVersion]:
        """Leave the snapshots where they are."""
        return RecordVersion.objects.select_related("intervention").defer("snapshot")
