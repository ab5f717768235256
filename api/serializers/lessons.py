"""Lessons."""

from rest_framework.serializers import BooleanField, CharField, ChoiceField, SerializerMethodField

from api.serializers.base import OptionalTextField, ReadSerializer
from api.serializers.terms import ListedConceptSerializer
from evidence.choices import LessonKind
from evidence.models import Lesson as LessonRow


class LessonSerializer(ReadSerializer):
    """Iets dat geleerd is: een werkzaam element, voorwaarde, belemmering, aanbeveling of aanpassing.

    Zonder `party` in concepts is hij voor iedereen.
    """

    id = CharField(source="slug")
    kind = ChoiceField(LessonKind.choices)
    text = CharField(source="text_nl")
    textEn = CharField(source="text_en")
    number = OptionalTextField(help_text="Het nummer van een aanbeveling, zoals gedrukt.")
    main = BooleanField(help_text="Of het een hoofdaanbeveling is.")
    partOf = CharField(source="part_of.slug", allow_null=True, help_text="De hoofdaanbeveling waar zij onder valt.")
    addressees = OptionalTextField(
        source="addressees_nl", help_text="Voor wie zij is, zoals gedrukt; als codes staan ze in concepts (party)."
    )
    addresseesEn = OptionalTextField(source="addressees_en")
    countries = SerializerMethodField("codes_of_countries", help_text="Landen waar de les zelf over gaat.")
    provisions = SerializerMethodField("slugs_of_provisions", help_text="De voorzieningen waar zij over gaat.")
    concepts = ListedConceptSerializer(many=True, source="terms")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")

    @staticmethod
    def codes_of_countries(lesson: LessonRow) -> list[str]:
        return [country.code for country in lesson.countries.all()]

    @staticmethod
    def slugs_of_provisions(lesson: LessonRow) -> list[str]:
        return [provision.slug for provision in lesson.provisions.all()]


class LinkedLessonSerializer(LessonSerializer):
    """Een les, met de interventies die haar laten zien."""

    interventions = SerializerMethodField("shown_by")

    @staticmethod
    def shown_by(lesson: LessonRow) -> list[str]:
        """Name the interventions that illustrate it."""
        return [intervention.slug for intervention in lesson.interventions.all()]
