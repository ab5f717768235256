"""A proposal by an organisation. Nothing that reads `evidence` can see it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from submissions.choices import EDITABLE, Kind, State, Tier
from submissions.querysets import SubmissionQuerySet

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Characters of a reference: none that is read as another."""


def new_reference() -> str:
    """Return a reference that nobody can guess the next of."""
    return "W-" + "".join(secrets.choice(LETTERS) for _ in range(8))


class Submission(models.Model):
    """A new initiative, a change to a record, or an experience with one.

    `answers` maps the code of a question (`submissions.questions`) to its answer as plain JSON; an unanswered question
    is absent. `version` counts the saves: who saves must name the version they read. `round` counts how often it was
    submitted. `intervention` is the record that a change or an experience is about, and the record that a new
    initiative became. `due` is the day before which the organisation was promised to hear something.
    """

    reference = models.CharField(max_length=12, unique=True, default=new_reference)
    kind = models.CharField(max_length=20, choices=Kind)
    tier = models.CharField(max_length=20, choices=Tier, default=Tier.REPORT)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.PROTECT, related_name="submissions")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        help_text="who started it",
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviewing"
    )
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="+",
        help_text="who wrote in it for the organisation; they never review it",
    )
    intervention = models.ForeignKey(
        "evidence.Intervention", null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions"
    )
    answers = models.JSONField(default=dict, blank=True)
    base = models.JSONField(
        default=dict, blank=True, help_text="what was published when a change was started, as answers"
    )
    version = models.PositiveIntegerField(default=1)
    round = models.PositiveIntegerField(default=0)
    permission = models.BooleanField(
        default=False, help_text="the organisation allowed publication when it last submitted"
    )
    created = models.DateTimeField(default=timezone.now)
    saved = models.DateTimeField(default=timezone.now)
    submitted = models.DateTimeField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    confirmed = models.DateField(
        null=True, blank=True, help_text="when the organisation last said that the record is still right"
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ("-saved", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_submission_has_a_known_kind"),
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="a_submission_has_a_known_tier"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_submission_has_a_known_state"),
            models.CheckConstraint(
                condition=~Q(state=State.IN_REVIEW) | Q(submitted__isnull=False), name="what_is_in_review_was_submitted"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def title(self) -> str:
        """Return the name it has so far; empty when none was given yet."""
        if self.kind == Kind.NEW or not self.intervention:
            return self.answers.get("name", "")
        return self.intervention.name

    @property
    def is_editable(self) -> bool:
        """Tell whether the organisation can change its answers now."""
        return self.state in EDITABLE
