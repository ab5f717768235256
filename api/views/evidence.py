"""Studies, findings, figures, lessons, provisions, and what changed."""

from django.db.models import QuerySet

from api.serializers.changes import ChangeSerializer
from api.serializers.findings import FigureSerializer, FindingSerializer
from api.serializers.lessons import LinkedLessonSerializer
from api.serializers.provisions import ProvisionRecordSerializer, ProvisionSerializer
from api.serializers.studies import StudySerializer
from api.views.base import ListView, NounView, RecordView
from evidence.filters import ChangeFilter, FigureFilter, FindingFilter, LessonFilter, ProvisionFilter, StudyFilter
from evidence.models import Figure, Finding, Lesson, Provision, RecordVersion, Study


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
    text = (
        "Niveaus in filters zijn de getelde niveaus: 0 telt als 1, 2_3 als 2; smsMax=0 geeft wat als 0 gedrukt is, en "
        "smsPrinted wat precies zo gedrukt is. counted=true geeft wat de bron in haar eigen tabellen meetelt."
    )


class StudyDetail(StudyView, RecordView[Study]):
    operation_id = "getStudy"
    summary = "Eén onderzoek"


class FindingList(ListView[Finding]):
    operation_id, tag = "listFindings", "findings"
    summary = "Uitkomsten, bereik en kosten zoeken en filteren"
    text = (
        "targetGroup is de groep die gemeten is, interventionTargetGroup voor wie de interventie is; "
        "country is het land van de interventie, evidenceCountry dat van het onderzoek. "
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
    text = (
        "addressee=everyone geeft de lessen die voor niemand in het bijzonder; kind=method zegt hoe de bron werkte. "
        "country is waar de les over gaat, of anders het land van zijn interventies."
    )
    filterset_class, serializer_class = LessonFilter, LinkedLessonSerializer

    def rows(self) -> QuerySet[Lesson]:
        """Bring along what a lesson shows."""
        return Lesson.objects.with_links()


class FigureView(NounView[Figure]):
    """What the list and the record of figures share."""

    tag = "figures"
    filterset_class, serializer_class = FigureFilter, FigureSerializer

    def rows(self) -> QuerySet[Figure]:
        """Bring along what a figure shows."""
        return Figure.objects.with_facts()


class FigureList(FigureView, ListView[Figure]):
    operation_id = "listFigures"
    summary = "Cijfers over het probleem of de omgeving zoeken en filteren"
    text = "Een cijfer is nooit een uitkomst van een interventie; die staan bij findings."


class FigureDetail(FigureView, RecordView[Figure]):
    operation_id = "getFigure"
    summary = "Eén cijfer"


class ProvisionView(NounView[Provision]):
    """What the list and the record of provisions share."""

    tag = "provisions"
    filterset_class = ProvisionFilter

    def rows(self) -> QuerySet[Provision]:
        """Bring along what a provision shows."""
        return Provision.objects.with_facts()


class ProvisionList(ProvisionView, ListView[Provision]):
    operation_id = "listProvisions"
    summary = "Regelingen en loketten zoeken en filteren"
    text = (
        "Wetten en regels, subsidies en fondsen, afspraken, loketten en websites die aanpakken gebruiken. "
        "Zij zijn zelf geen aanpak en hebben geen oordeel."
    )
    serializer_class = ProvisionSerializer


class ProvisionDetail(ProvisionView, RecordView[Provision]):
    operation_id = "getProvision"
    summary = "Eén regeling of loket"
    serializer_class = ProvisionRecordSerializer


class ChangeList(ListView[RecordVersion]):
    operation_id, tag = "listChanges", "changes"
    summary = "Wat er veranderde, wanneer en waarom"
    text = "De laatste verandering eerst."
    filterset_class, serializer_class = ChangeFilter, ChangeSerializer

    def rows(self) -> QuerySet[RecordVersion]:
        """Leave the snapshots where they are."""
        return RecordVersion.objects.select_related("intervention").defer("snapshot")
