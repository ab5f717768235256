"""Interventions: as a card in a list, and as a whole record."""

from collections import defaultdict

from django.utils import translation
from rest_framework.serializers import (
    BooleanField,
    CharField,
    ChoiceField,
    DateTimeField,
    DictField,
    IntegerField,
    ListField,
    SerializerMethodField,
)

from api.serializers.base import AddressField, OptionalTextField, ReadSerializer, attach
from api.serializers.changes import VersionSerializer
from api.serializers.experiences import ExperienceSerializer
from api.serializers.findings import FigureSerializer, FindingSerializer
from api.serializers.lessons import LessonSerializer
from api.serializers.organisations import ParticipantSerializer, UnnamedPartySerializer
from api.serializers.passages import AmendmentSerializer, PassageSerializer
from api.serializers.provisions import ProvisionReferenceSerializer
from api.serializers.states import StatedSerializer
from api.serializers.studies import StudySerializer
from api.serializers.terms import ClassificationSerializer, ConceptReferenceSerializer, SchemeClassificationSerializer
from evidence import levels, programmes, states, verdicts
from evidence.choices import Blank, Direction, EditorialState, InterventionKind, LifeStatus, Scale, Scope
from evidence.filters.base import camel
from evidence.models import Intervention, Verdict


class VerdictSerializer(ReadSerializer):
    """Wat er te zeggen is over een interventie en een succesmaat: de richting, en hoe zeker die is."""

    measure = CharField(
        source="measure.code", allow_null=True, help_text="De succesmaat; leeg als er geen uitkomsten zijn."
    )
    direction = ChoiceField(Direction.choices)
    smsHighest = IntegerField(source="sms_highest", allow_null=True)
    studyCount = IntegerField(source="study_count")
    findingCount = IntegerField(source="finding_count")
    partStudyCount = IntegerField(
        source="part_study_count",
        help_text="Onderzoeken naar de delen van een programma zonder eigen uitkomsten.",
    )
    inferred = BooleanField(
        help_text="Of het onze lezing is dat een bevinding uit een bepaald onderzoek komt (studyInferred)."
    )
    evidenceCountries = ListField(
        source="evidence_countries", child=CharField(), help_text="De landen van de onderzoeken, als code."
    )


def _words(row: Intervention, verdict: Verdict | None, language: str) -> str | None:
    """Say the verdict that comes first in a language."""
    with translation.override(language):
        return states.verdict_words(verdict, row.studies.all()) if verdict else None


class PartVerdictSerializer(VerdictSerializer):
    """Wat er te zeggen is over een deel van een programma."""

    intervention = CharField(source="intervention.slug")


class PartsFoundSerializer(ReadSerializer):
    """Wat de delen van een programma vonden; het programma zelf krijgt daarmee geen oordeel."""

    parts = IntegerField(help_text="Aantal delen, ook delen van delen.")
    studies = IntegerField(help_text="Aantal onderzoeken naar een of meer delen.")
    verdicts = PartVerdictSerializer(many=True)


class DurationSerializer(ReadSerializer):
    """Hoeveel maanden het voor één deelnemer duurt."""

    min = IntegerField(source="duration_min", allow_null=True)
    max = IntegerField(source="duration_max", allow_null=True, help_text="Leeg als het één getal is.")


class InterventionCardSerializer(StatedSerializer):
    """Een interventie in het kort. Begrippen staan er met de bron die ze toekent."""

    id = CharField(source="slug")
    url = AddressField("api-intervention-detail", "slug")
    name = CharField(help_text="De oorspronkelijke naam.")
    nameNl = CharField(source="name_nl")
    nameEn = CharField(source="name_en")
    aliases = ListField(child=CharField())
    country = CharField(source="country_id", allow_null=True, help_text="Het belangrijkste land (ISO 3166-1).")
    countries = SerializerMethodField("all_countries", help_text="Alle landen.")
    place = OptionalTextField()
    scope = ChoiceField(Scope.choices)
    scale = ChoiceField(Scale.choices)
    status = ChoiceField(LifeStatus.choices)
    kind = ChoiceField(InterventionKind.choices)
    start = OptionalTextField(source="start_text", help_text="Zo precies als de bron: 2016, 2016-06 of 2016-06-01.")
    end = OptionalTextField(source="end_text", help_text="Zo precies als de bron.")
    described = BooleanField(
        help_text="Of er meer van bekend is dan een naam. Wat alleen genoemd wordt, telt niet mee als bewijs."
    )
    duration = DurationSerializer(source="has_duration", allow_null=True)
    intensity = OptionalTextField(source="intensity_nl")
    intensityEn = OptionalTextField(source="intensity_en")
    types = ClassificationSerializer(many=True, source="by_scheme.intervention-type")
    targetGroups = ClassificationSerializer(many=True, source="by_scheme.target-group")
    components = ClassificationSerializer(many=True, source="by_scheme.component")
    successMeasures = ConceptReferenceSerializer(
        many=True, source="measures", help_text="De succesmaten waarover er uitkomsten zijn."
    )
    buildingBlocks = ClassificationSerializer(many=True, source="by_scheme.building-block")
    sectors = ClassificationSerializer(many=True, source="by_scheme.sector")
    careerMoments = ClassificationSerializer(many=True, source="by_scheme.career-moment")
    pillars = ClassificationSerializer(many=True, source="by_scheme.pillar")
    lloStages = ClassificationSerializer(many=True, source="by_scheme.llo-stage")
    funding = ClassificationSerializer(many=True, source="by_scheme.funding")
    steering = ClassificationSerializer(many=True, source="by_scheme.steering")
    categories = ClassificationSerializer(many=True, source="by_scheme.trajectory-category")
    smsHighest = IntegerField(
        source="sms_highest",
        allow_null=True,
        help_text="Het hoogste niveau van zijn onderzoeken: 2_3 telt als 2; een gedrukte 0 (geen onderzoek) blijft 0.",
    )
    smsPrinted = OptionalTextField(
        source="sms_printed", help_text="Het hoogste niveau zoals de bron het drukt: 0, 0_1, 2_3, 5."
    )
    smsDistribution = SerializerMethodField(
        "distribution", help_text="Onderzoeken per niveau zoals gedrukt; unrated is niet beoordeeld."
    )
    headline = CharField(
        source="first.measure.code",
        allow_null=True,
        help_text="De succesmaat die een kaart toont: waar de interventie over gaat, anders eerst werk.",
    )
    verdictText = OptionalTextField(
        source="words_nl",
        help_text="Het oordeel in woorden van vandaag: “Onderzoek loopt” alleen zolang het einde nog komt.",
    )
    verdictTextEn = OptionalTextField(source="words_en")
    verdicts = VerdictSerializer(many=True)
    studyCount = SerializerMethodField("study_count")
    findingCount = IntegerField(source="finding_count")
    experienceCount = IntegerField(
        source="experience_count", help_text="Praktijkervaringen; ze tellen nooit mee als bewijs."
    )
    selfReported = BooleanField(
        source="is_self_reported",
        help_text="Of alles eigen opgave van de organisatie is, zonder onderzoek met een niveau.",
    )
    source = CharField(source="source.slug", help_text="De bron die de interventie beschrijft.")
    locator = CharField(help_text="De plaats in de bron.")
    modified = DateTimeField()

    @classmethod
    def prepare(cls, row: Intervention) -> Intervention:
        """Sort the terms by their scheme, once for all fields."""
        by_scheme = defaultdict(list)
        for classification in row.classifications.all():
            by_scheme[classification.term.scheme.code].append(classification)
        found = row.verdicts.all()
        first = verdicts.headline(found, row.headline_id)
        return attach(
            row,
            by_scheme=by_scheme,
            measures=[verdict.measure for verdict in found if verdict.measure],
            first=first,
            words_nl=_words(row, first, "nl"),
            words_en=_words(row, first, "en"),
            has_duration=row if row.duration_min is not None else None,
        )

    @staticmethod
    def all_countries(row: Intervention) -> list[str]:
        """Name the main country and the further ones."""
        main = [row.country_id] if row.country_id else []
        return main + [country.code for country in row.further_countries.all() if country.code != row.country_id]

    @staticmethod
    def distribution(row: Intervention) -> dict[str, int]:
        """Count the studies per level."""
        return levels.distribution(study.sms_printed for study in row.studies.all())

    @staticmethod
    def study_count(row: Intervention) -> int:
        """Count the studies."""
        return len(row.studies.all())


class InterventionRecordSerializer(InterventionCardSerializer):
    """Een interventie met alles wat we ervan weten. Waarom een veld leeg is, zegt `blanks`."""

    language = CharField(help_text="De taal van de oorspronkelijke naam.")
    summary = OptionalTextField(
        source="summary_nl", help_text="In onze woorden; leeg als de bron haar niet beschrijft."
    )
    summaryEn = OptionalTextField(source="summary_en")
    statusNote = OptionalTextField(source="status_note_nl")
    statusNoteEn = OptionalTextField(source="status_note_en")
    participants = IntegerField(allow_null=True)
    blanks = DictField(
        child=ChoiceField(Blank.choices),
        help_text="Waarom een veld leeg is: het staat niet in de bron (een lezer zocht het), of het past hier niet. "
        "Een leeg veld dat hier niet staat, hebben wij nog niet ingedeeld.",
    )
    locators = SerializerMethodField(
        "places_of_facts", help_text="De plaats in de bron van losse gegevens, als die anders is."
    )
    partOf = CharField(source="whole.slug", allow_null=True, help_text="Het programma waar zij deel van is.")
    parts = SerializerMethodField("slugs_of_parts", help_text="De interventies die er deel van zijn.")
    partsFound = PartsFoundSerializer(source="parts_found", allow_null=True)
    classifications = SchemeClassificationSerializer(many=True, help_text="Alle begrippen, ook die geen filter zijn.")
    organisations = ParticipantSerializer(many=True, source="participations")
    unnamedParties = UnnamedPartySerializer(many=True, source="unnamed_parties")
    provisions = ProvisionReferenceSerializer(many=True)
    studies = StudySerializer(many=True)
    findings = FindingSerializer(many=True)
    figures = FigureSerializer(many=True)
    lessons = LessonSerializer(many=True)
    experiences = ExperienceSerializer(many=True)
    passages = PassageSerializer(many=True, help_text="Wat organisaties zelf vertellen.")
    amendments = AmendmentSerializer(many=True, help_text="Wat een organisatie anders opgeeft dan de bron.")
    sources = SerializerMethodField("all_sources", help_text="Alle bronnen die iets over haar zeggen.")
    history = VersionSerializer(many=True, source="versions")

    @classmethod
    def prepare(cls, row: Intervention) -> Intervention:
        """Leave out a whole that the public may not see."""
        public = row.part_of and row.part_of.editorial_state == EditorialState.PUBLISHED
        row = super().prepare(row)
        return attach(row, whole=row.part_of if public else None, parts_found=programmes.found_by_parts(row))

    @staticmethod
    def places_of_facts(row: Intervention) -> dict[str, str]:
        """Say where single facts stand."""
        return {camel(field): place for field, place in row.places.items()}

    @staticmethod
    def slugs_of_parts(row: Intervention) -> list[str]:
        return [part.slug for part in row.parts.all()]

    @staticmethod
    def all_sources(row: Intervention) -> list[str]:
        """Name every source, the main one first."""
        facts = (
            row.classifications, row.participations, row.studies, row.findings, row.figures, row.lessons,
            row.experiences, row.passages, row.amendments, row.unnamed_parties,
        )  # fmt: skip
        return list(dict.fromkeys([row.source.slug, *(fact.source.slug for rows in facts for fact in rows.all())]))
