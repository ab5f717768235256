"""Who acts for which organisation."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.choices import MemberRole, RequestState
from accounts.querysets import MembershipQuerySet, RequestQuerySet
from evidence.choices import OrganisationKind


class Membership(models.Model):
    """Someone acts for an organisation that takes part (`evidence.Organisation.takes_part`)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=MemberRole, default=MemberRole.AUTHOR)
    since = models.DateTimeField(default=timezone.now)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("organisation__name", "user__email")
        constraints = (
            models.UniqueConstraint(fields=["user", "organisation"], name="someone_is_a_member_once"),
            models.CheckConstraint(condition=models.Q(role__in=MemberRole.values), name="a_member_has_a_known_role"),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation} ({self.role})"


class OrganisationRequest(models.Model):
    """An organisation asks to take part; an admin accepts, and the one who asked becomes its first coordinator."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=OrganisationKind)
    website = models.URLField(max_length=300, blank=True)
    reason = models.TextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="organisation_requests"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, choices=RequestState, default=RequestState.OPEN)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_requests"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    organisation = models.ForeignKey(
        "evidence.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=RequestState.values), name="a_request_has_a_known_state"
            ),
        )

    def __str__(self) -> str:
        return self.name
