"""What is concluded, kept for speed. `verdicts.rebuild` is the only writer; `verify_derived` proves it."""

from django.db import models

from evidence.choices import Direction


class Verdict(models.Model):
    """Direction and certainty for one intervention and one success measure.

    Without a measure, for the record as a whole.
    """

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="verdicts")
    measure = models.ForeignKey(
        "evidence.Term", null=True, blank=True, on_delete=models.CASCADE, related_name="verdicts"
    )
    direction = models.CharField(max_length=20, choices=Direction)
    sms_highest = models.PositiveSmallIntegerField(null=True, blank=True)
    study_count = models.PositiveSmallIntegerField(default=0)
    finding_count = models.PositiveSmallIntegerField(default=0)
    part_study_count = models.PositiveSmallIntegerField(
        default=0, help_text="without a measure: how many studies are about parts of this programme"
    )
    inferred = models.BooleanField(default=False, help_text="that a finding of it comes from its study is our reading")
    evidence_countries = models.JSONField(default=list, blank=True, help_text="codes of the countries of its studies")

    class Meta:
        ordering = ("measure__position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["intervention", "measure"], name="a_measure_of_an_intervention_has_one_verdict"
            ),
            models.UniqueConstraint(
                fields=["intervention"],
                condition=models.Q(measure__isnull=True),
                name="an_intervention_has_one_verdict_without_measure",
            ),
            models.CheckConstraint(
                condition=models.Q(direction__in=Direction.values), name="a_verdict_has_a_known_direction"
            ),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id} {self.measure_id} {self.direction}"
