"""Change what a member may do, or let a member go."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import MemberRole
from accounts.errors import RefusedError
from accounts.models import ApiToken, Membership, User
from accounts.permissions import is_admin, is_coordinator
from evidence.models import Organisation


def may_look_after(user: User, organisation: Organisation) -> bool:
    """Tell whether someone looks after the members of an organisation: its coordinators, and the admins."""
    return is_coordinator(user, organisation.pk) or is_admin(user)


def held(organisation: Organisation) -> Organisation:
    """Keep others from changing the members until the transaction ends, so that two coordinators cannot both go."""
    return Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)


def keep_a_coordinator(membership: Membership) -> None:
    """Raise RefusedError when nobody would look after the organisation without this member."""
    others = Membership.objects.coordinators().filter(organisation=membership.organisation_id).exclude(pk=membership.pk)
    if membership.role == MemberRole.COORDINATOR and not others.exists():
        raise RefusedError(_("Dit is de enige coördinator. Maak eerst iemand anders coördinator."))


@transaction.atomic
def change_member_role(membership: Membership, role: MemberRole, *, by: User) -> Membership:
    """Make an author coordinator, or the other way round; never the last coordinator."""
    if not may_look_after(by, membership.organisation):
        raise PermissionDenied
    held(membership.organisation)
    membership.refresh_from_db()
    if role != MemberRole.COORDINATOR:
        keep_a_coordinator(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: User) -> None:
    """Let a member go: their keys end.

    By who looks after the organisation, or by themselves; never the last coordinator.
    """
    if membership.user_id != by.pk and not may_look_after(by, membership.organisation):
        raise PermissionDenied
    held(membership.organisation)
    membership.refresh_from_db()
    keep_a_coordinator(membership)
    keys = ApiToken.objects.filter(
        user=membership.user_id, organisation=membership.organisation_id, revoked__isnull=True
    )
    keys.update(revoked=timezone.now())
    membership.delete()
