"""What an organisation was reminded of, so that it is asked once."""

from django.db import models
from django.db.models import Q, TextChoices
from django.utils import timezone


class Reminder(models.Model):
    """A letter about something that was due on a day."""

    class About(TextChoices):
        """What it reminded of: is the record still right, or are there results of the evaluation yet."""

        STILL_RIGHT = "still-right"
        RESULTS = "results"

    submission = models.ForeignKey("submissions.Submission", on_delete=models.CASCADE, related_name="reminders")
    about = models.CharField(max_length=20, choices=About)
    due = models.DateField()
    sent = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["submission", "about", "due"], name="an_organisation_is_reminded_once_of_a_day"
            ),
            models.CheckConstraint(
                condition=Q(about__in=("still-right", "results")), name="a_reminder_is_about_a_known_thing"
            ),
        )

    def __str__(self) -> str:
        return f"{self.about} {self.due}"
