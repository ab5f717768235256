"""Studies, findings, lessons, and what changed."""

from django.db.models import QuerySet

from api.shapes.changes import Change
from api.shapes.findings import Finding
from api.shapes.lessons import LinkedLesson
from api.shapes.studies import Study
from api.views.doors import ListDoor, RecordDoor
from evidence import models
from evidence.filters import ChangeFilter, FindingFilter, LessonFilter, StudyFilter


class StudyList(ListDoor):
    """The list of studies."""

    operation, tag = "listStudies", "studies"
    summary = "Onderzoeken zoeken en filteren"
    text = "Niveaus in filters zijn de getelde niveaus. counted=true geeft wat de bron in haar eigen tabellen meetelt."
    filterset_class, shape = StudyFilter, Study

    def rows(self) -> QuerySet:
        """Bring along what a study shows."""
        return models.Study.objects.with_interventions()


class StudyDetail(RecordDoor):
    """One study."""

    operation, tag = "getStudy", "studies"
    summary = "Eén onderzoek"
    filterset_class, shape, rows = StudyFilter, Study, StudyList.rows


class FindingList(ListDoor):
    """The list of findings."""

    operation, tag = "listFindings", "findings"
    summary = "Uitkomsten, bereik en kosten zoeken en filteren"
    text = "direction is wat de bron van dit ene resultaat zegt; het oordeel over een interventie staat bij de interventie (verdicts)."
    filterset_class, shape = FindingFilter, Finding

    def rows(self) -> QuerySet:
        """Bring along what a finding shows."""
        return models.Finding.objects.with_facts()


class LessonList(ListDoor):
    """The list of lessons."""

    operation, tag = "listLessons", "lessons"
    summary = "Lessen en aanbevelingen zoeken en filteren"
    filterset_class, shape = LessonFilter, LinkedLesson

    def rows(self) -> QuerySet:
        """Bring along what a lesson shows."""
        return models.Lesson.objects.with_links()


class ChangeList(ListDoor):
    """What changed."""

    operation, tag = "listChanges", "changes"
    summary = "Wat er veranderde, wanneer en waarom"
    text = "De laatste verandering eerst."
    filterset_class, shape = ChangeFilter, Change

    def rows(self) -> QuerySet:
        """Leave the snapshots where they are."""
        return models.RecordVersion.objects.select_related("intervention").defer("snapshot")
