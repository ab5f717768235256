"""Studies, findings, lessons, and what changed."""

from django.db.models import QuerySet

from api.serializers.changes import ChangeSerializer
from api.serializers.findings import FindingSerializer
from api.serializers.lessons import LinkedLessonSerializer
from api.serializers.studies import StudySerializer
from api.views.base import ListView, RecordView
from evidence import models
from evidence.filters import ChangeFilter, FindingFilter, LessonFilter, StudyFilter


class StudyList(ListView):
    """The list of studies."""

    operation, tag = "listStudies", "studies"
    summary = "Onderzoeken zoeken en filteren"
    text = "Niveaus in filters zijn de getelde niveaus. counted=true geeft wat de bron in haar eigen tabellen meetelt."
    filterset_class, shape = StudyFilter, StudySerializer

    def rows(self) -> QuerySet:
        """Bring along what a study shows."""
        return models.Study.objects.with_interventions()


class StudyDetail(RecordView):
    """One study."""

    operation, tag = "getStudy", "studies"
    summary = "Eén onderzoek"
    filterset_class, shape, rows = StudyFilter, StudySerializer, StudyList.rows


class FindingList(ListView):
    """The list of findings."""

    operation, tag = "listFindings", "findings"
    summary = "Uitkomsten, bereik en kosten zoeken en filteren"
    text = "direction is wat de bron van dit ene resultaat zegt; het oordeel over een interventie staat bij de interventie (verdicts)."
    filterset_class, shape = FindingFilter, FindingSerializer

    def rows(self) -> QuerySet:
        """Bring along what a finding shows."""
        return models.Finding.objects.with_facts()


class LessonList(ListView):
    """The list of lessons."""

    operation, tag = "listLessons", "lessons"
    summary = "Lessen en aanbevelingen zoeken en filteren"
    filterset_class, shape = LessonFilter, LinkedLessonSerializer

    def rows(self) -> QuerySet:
        """Bring along what a lesson shows."""
        return models.Lesson.objects.with_links()


class ChangeList(ListView):
    """What changed."""

    operation, tag = "listChanges", "changes"
    summary = "Wat er veranderde, wanneer en waarom"
    text = "De laatste verandering eerst."
    filterset_class, shape = ChangeFilter, ChangeSerializer

    def rows(self) -> QuerySet:
        """Leave the snapshots where they are."""
        return models.RecordVersion.objects.select_related("intervention").defer("snapshot")
