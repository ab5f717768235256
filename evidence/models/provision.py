"""What approaches use and are not themselves: laws and rules, funds, agreements, desks and websites."""

from django.db import models

from evidence import moments
from evidence.choices import DatePrecision, LifeStatus, ProvisionKind, Role, Scope
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import ProvisionQuerySet


class Provision(Sourced):
    """A provision (voorziening). It has no verdict and no part in the counts of evidence.

    What a fund spends or reaches are figures of it; until when it runs is its `end`. `places` is as with interventions.
    """

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300, help_text="the original name, as printed")
    language = models.CharField(max_length=8, help_text="of the original name")
    name_nl = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    sort_name = models.CharField(max_length=300, help_text="the name as words without accents, for the order of lists")
    aliases = models.JSONField(default=list, blank=True)
    summary_nl = models.TextField(blank=True, help_text="empty when the source does not describe it")
    summary_en = models.TextField(blank=True)
    country = models.ForeignKey(
        "evidence.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="provisions"
    )
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=ProvisionKind)
    scope = models.CharField(max_length=20, choices=Scope, default=Scope.UNKNOWN)
    status = models.CharField(max_length=20, choices=LifeStatus, default=LifeStatus.UNKNOWN)
    status_note_nl = models.TextField(blank=True)
    status_note_en = models.TextField(blank=True)
    start = models.DateField(null=True, blank=True)
    start_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    end_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    places = models.JSONField(default=dict, blank=True)
    interventions = models.ManyToManyField("evidence.Intervention", blank=True, related_name="provisions")

    name_translated = Bilingual("name")
    summary = Bilingual("summary")
    status_note = Bilingual("status_note")

    objects = ProvisionQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ("sort_name", "pk")
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=ProvisionKind.values), name="a_provision_has_a_known_kind"
            ),
            models.CheckConstraint(condition=models.Q(scope__in=Scope.values), name="a_provision_has_a_known_scope"),
            models.CheckConstraint(
                condition=models.Q(status__in=LifeStatus.values), name="a_provision_has_a_known_status"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def start_text(self) -> str:
        """Return the start as precisely as the source gives it: `2016`, `2016-06` or `2016-06-01`."""
        return moments.written(self.start, self.start_precision)

    @property
    def end_text(self) -> str:
        """Return the end as precisely as the source gives it."""
        return moments.written(self.end, self.end_precision)

    def place_of(self, field: str) -> str:
        """Return where in the source a single fact of this provision stands."""
        return self.places.get(field, self.locator)


class ProvisionTerm(Sourced):
    """A provision has a term, according to whom."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="classifications")
    term = models.ForeignKey("evidence.Term", on_delete=models.PROTECT, related_name="provision_classifications")

    class Meta(Sourced.Meta):
        ordering = ("term__position", "pk")
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["provision", "term", "source"], name="a_source_states_a_provision_term_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.provision_id} {self.term}"


class ProvisionRole(Sourced):
    """An organisation's role in a provision, according to a source."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "evidence.Organisation", on_delete=models.PROTECT, related_name="provision_participations"
    )
    role = models.CharField(max_length=20, choices=Role)

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["provision", "organisation", "role", "source"], name="a_source_states_a_provision_role_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="a_provision_role_is_a_known_role"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} ({self.role})"
