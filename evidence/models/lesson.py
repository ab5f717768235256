"""What was learned: working elements, conditions, barriers, recommendations."""

from django.db import models

from evidence.choices import LessonKind
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import LessonQuerySet


class Lesson(Sourced):
    """One thing learned. Its terms carry the addressee (scheme `party`), building block and the like."""

    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=LessonKind)
    text_nl = models.TextField()
    text_en = models.TextField()
    terms = models.ManyToManyField("evidence.Term", blank=True, related_name="lessons")
    interventions = models.ManyToManyField("evidence.Intervention", blank=True, related_name="lessons")

    text = Bilingual("text")

    objects = LessonQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=models.Q(kind__in=LessonKind.values), name="a_lesson_has_a_known_kind"),
        )

    def __str__(self) -> str:
        return self.slug
