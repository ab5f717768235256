"""Who wants to hear what changes."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone


def new_key() -> str:
    """Return a name for a follow that nobody guesses."""
    return secrets.token_urlsafe(18)


class Follow(models.Model):
    """An address that gets a letter when a record, or anything a question finds, changed. It needs no account.

    Exactly one of `intervention` and `question` (a query string of the list of interventions, “” is everything) says
    what. The links that confirm and stop it carry `key` with a signature of ours (`dialogue.following`), so that
    every letter can hold the link that stops it, and who reads this table still cannot make one.
    """

    email = models.EmailField(help_text="in small letters")
    intervention = models.ForeignKey(
        "evidence.Intervention", null=True, blank=True, on_delete=models.CASCADE, related_name="follows"
    )
    question = models.CharField(max_length=1000, null=True, blank=True)  # noqa: DJ001 — “” asks for everything, null for one record
    title = models.CharField(max_length=300, blank=True, help_text="what the question asks, in the words of the page")
    language = models.CharField(max_length=2, default="nl")
    key = models.CharField(max_length=24, unique=True, default=new_key)
    created = models.DateTimeField(default=timezone.now)
    confirmed = models.DateTimeField(null=True, blank=True)
    told_until = models.DateTimeField(default=timezone.now, help_text="changes up to here were told")
    told = models.DateTimeField(null=True, blank=True, help_text="when a letter last told anything of it")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(intervention__isnull=True) ^ Q(question__isnull=True),
                name="one_follows_a_record_or_a_question",
            ),
            models.UniqueConstraint(fields=["email", "intervention"], name="an_address_follows_a_record_once"),
            models.UniqueConstraint(fields=["email", "question"], name="an_address_follows_a_question_once"),
        )

    def __str__(self) -> str:
        return self.email

    @property
    def name(self) -> str:
        """Return what is followed, in words."""
        return self.intervention.name if self.intervention else self.title
