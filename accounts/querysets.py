"""Questions about people, invitations and keys."""

from typing import Self

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.utils import timezone

from accounts.choices import MemberRole, RequestState


class MembershipQuerySet(models.QuerySet):
    """Who acts for which organisation, and who looks after it."""

    def of(self, user: AbstractUser | AnonymousUser) -> Self:
        """Return the memberships of someone, with their organisations; a visitor has none."""
        return self.filter(user=user.pk).select_related("organisation")

    def coordinators(self) -> Self:
        """Return those who look after an organisation."""
        return self.filter(role=MemberRole.COORDINATOR)


class InvitationQuerySet(models.QuerySet):
    """Letters that make their readers members."""

    def open(self) -> Self:
        """Return what can still be accepted."""
        return self.filter(accepted__isnull=True, expires__gt=timezone.now())


class RequestQuerySet(models.QuerySet):
    """Organisations that want to take part."""

    def open(self) -> Self:
        """Return what waits for an answer, the oldest first."""
        return self.filter(state=RequestState.OPEN).select_related("asked_by").order_by("asked_at", "pk")


class TokenQuerySet(models.QuerySet):
    """Keys of the API, alive or not."""

    def live(self) -> Self:
        """Return the keys that open something.

        They are not revoked, not too old, and of someone who still acts for the organisation.
        """
        return self.filter(
            revoked__isnull=True,
            expires__gt=timezone.now(),
            user__is_active=True,
            organisation__takes_part=True,
            organisation__memberships__user=models.F("user"),
        )
