"""Ask someone to act for an organisation or for the editorial team, and let them accept."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.members import may_look_after
from accounts.choices import EditorialRole, MemberRole
from accounts.errors import NoInvitationError, RefusedError
from accounts.models import Invitation, Membership, User
from accounts.permissions import is_admin
from accounts.secrets import digest_of, new_secret
from evidence.models import Organisation
from letters import letter

LASTS = timedelta(days=14)
LARGEST = 50
"""Open invitations of one organisation: nobody sends letters to half the country from here."""


def invite(email: str, organisation: Organisation, role: MemberRole, *, by: User) -> Invitation:
    """Ask someone to act for an organisation.

    Whether this address has an account here changes nothing, and is not told.

    Raises RefusedError for who is a member already, and when too many invitations are open.
    """
    if not organisation.takes_part or not may_look_after(by, organisation):
        raise PermissionDenied
    email = email.strip().lower()
    if Membership.objects.filter(organisation=organisation, user__email=email).exists():
        raise RefusedError(_("Deze persoon hoort al bij uw organisatie."))
    if Invitation.objects.open().filter(organisation=organisation).count() >= LARGEST:
        raise RefusedError(_("Er staan te veel uitnodigingen open. Trek eerst een oude in."))
    return _send(Invitation(email=email, organisation=organisation, role=role, invited_by=by))


def invite_editor(email: str, editorial_role: EditorialRole, *, by: User) -> Invitation:
    """Ask someone to join the editorial team in a role; only admins do."""
    if not is_admin(by):
        raise PermissionDenied
    return _send(Invitation(email=email.strip().lower(), editorial_role=editorial_role, invited_by=by))


@transaction.atomic
def _send(invitation: Invitation) -> Invitation:
    """Store an invitation in the place of an earlier one to the same address, and write the letter."""
    secret = new_secret()
    invitation.digest, invitation.expires = digest_of(secret), timezone.now() + LASTS
    earlier = Invitation.objects.filter(
        email=invitation.email, organisation=invitation.organisation, accepted__isnull=True
    )
    earlier.delete()
    invitation.save()
    letter.send(
        [invitation.email],
        "accounts/invitation" if invitation.organisation else "accounts/invitation_editors",
        holds_secret=True,
        invitation=invitation,
        address=letter.address_of("account-invitation", secret),
    )
    return invitation


def withdraw_invitation(invitation: Invitation, *, by: User) -> None:
    """Take an invitation back: its link does nothing any more."""
    organisation = invitation.organisation
    if not (may_look_after(by, organisation) if organisation else is_admin(by)):
        raise PermissionDenied
    Invitation.objects.filter(pk=invitation.pk, accepted__isnull=True).delete()


def _acceptable(secret: str, by: User) -> QuerySet[Invitation]:
    """Find the invitation with this secret, if it is open and for a confirmed address of this person; else nothing."""
    addresses = EmailAddress.objects.filter(user=by, verified=True).values("email")
    return (
        Invitation.objects.open()
        .filter(digest=digest_of(secret), email__in=addresses)
        .exclude(organisation__takes_part=False)
    )


def open_invitation(secret: str, *, by: User) -> Invitation:
    """Return the invitation that this person can accept with this secret.

    Raises NoInvitationError, and never tells why.
    """
    invitation = _acceptable(secret, by).select_related("organisation").first()
    if invitation is None:
        raise NoInvitationError(_("Deze uitnodiging werkt niet."))
    return invitation


@transaction.atomic
def accept_invitation(secret: str, *, by: User) -> Invitation:
    """Join the organisation or the editorial team that invited, once. A role that is already higher stays.

    Raises NoInvitationError as `open_invitation` does.
    """
    invitation = _acceptable(secret, by).select_for_update(of=("self",)).first()
    if invitation is None:
        raise NoInvitationError(_("Deze uitnodiging werkt niet."))
    invitation.accepted = timezone.now()
    invitation.save(update_fields=["accepted"])
    if invitation.organisation:
        _join(invitation, by)
    elif EditorialRole.values.index(invitation.editorial_role) > EditorialRole.values.index(by.editorial_role):
        by.editorial_role = invitation.editorial_role
        by.save(update_fields=["editorial_role"])
    return invitation


def _join(invitation: Invitation, by: User) -> None:
    """Make someone a member, or an author coordinator."""
    membership, new = Membership.objects.get_or_create(
        user=by, organisation=invitation.organisation, defaults={"role": invitation.role}
    )
    if not new and invitation.role == MemberRole.COORDINATOR:
        membership.role = invitation.role
        membership.save(update_fields=["role"])
