"""What municipalities and others report about their own practice."""

from django.db import models
from django.db.models import F, Q

from evidence.models.sourced import Sourced


class Experience(Sourced):
    """A published report of practice on an intervention: the organisation's own statement, never part of a verdict."""

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="experiences")
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.PROTECT, related_name="experiences")
    place = models.CharField(max_length=200)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    entered = models.PositiveIntegerField(null=True, blank=True)
    left = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_6_months = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_12_months = models.PositiveIntegerField(null=True, blank=True)
    in_work_after_24_months = models.PositiveIntegerField(null=True, blank=True)
    cost_in_euro = models.PositiveIntegerField(null=True, blank=True)
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
        )

    def __str__(self) -> str:
        return f"{self.organisation} · {self.place}"
