"""What a repeated request was answered the first time."""

from django.db import models
from django.utils import timezone


class IdempotencyKey(models.Model):
    """A write that was done, with its answer: the same key again gives the same answer and does nothing."""

    owner = models.CharField(max_length=40, help_text="whose key it is: a token, or a person who signed in")
    key = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=64, help_text="digest of what was asked")
    status = models.PositiveSmallIntegerField(default=0)
    answer = models.TextField(
        blank=True, help_text="as JSON; text, so that its fields keep their order on every database"
    )
    created = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "key"], name="an_idempotency_key_is_used_once"),)

    def __str__(self) -> str:
        return self.key
