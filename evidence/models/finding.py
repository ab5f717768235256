"""Results: what a study or a source says happened."""

from decimal import Decimal
from typing import ClassVar

from django.db import models

from evidence.choices import Effect, FindingKind, Qualifier, Unit
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import FigureQuerySet, FindingQuerySet


class Measured(Sourced):
    """A sourced statement with, mostly, a number in it and something it is compared with."""

    slug = models.SlugField(max_length=120, unique=True)
    statement_nl = models.TextField()
    statement_en = models.TextField()
    qualifier = models.CharField(max_length=2, choices=Qualifier, blank=True)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    value_max = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    unit = models.CharField(max_length=20, choices=Unit, blank=True)
    comparator_value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    comparator_nl = models.CharField(max_length=300, blank=True)
    comparator_en = models.CharField(max_length=300, blank=True)
    printed_nl = models.CharField(max_length=80, blank=True, help_text="the number as the source says it: “een derde”")
    printed_en = models.CharField(max_length=80, blank=True)
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    statement = Bilingual("statement")
    comparator = Bilingual("comparator")
    printed = Bilingual("printed")
    note = Bilingual("note")

    class Meta(Sourced.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(
                    value__isnull=True, value_max__isnull=True, comparator_value__isnull=True, unit="", qualifier=""
                )
                | models.Q(value__isnull=False, unit__in=Unit.values, qualifier__in=Qualifier.values),
                name="a_number_of_a_%(class)s_has_a_unit",
            ),
            models.CheckConstraint(
                condition=models.Q(value_max__isnull=True) | models.Q(value_max__gt=models.F("value")),
                name="a_range_of_a_%(class)s_goes_up",
            ),
        )

    def __str__(self) -> str:
        return self.slug

    @property
    def difference(self) -> Decimal | None:
        """Return value minus comparator, in the same unit (percentages differ by percentage points)."""
        if self.value is None or self.comparator_value is None:
            return None
        return self.value - self.comparator_value


class Finding(Measured):
    """One result, reach or cost of one intervention.

    `direction` is what the source says of this one result; the verdict over several is made in `verdicts`.
    `self_reported` marks what the organisation says of itself; `illegible` what the source has but cannot be read.
    """

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="findings")
    study = models.ForeignKey(
        "evidence.Study", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    kind = models.CharField(max_length=10, choices=FindingKind)
    success_measure = models.ForeignKey(
        "evidence.Term", null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    direction = models.CharField(max_length=10, choices=Effect, blank=True)
    subgroup = models.ManyToManyField("evidence.Term", blank=True, related_name="findings_about")
    months_after = models.PositiveSmallIntegerField(null=True, blank=True)
    self_reported = models.BooleanField(default=False)
    illegible = models.BooleanField(default=False)
    study_inferred = models.BooleanField(
        default=False, help_text="that it comes from this study is our reading; the note says why"
    )

    objects = FindingQuerySet.as_manager()

    class Meta(Measured.Meta):
        ordering = ("pk",)
        constraints = (
            *Measured.Meta.constraints,
            models.CheckConstraint(condition=models.Q(kind__in=FindingKind.values), name="a_finding_has_a_known_kind"),
            models.CheckConstraint(
                condition=models.Q(direction__in=["", *Effect.values]), name="a_finding_has_a_known_direction"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=FindingKind.RESULT) | models.Q(success_measure__isnull=False),
                name="a_result_has_a_success_measure",
            ),
        )


class Figure(Measured):
    """A number about the problem or context of a country, group or pilot: never a result.

    `origin`: the source's own source.
    """

    country = models.ForeignKey(
        "evidence.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="figures"
    )
    intervention = models.ForeignKey(
        "evidence.Intervention", null=True, blank=True, on_delete=models.CASCADE, related_name="figures"
    )
    provision = models.ForeignKey(
        "evidence.Provision", null=True, blank=True, on_delete=models.CASCADE, related_name="figures"
    )
    terms = models.ManyToManyField("evidence.Term", blank=True, related_name="figures")
    period = models.CharField(max_length=80, blank=True)
    origin = models.CharField(max_length=500, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta(Measured.Meta):
        ordering = ("pk",)
