"""Give someone a role for the editorial team, or take it away."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.choices import EditorialRole
from accounts.errors import RefusedError
from accounts.models import User
from accounts.permissions import is_admin


@transaction.atomic
def appoint(user_email: str, role: EditorialRole, *, by: User | None) -> User:
    """Give the person with this verified address a role. `by` is an admin; None is whoever runs commands on the server.

    Raises RefusedError when nobody has this address, or when no admin would be left.
    """
    if by is not None and not is_admin(by):
        raise PermissionDenied
    # All admins are held, so that two of them cannot both go.
    admins = list(User.objects.select_for_update().filter(editorial_role=EditorialRole.ADMIN, is_active=True))
    found = User.objects.filter(emailaddress__email=user_email.strip().lower(), emailaddress__verified=True).first()
    if found is None:
        raise RefusedError(_("Er is geen account met dit bevestigde e-mailadres."))
    if by is not None and admins == [found] and role != EditorialRole.ADMIN:
        raise RefusedError(_("Dit is de enige beheerder. Wijs eerst een andere aan."))
    found.editorial_role = role
    found.save(update_fields=["editorial_role"])
    return found
