"""Lessons."""

from rest_framework.serializers import CharField, ChoiceField, SerializerMethodField

from api.reads import Read
from api.shapes.terms import ConceptReference
from evidence.choices import LessonKind
from evidence.models import Lesson as LessonRow


class LessonConcept(ConceptReference):
    """Een begrip bij een les, met de begrippenlijst: `party` is voor wie de les is, `building-block` de bouwsteen."""

    scheme = CharField(source="scheme.code")


class Lesson(Read):
    """Iets dat geleerd is: een werkzaam element, voorwaarde, belemmering, aanbeveling of aanpassing."""

    id = CharField(source="slug")
    kind = ChoiceField(LessonKind.choices)
    text = CharField(source="text_nl")
    textEn = CharField(source="text_en")
    concepts = LessonConcept(many=True, source="terms")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class LinkedLesson(Lesson):
    """Een les, met de interventies die haar laten zien."""

    interventions = SerializerMethodField("shown_by")

    @staticmethod
    def shown_by(lesson: LessonRow) -> list[str]:
        """Name the interventions that illustrate it."""
        return [intervention.slug for intervention in lesson.interventions.all()]
