"""Keys with which an organisation's own systems use the API."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.choices import TokenScope
from accounts.querysets import TokenQuerySet


class ApiToken(models.Model):
    """A key of one person for one organisation. Only a digest is kept: the key itself is shown once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    organisation = models.ForeignKey("evidence.Organisation", on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    start = models.CharField(max_length=12, help_text="the first characters, to recognise it by")
    scope = models.CharField(max_length=10, choices=TokenScope, default=TokenScope.READ)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    last_used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(scope__in=TokenScope.values), name="a_token_has_a_known_scope"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.start}…)"
