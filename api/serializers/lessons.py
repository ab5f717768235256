"""Lessons."""

from rest_framework.serializers import CharField, ChoiceField, SerializerMethodField

from api.serializers.base import ReadSerializer
from api.serializers.terms import ConceptReferenceSerializer
from evidence.choices import LessonKind
from evidence.models import Lesson as LessonRow


class LessonConceptSerializer(ConceptReferenceSerializer):
    """Een begrip bij een les, met de begrippenlijst: `party` is voor wie de les is, `building-block` de bouwsteen."""

    scheme = CharField(source="scheme.code")


class LessonSerializer(ReadSerializer):
    """Iets dat geleerd is: een werkzaam element, voorwaarde, belemmering, aanbeveling of aanpassing."""

    id = CharField(source="slug")
    kind = ChoiceField(LessonKind.choices)
    text = CharField(source="text_nl")
    textEn = CharField(source="text_en")
    concepts = LessonConceptSerializer(many=True, source="terms")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class LinkedLessonSerializer(LessonSerializer):
    """Een les, met de interventies die haar laten zien."""

    interventions = SerializerMethodField("shown_by")

    @staticmethod
    def shown_by(lesson: LessonRow) -> list[str]:
        """Name the interventions that illustrate it."""
        return [intervention.slug for intervention in lesson.interventions.all()]
