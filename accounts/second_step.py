"""The second step of signing in: who has one, and whether it was used in this very session."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.mfa.adapter import get_adapter as get_second_step_adapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from accounts.allauth_internals import get_authentication_records
from accounts.models import User

SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
"""An app or a key. Recovery codes alone are none: they stand in for one of these."""


def has_second_step(user: User) -> bool:
    """Tell whether someone set up an app or a key."""
    return get_second_step_adapter().is_mfa_enabled(user, SECOND_STEPS)


def used_second_step(request: HttpRequest) -> bool:
    """Tell whether this person showed an app code, a key or a recovery code in this very session."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def second_step_address(request: HttpRequest) -> str:
    """Return the address where this person, who has a second step, shows it."""
    methods = get_account_adapter(request).get_reauthentication_methods(request.user)
    return next(method["url"] for method in methods if method["id"].startswith("mfa_reauthenticate"))
