"""Someone is asked to act for an organisation, or for the editorial team."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.choices import EditorialRole, MemberRole
from accounts.querysets import InvitationQuerySet


class Invitation(models.Model):
    """A letter that makes its reader a member. Only a digest of its secret is kept; it works once, until `expires`."""

    email = models.EmailField()
    organisation = models.ForeignKey(
        "evidence.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    role = models.CharField(max_length=20, choices=MemberRole, default=MemberRole.AUTHOR)
    editorial_role = models.CharField(max_length=20, choices=EditorialRole, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invitations"
    )
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) ^ ~models.Q(editorial_role=""),
                name="an_invitation_is_for_an_organisation_or_the_editors",
            ),
        )

    def __str__(self) -> str:
        return self.email
