"""What we use of allauth that its documentation does not promise; nothing else imports any of it.

Adapters, forms, models and decorators are documented, and imported from where they are. The names here may change with
any version: tests/accounts/test_allauth_internals.py holds each to the way we use it, so that an upgrade fails there.
"""

from allauth.account import views as account_views
from allauth.account.authentication import get_authentication_records
from allauth.account.views import ConfirmEmailView
from allauth.core.internal.httpkit import clean_client_ip
from allauth.mfa.base import views as second_step_views
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.recovery_codes import views as recovery_code_views
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp import views as app_views
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn import views as key_views
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.socialaccount import views as social_views
from allauth.socialaccount.providers.openid_connect import views as openid_connect_views
from allauth.usersessions import views as session_views
from allauth.usersessions.internal.flows.sessions import end_sessions

__all__ = [
    "TOTP",
    "ActivateTOTPView",
    "AddWebAuthnView",
    "ConfirmEmailView",
    "RecoveryCodes",
    "account_views",
    "app_views",
    "clean_client_ip",
    "end_sessions",
    "format_hotp_value",
    "get_authentication_records",
    "hotp_value",
    "key_views",
    "openid_connect_views",
    "post_authentication",
    "recovery_code_views",
    "second_step_views",
    "session_views",
    "social_views",
    "yield_hotp_counters_from_time",
]
