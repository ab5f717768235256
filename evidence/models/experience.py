"""What municipalities and others report about their own practice."""

from django.db import models
from django.db.models import F, Q

from evidence import moments
from evidence.choices import DatePrecision
from evidence.models.sourced import Sourced


class Experience(Sourced):
    """A published report of practice on an intervention: the organisation's own statement, never part of a verdict.

    Dates are the first day of what was told, as with an intervention. “Succes is meer dan plaatsing” (Risbo 2023,
    §5.2.1): `satisfaction` and `match` stand beside the numbers.
    """

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="experiences")
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.PROTECT, related_name="experiences")
    place = models.CharField(max_length=200)
    start = models.DateField()
    start_precision = models.PositiveSmallIntegerField(choices=DatePrecision, default=DatePrecision.DAY)
    end = models.DateField(null=True, blank=True)
    end_precision = models.PositiveSmallIntegerField(choices=DatePrecision, default=DatePrecision.DAY)
    entered = models.PositiveIntegerField(null=True, blank=True)
    left = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_6_months = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_12_months = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_24_months = models.PositiveIntegerField(null=True, blank=True)
    cost_in_euro = models.PositiveIntegerField(null=True, blank=True)
    satisfaction = models.TextField(blank=True)
    match = models.TextField(blank=True)
    adaptations = models.TextField(blank=True)
    lessons_learned = models.TextField(blank=True)
    would_do_again = models.BooleanField(null=True, blank=True)
    why_stopped = models.TextField(blank=True)

    class Meta(Sourced.Meta):
        ordering = ("-start", "pk")
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="an_experience_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(start_precision__in=DatePrecision.values, end_precision__in=DatePrecision.values),
                name="an_experience_has_known_precisions",
            ),
            models.UniqueConstraint(fields=["source"], name="a_source_reports_one_experience"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} · {self.place}"

    @property
    def start_text(self) -> str:
        """Return the start as precisely as it was told: `2016`, `2016-06` or `2016-06-01`."""
        return moments.written(self.start, self.start_precision)

    @property
    def end_text(self) -> str:
        """Return the end as precisely as it was told; empty when it goes on."""
        return moments.written(self.end, self.end_precision)
