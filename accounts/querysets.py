"""Questions about people, invitations and keys."""

from django.db import models
from django.utils import timezone

from accounts.choices import MemberRole, RequestState


class MembershipQuerySet(models.QuerySet):
    """Who acts for whom."""

    def of(self, user):
        """Return the memberships of someone, with their organisations."""
        return self.filter(user=user.pk).select_related("organisation")

    def coordinators(self):
        """Return those who look after an organisation."""
        return self.filter(role=MemberRole.COORDINATOR)


class InvitationQuerySet(models.QuerySet):
    """Letters that make their readers members."""

    def open(self):
        """Return what can still be accepted."""
        return self.filter(accepted__isnull=True, expires__gt=timezone.now())


class RequestQuerySet(models.QuerySet):
    """Organisations that want to take part."""

    def open(self):
        """Return what waits for an answer, the oldest first."""
        return self.filter(state=RequestState.OPEN).select_related("asked_by").order_by("asked_at", "pk")


class TokenQuerySet(models.QuerySet):
    """Keys of the API."""

    def live(self):
        """Return the keys that open something: not revoked, not too old, of someone who still acts for the
        organisation.
        """
        return self.filter(
            revoked__isnull=True,
            expires__gt=timezone.now(),
            user__is_active=True,
            organisation__takes_part=True,
            organisation__memberships__user=models.F("user"),
        )
