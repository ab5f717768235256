"""What we use of allauth without its documentation promising it: each name, and the way we call or override it.

A new version of allauth that fails here wants a look at what we made of that name, before anything else is read.
"""

import ast
import inspect
from pathlib import Path

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.views.generic import FormView

from accounts import adapters, allauth_internals
from accounts.forms import account, second_step
from accounts.views.addresses import ConfirmAddress
from accounts.views.second_step import ActivateApp, AddKey

DOCUMENTED = {
    "allauth.account.adapter",
    "allauth.account.decorators",
    "allauth.account.forms",
    "allauth.account.models",
    "allauth.mfa.adapter",
    "allauth.mfa.base.forms",
    "allauth.mfa.models",
    "allauth.mfa.totp.forms",
    "allauth.mfa.webauthn.forms",
    "allauth.socialaccount.adapter",
    "allauth.socialaccount.forms",
    "allauth.socialaccount.models",
    "allauth.usersessions.models",
}
ONE_DOOR = Path("accounts/allauth_internals.py")
ROOMS = sorted(path for path in Path(settings.BASE_DIR).iterdir() if (path / "__init__.py").exists())
GIVEN = object()
"""Stands for whatever is handed over: only how many, and under which name, is looked at."""

CALLS = [
    # Of allauth_internals, each as it is called.
    (allauth_internals.clean_client_ip, 1, ()),
    (allauth_internals.end_sessions, 2, ()),
    (allauth_internals.format_hotp_value, 1, ()),
    (allauth_internals.get_authentication_records, 2, ()),
    (allauth_internals.hotp_value, 2, ()),
    (allauth_internals.openid_connect_views.callback, 2, ()),
    (allauth_internals.openid_connect_views.login, 2, ()),
    (allauth_internals.post_authentication, 2, ("reauthenticated",)),
    (allauth_internals.yield_hotp_counters_from_time, 0, ()),
    (allauth_internals.RecoveryCodes.activate, 1, ()),
    (allauth_internals.RecoveryCodes.get_unused_codes, 1, ()),
    (allauth_internals.TOTP.activate, 2, ()),
    (allauth_internals.TOTP.validate_code, 2, ()),
    # Of what is documented, methods that are not, or not with what they are given; `self` counts where it is not bound.
    (DefaultAccountAdapter.add_message, 4, ()),
    (DefaultAccountAdapter.get_client_ip, 2, ()),
    (DefaultAccountAdapter.get_reauthentication_methods, 2, ()),
    (DefaultAccountAdapter.send_account_already_exists_mail, 2, ()),
    (DefaultMFAAdapter.decrypt, 2, ()),
    (DefaultMFAAdapter.is_mfa_enabled, 3, ()),
    (DefaultMFAAdapter.validation_error, 2, ()),
    (DefaultSocialAccountAdapter.list_apps, 2, ()),
    (EmailAddress.objects.add_new_email, 3, ()),
    (EmailAddress.objects.get_primary_email, 1, ()),
    (UserSession.objects.purge_and_list, 1, ()),
    (UserSession.is_current, 1, ()),
    (Authenticator.wrap, 1, ()),
]
VIEWS = {
    "account_views": "login logout account_inactive signup reauthenticate email email_verification_sent "
    "password_change password_set password_reset password_reset_done password_reset_from_key "
    "password_reset_from_key_done",
    "app_views": "deactivate_totp",
    "key_views": "list_webauthn login_webauthn reauthenticate_webauthn edit_webauthn remove_webauthn",
    "openid_connect_views": "login callback",
    "recovery_code_views": "view_recovery_codes generate_recovery_codes download_recovery_codes",
    "second_step_views": "index authenticate reauthenticate",
    "session_views": "list_usersessions",
    "social_views": "connections login_cancelled login_error signup",
}
OURS = [
    adapters.AccountAdapter,
    adapters.OpenIdConnectAdapter,
    adapters.SecondStepAdapter,
    account.AddEmailForm,
    account.SignupForm,
    second_step.CredentialForm,
    ActivateApp,
    AddKey,
    ConfirmAddress,
]
NEW_IN_OURS = {"faults"}


def imports_of(path: Path) -> set[str]:
    """List what a file imports, each name in full."""
    return {
        f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


def is_documented(name: str) -> bool:
    """Tell whether a name is a documented module, or stands in one."""
    return not name.startswith("allauth") or bool({name, name.rpartition(".")[0]} & DOCUMENTED)


def parameters(function) -> list[str]:
    """Name what a method takes, without the underscore of what we do not use."""
    return [name.removeprefix("_") for name in inspect.signature(function).parameters]


def overridden() -> list:
    """Name every method of ours that stands in for one of theirs, with both."""
    return [
        pytest.param(method, getattr(super(kind, kind), name), id=f"{kind.__name__}.{name}")
        for kind in OURS
        for name, method in vars(kind).items()
        if inspect.isfunction(method) and not name.startswith("__") and name not in NEW_IN_OURS
    ]


def test_nothing_else_imports_what_is_not_documented():
    found = {
        str(path.relative_to(settings.BASE_DIR)): sorted(strange)
        for room in ROOMS
        for path in room.rglob("*.py")
        if path.relative_to(settings.BASE_DIR) != ONE_DOOR
        and (strange := [name for name in imports_of(path) if not is_documented(name)])
    }
    assert found == {}


def test_the_one_door_gives_out_what_it_names_and_is_held_to_all_of_it():
    tried = {call[0].__qualname__.split(".")[0] for call in CALLS} | set(VIEWS)
    classes = {"ActivateTOTPView", "AddWebAuthnView", "ConfirmEmailView"}
    assert set(allauth_internals.__all__) <= tried | classes


@pytest.mark.parametrize(("function", "count", "names"), CALLS, ids=lambda value: getattr(value, "__qualname__", ""))
def test_a_function_takes_what_we_give_it(function, count, names):
    inspect.signature(function).bind(*[GIVEN] * count, **dict.fromkeys(names, GIVEN))


@pytest.mark.parametrize(("module", "names"), VIEWS.items())
def test_a_view_that_has_an_address_of_ours_exists(module, names):
    found = getattr(allauth_internals, module)
    assert [name for name in names.split() if not callable(getattr(found, name, None))] == []


@pytest.mark.parametrize(("ours", "theirs"), overridden())
def test_what_we_put_in_the_place_of_theirs_takes_the_same(ours, theirs):
    mine, given = parameters(ours), parameters(theirs)
    assert mine == given or {"args", "kwargs"} <= set(given)


@pytest.mark.parametrize("kind", OURS[:3], ids=lambda kind: kind.__name__)
def test_every_message_that_we_word_is_one_that_they_say(kind):
    theirs = set(super(kind, kind).error_messages)
    assert [code for code in kind.error_messages if code not in theirs] == []


def test_the_views_that_we_change_are_forms_with_an_address_to_confirm():
    assert issubclass(allauth_internals.ActivateTOTPView, FormView)
    assert issubclass(allauth_internals.AddWebAuthnView, FormView)
    assert {"post", "get_context_data", "render_to_response"} <= set(dir(allauth_internals.ConfirmEmailView))


def test_an_address_is_read_and_a_code_is_the_one_of_the_standard():
    """RFC 4226, appendix D: the first codes of the secret “12345678901234567890”."""
    assert allauth_internals.clean_client_ip(" 192.0.2.1:443 ") == "192.0.2.1"
    assert allauth_internals.clean_client_ip("nonsense") is None
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    codes = [allauth_internals.format_hotp_value(allauth_internals.hotp_value(secret, count)) for count in range(3)]
    assert codes == ["755224", "287082", "359152"]
