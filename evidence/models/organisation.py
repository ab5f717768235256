"""Parties and what they do in an intervention."""

from django.db import models

from evidence.choices import OrganisationKind, Role
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import OrganisationQuerySet


class Organisation(models.Model):
    """A party. Never a person."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=OrganisationKind, default=OrganisationKind.UNKNOWN)
    country = models.ForeignKey(
        "evidence.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )

    takes_part = models.BooleanField(
        default=False, help_text="its people sign in and submit; it stays when no document names it"
    )
    contact_email = models.EmailField(blank=True, help_text="a functional mailbox; never shown, only mailed to")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values), name="an_organisation_has_a_known_kind"
            ),
        )

    def __str__(self) -> str:
        return self.name


class UnnamedParty(Sourced):
    """A role in an intervention of a party that the source does not name (“private investeerders”)."""

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="unnamed_parties")
    role = models.CharField(max_length=20, choices=Role)
    name_nl = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    name = Bilingual("name")

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        verbose_name_plural = "unnamed parties"
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["intervention", "role", "name_nl", "source"], name="a_source_states_an_unnamed_party_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="an_unnamed_party_has_a_known_role"),
        )

    def __str__(self) -> str:
        return f"{self.name_nl} ({self.role})"


class Participation(Sourced):
    """An organisation's role in an intervention, according to a source."""

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20, choices=Role)

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["intervention", "organisation", "role", "source"], name="a_source_states_a_participation_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="a_participation_has_a_known_role"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} ({self.role})"
