"""Documents that facts come from."""

from django.db import models

from evidence import moments
from evidence.choices import DatePrecision, SourceKind
from evidence.models.bilingual import Bilingual
from evidence.querysets import SourceQuerySet


class Source(models.Model):
    """A document: report, brochure, advice, project description, or an organisation's own submission."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    authors = models.JSONField(default=list, blank=True, help_text="“Family, Given”, or the name of an institution")
    publisher = models.CharField(max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    language = models.CharField(max_length=8)
    kind = models.CharField(max_length=30, choices=SourceKind)
    url = models.URLField(max_length=500, blank=True)
    as_of = models.DateField(null=True, blank=True, help_text="the day of the states that it states; its first day")
    as_of_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    note = Bilingual("note")

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=SourceKind.values), name="a_source_has_a_known_kind"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def as_of_text(self) -> str:
        """Return the day of the states that it states, as precisely as known."""
        return moments.written(self.as_of, self.as_of_precision)
