"""Forget a person. `dialogue.erasure` forgets them in what they wrote; the command `erase_person` does both."""

from importlib import import_module

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import Invitation, User
from accounts.permissions import is_admin
from evidence.models import Organisation


def addresses_of(user: User) -> list[str]:
    """List every address that we know of someone."""
    return sorted({user.email, *EmailAddress.objects.filter(user=user).values_list("email", flat=True)})


def end_sessions(user: User) -> None:
    """Sign someone out everywhere. Sessions do not say whose they are, so each is read."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            store(session.session_key).delete()


@transaction.atomic
def erase_person(user: User, *, by: User | None) -> None:
    """Remove an account and all that hangs on it.

    That is: addresses, second steps, sessions, memberships, keys, requests, invitations.

    `by` is the person or an admin; None is whoever runs commands on the server. What was done in a role (an answer to a
    request, an invitation that was sent) stays, without saying by whom.
    """
    if by is not None and by.pk != user.pk and not is_admin(by):
        raise PermissionDenied
    addresses = addresses_of(user)
    end_sessions(user)
    Invitation.objects.filter(email__in=addresses).delete()
    EmailAddress.objects.filter(email__in=addresses).delete()
    Organisation.objects.filter(contact_email__in=addresses).update(contact_email="")
    user.delete()
