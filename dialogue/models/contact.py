"""What organisations ask each other about a record."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from evidence.models import Organisation
from submissions.models.submission import new_reference


class ContactQuerySet(models.QuerySet):
    """What one may ask of conversations: whose they are, and who takes part in them."""

    def of_member(self, user: User) -> Self:
        """Return the conversations of someone's organisations, on either side.

        What is not here does not exist for them (404).
        """
        mine = user.memberships.values("organisation")
        return self.filter(Q(asker__in=mine) | Q(asked__in=mine))

    def with_sides(self) -> Self:
        """Bring along what a list prints."""
        return self.select_related("intervention", "asker", "asked")


class ContactRequest(models.Model):
    """An organisation asks another one about its record; neither sees an address."""

    reference = models.CharField(max_length=12, unique=True, default=new_reference)
    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="contact_requests")
    asker = models.ForeignKey("evidence.Organisation", on_delete=models.CASCADE, related_name="contact_asked")
    asked = models.ForeignKey("evidence.Organisation", on_delete=models.CASCADE, related_name="contact_received")
    subject = models.CharField(max_length=200)
    created = models.DateTimeField(default=timezone.now)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(asker=models.F("asked")), name="a_conversation_has_two_organisations"),
        )

    def __str__(self) -> str:
        return self.subject

    def other_side(self, organisation: Organisation) -> Organisation:
        """Return the organisation at the other end of the line."""
        return self.asked if organisation == self.asker else self.asker


class ContactMessage(models.Model):
    """One message in such a conversation."""

    request = models.ForeignKey(ContactRequest, on_delete=models.CASCADE, related_name="messages")
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text[:60]
