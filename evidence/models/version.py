"""Which state the public knowledge is in, and what each record looked like before."""

import uuid

from django.db import models
from django.utils import timezone


class CatalogueVersion(models.Model):
    """One row: the state of the public knowledge. Every answer can be kept for as long as `token` stays the same."""

    number = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.number}"

    @classmethod
    def current(cls) -> "CatalogueVersion":
        """Return the present state; before anything was loaded, an unsaved zero."""
        return cls.objects.filter(pk=1).first() or cls._before_the_first()

    @classmethod
    def hold(cls) -> "CatalogueVersion":
        """Keep others from changing public knowledge until the transaction ends; return its present state."""
        return cls.objects.select_for_update().filter(pk=1).first() or cls._before_the_first()

    @classmethod
    def _before_the_first(cls) -> "CatalogueVersion":
        return cls(pk=1, number=0, token="empty", changed_at=timezone.now())  # noqa: S106 — not a secret

    @classmethod
    def advance(cls) -> None:
        """Say that public knowledge changed; call inside the transaction that changes it.

        The token is random, so that a rolled-back state never shares its token with a later one.
        """
        state = {"token": uuid.uuid4().hex, "changed_at": timezone.now()}
        if not cls.objects.filter(pk=1).update(number=models.F("number") + 1, **state):
            cls.objects.create(pk=1, number=1, **state)


class RecordVersion(models.Model):
    """A published state of one intervention with all its facts, as a snapshot; why and when it came to be."""

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    changed = models.JSONField(default=list, help_text="names of the parts that differ from the version before")
    note_nl = models.CharField(max_length=300)
    note_en = models.CharField(max_length=300)
    created = models.DateTimeField()

    class Meta:
        ordering = ("-created", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["intervention", "number"], name="versions_of_a_record_are_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id} v{self.number}"
