"""Letters, written in the transaction that they are about and sent after it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class LetterQuerySet(models.QuerySet):
    """What one may ask of the outbox: what is due, and what is in trouble."""

    def due(self, now: datetime) -> Self:
        """Return the letters that wait to be sent, the oldest first."""
        return self.filter(sent__isnull=True, gave_up__isnull=True, next_attempt__lte=now).order_by(
            "next_attempt", "pk"
        )

    def in_trouble(self) -> Self:
        """Return the letters that did not go at once: tried and waiting, or given up."""
        return self.filter(sent__isnull=True, attempts__gt=0)


class Letter(models.Model):
    """One letter to one address. A body that holds a secret is wiped when it was sent."""

    to = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
    holds_secret = models.BooleanField(default=False)
    about = models.CharField(max_length=12, blank=True, db_index=True, help_text="reference of a submission, if any")
    created = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=300, blank=True)
    sent = models.DateTimeField(null=True, blank=True)
    gave_up = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(
                fields=["next_attempt"], condition=Q(sent__isnull=True, gave_up__isnull=True), name="letter_to_send"
            ),
        )

    def __str__(self) -> str:
        return self.subject
