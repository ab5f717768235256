"""What was decided about a submission, by whom and why. Nothing here is ever changed.

What someone did stays when they are erased; it then no longer says by whom.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from submissions.choices import MOVES, Aspect, Audience, Judgement, Move, State

REASONED = [move for move, rule in MOVES.items() if rule.needs_reason]


class Decision(models.Model):
    """One move: who, when, from, to and why.

    `answers` keeps what was submitted, for the difference with the next round.
    """

    submission = models.ForeignKey("submissions.Submission", on_delete=models.CASCADE, related_name="decisions")
    move = models.CharField(max_length=20, choices=Move)
    start = models.CharField(max_length=20, choices=State)
    end = models.CharField(max_length=20, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True)
    round = models.PositiveIntegerField(default=0)
    answers = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(move__in=Move.values), name="a_decision_has_a_known_move"),
            models.CheckConstraint(
                condition=~Q(move__in=REASONED) | ~Q(reason=""), name="a_decision_that_needs_a_reason_has_one"
            ),
        )

    def __str__(self) -> str:
        return f"{self.move}: {self.start} → {self.end}"


class Review(models.Model):
    """What a reviewer finds of one aspect in one round."""

    submission = models.ForeignKey("submissions.Submission", on_delete=models.CASCADE, related_name="reviews")
    round = models.PositiveIntegerField()
    aspect = models.CharField(max_length=20, choices=Aspect)
    judgement = models.CharField(max_length=10, choices=Judgement)
    comment = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["submission", "round", "aspect"], name="an_aspect_is_judged_once_a_round"),
            models.CheckConstraint(condition=Q(aspect__in=Aspect.values), name="a_review_has_a_known_aspect"),
            models.CheckConstraint(condition=Q(judgement__in=Judgement.values), name="a_review_has_a_known_judgement"),
            models.CheckConstraint(
                condition=Q(judgement=Judgement.YES) | ~Q(comment=""), name="a_review_that_is_not_yes_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.aspect}: {self.judgement}"


class Comment(models.Model):
    """A remark beside a submission, to its author or among reviewers."""

    submission = models.ForeignKey("submissions.Submission", on_delete=models.CASCADE, related_name="comments")
    audience = models.CharField(max_length=10, choices=Audience)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="a_comment_has_a_known_audience"),
        )

    def __str__(self) -> str:
        return self.text[:60]
