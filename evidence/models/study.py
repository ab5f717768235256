"""Reports about interventions, and how well they were designed."""

from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import gettext as _

from evidence import moments
from evidence.choices import DatePrecision, StudyKind, StudyStage
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import StudyQuerySet


class Study(Sourced):
    """A report about one or more interventions; `source` and `locator` say where it is named.

    The level belongs to the study, never to an intervention (Risbo 2023, §2.2). `sms_printed` is what the source
    prints; `sms_min`, `sms_max` and `sms_counted` follow from it by `levels.parse_level`. `counted` says whether the
    source counts the study in its own tables (2.1 and 2.2). Without a title the source prints only an address.
    """

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=500, blank=True)
    authors = models.JSONField(default=list, blank=True, help_text="“Family, Given”, or the name of an institution")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    container = models.CharField(max_length=300, blank=True, help_text="the journal, series or book it appeared in")
    volume = models.CharField(max_length=20, blank=True)
    issue = models.CharField(max_length=20, blank=True)
    pages = models.CharField(max_length=30, blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=700, blank=True)
    language = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=30, choices=StudyKind, default=StudyKind.UNKNOWN)
    stage = models.CharField(max_length=20, choices=StudyStage, default=StudyStage.PUBLISHED)
    design_nl = models.TextField(blank=True)
    design_en = models.TextField(blank=True)
    sms_printed = models.CharField(max_length=10, blank=True)
    sms_min = models.PositiveSmallIntegerField(null=True, blank=True)
    sms_max = models.PositiveSmallIntegerField(null=True, blank=True)
    sms_counted = models.PositiveSmallIntegerField(null=True, blank=True)
    counted = models.BooleanField(default=False)
    description_nl = models.CharField(max_length=300, blank=True, help_text="ours, for a study without a title")
    description_en = models.CharField(max_length=300, blank=True)
    due = models.DateField(
        null=True, blank=True, help_text="when its results were planned; the first day of what is known"
    )
    due_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    country = models.ForeignKey(
        "evidence.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="studies"
    )
    interventions = models.ManyToManyField("evidence.Intervention", blank=True, related_name="studies")

    design = Bilingual("design")
    description = Bilingual("description")
    note = Bilingual("note")

    objects = StudyQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        verbose_name_plural = "studies"
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=models.Q(kind__in=StudyKind.values), name="a_study_has_a_known_kind"),
            models.CheckConstraint(condition=models.Q(stage__in=StudyStage.values), name="a_study_has_a_known_stage"),
            models.CheckConstraint(
                condition=models.Q(sms_printed="", sms_min=None, sms_max=None, sms_counted=None)
                | models.Q(
                    sms_min__gte=0,
                    sms_max__gte=models.F("sms_min"),
                    sms_max__lte=5,
                    sms_counted__gte=1,
                    sms_counted__lte=5,
                )
                & ~models.Q(sms_printed=""),
                name="a_level_is_whole_or_absent",
            ),
            models.CheckConstraint(
                condition=models.Q(counted=False) | models.Q(sms_counted__isnull=False),
                name="a_counted_study_has_a_level",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.slug

    @property
    def due_text(self) -> str:
        """Return when its results were planned, as precisely as known."""
        return moments.written(self.due, self.due_precision)

    @property
    def display_title(self) -> str:
        """Return the title; without one our description, as a title without its full stop, or say that the source
        prints none.
        """
        if self.title or self.description:
            return self.title or self.description.removesuffix(".")
        host = urlsplit(self.url).hostname or ""
        return (
            _("Studie zonder titel in de bron (%(host)s)") % {"host": host}
            if host
            else _("Studie zonder titel in de bron")
        )
