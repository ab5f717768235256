"""What visitors say is wrong with a record."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from submissions.models.submission import new_reference


class CorrectionQuerySet(models.QuerySet):
    """What one may ask of corrections: which of them editors read."""

    def to_read(self) -> Self:
        """Return what editors read: what its sender confirmed; what waits for an answer first, the oldest first."""
        unanswered_first = (models.F("answered").asc(nulls_first=True), "confirmed", "pk")
        return (
            self.filter(confirmed__isnull=False)
            .select_related("intervention", "answered_by")
            .order_by(*unanswered_first)
        )


class Correction(models.Model):
    """“Klopt er iets niet?”: a remark of any visitor on a record.

    Editors read it after its sender confirmed the address. The address is only there to confirm and to answer: it is
    empty some time after the answer (`dialogue.retention`).
    """

    reference = models.CharField(max_length=12, unique=True, default=new_reference)
    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField()
    origin = models.CharField(max_length=500, blank=True, help_text="where the right fact stands")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="nl", help_text="of the letters to its sender")
    digest = models.CharField(max_length=64, unique=True, help_text="of the secret in the letter that asks to confirm")
    created = models.DateTimeField(default=timezone.now)
    confirmed = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered = models.DateTimeField(null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered__isnull=True) | ~Q(answer=""), name="an_answered_correction_has_an_answer"
            ),
            models.CheckConstraint(
                condition=Q(answered__isnull=True) | Q(confirmed__isnull=False),
                name="an_answered_correction_was_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(answered__isnull=False) | ~Q(email=""), name="a_correction_without_an_answer_has_an_address"
            ),
        )

    def __str__(self) -> str:
        return self.reference
