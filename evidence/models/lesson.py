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
    provisions = models.ManyToManyField("evidence.Provision", blank=True, related_name="lessons")
    countries = models.ManyToManyField("evidence.Country", blank=True, related_name="lessons")
    number = models.CharField(max_length=10, blank=True, help_text="of a recommendation, as printed")
    main = models.BooleanField(default=False, help_text="a recommendation of the first rank, with its parts under it")
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts")
    addressees_nl = models.CharField(
        max_length=300, blank=True, help_text="as printed; the terms hold the same as codes"
    )
    addressees_en = models.CharField(max_length=300, blank=True)

    text = Bilingual("text")
    addressees = Bilingual("addressees")

    objects = LessonQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=models.Q(kind__in=LessonKind.values), name="a_lesson_has_a_known_kind"),
        )

    def __str__(self) -> str:
        return self.slug
