"""Addresses to sign in and to look after an account: allauth's views and the names it knows them by, at our addresses.

No address ends in a slash. allauth's ways that we do not offer (codes by mail, telephones, old addresses) are not here.
"""

from django.urls import path, re_path

from accounts.allauth_internals import (
    account_views,
    app_views,
    key_views,
    recovery_code_views,
    second_step_views,
    session_views,
    social_views,
)
from accounts.views import oidc
from accounts.views.addresses import ConfirmAddress
from accounts.views.second_step import ActivateApp, AddKey
from accounts.views.sessions import end_session

urlpatterns = [
    path("login", account_views.login, name="account_login"),
    path("logout", account_views.logout, name="account_logout"),
    path("closed", account_views.account_inactive, name="account_inactive"),
    path("signup", account_views.signup, name="account_signup"),
    path("confirm", account_views.reauthenticate, name="account_reauthenticate"),
    path("email", account_views.email, name="account_email"),
    path("email/sent", account_views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)$", ConfirmAddress.as_view(), name="account_confirm_email"),
    path("password/change", account_views.password_change, name="account_change_password"),
    path("password/set", account_views.password_set, name="account_set_password"),
    path("password/reset", account_views.password_reset, name="account_reset_password"),
    path("password/reset/sent", account_views.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/done", account_views.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-\w]+)$",
        account_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-step", second_step_views.index, name="mfa_index"),
    path("second-step/login", second_step_views.authenticate, name="mfa_authenticate"),
    path("second-step/confirm", second_step_views.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app", ActivateApp.as_view(), name="mfa_activate_totp"),
    path("second-step/app/off", app_views.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/recovery-codes", recovery_code_views.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-step/recovery-codes/new",
        recovery_code_views.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-step/recovery-codes/download",
        recovery_code_views.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("second-step/keys", key_views.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/add", AddKey.as_view(), name="mfa_add_webauthn"),
    path("second-step/keys/login", key_views.login_webauthn, name="mfa_login_webauthn"),
    path("second-step/keys/confirm", key_views.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-step/keys/<int:pk>/name", key_views.edit_webauthn, name="mfa_edit_webauthn"),
    path("second-step/keys/<int:pk>/remove", key_views.remove_webauthn, name="mfa_remove_webauthn"),
    path("sessions", session_views.list_usersessions, name="usersessions_list"),
    path("sessions/<int:pk>/end", end_session, name="usersessions-end"),
    path("elsewhere", social_views.connections, name="socialaccount_connections"),
    path("elsewhere/cancelled", social_views.login_cancelled, name="socialaccount_login_cancelled"),
    path("elsewhere/failed", social_views.login_error, name="socialaccount_login_error"),
    path("elsewhere/signup", social_views.signup, name="socialaccount_signup"),
    path("elsewhere/<slug:provider_id>/login", oidc.login, name="openid_connect_login"),
    path("elsewhere/<slug:provider_id>/callback", oidc.callback, name="openid_connect_callback"),
]
