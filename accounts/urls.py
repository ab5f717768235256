"""Addresses to sign in and to look after an account: allauth's views and the names it knows them by, at our addresses.

No address ends in a slash. allauth's ways that we do not offer (codes by mail, telephones, old addresses) are not here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from allauth.socialaccount import views as social
from allauth.usersessions import views as sessions
from django.urls import path, re_path

from accounts import elsewhere
from accounts.addresses import ConfirmAddress
from accounts.second_step import ActivateApp, AddKey
from accounts.sessions import end_session

urlpatterns = [
    path("login", account.login, name="account_login"),
    path("logout", account.logout, name="account_logout"),
    path("closed", account.account_inactive, name="account_inactive"),
    path("signup", account.signup, name="account_signup"),
    path("confirm", account.reauthenticate, name="account_reauthenticate"),
    path("email", account.email, name="account_email"),
    path("email/sent", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)$", ConfirmAddress.as_view(), name="account_confirm_email"),
    path("password/change", account.password_change, name="account_change_password"),
    path("password/set", account.password_set, name="account_set_password"),
    path("password/reset", account.password_reset, name="account_reset_password"),
    path("password/reset/sent", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/done", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-\w]+)$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-step", second_step.index, name="mfa_index"),
    path("second-step/login", second_step.authenticate, name="mfa_authenticate"),
    path("second-step/confirm", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app", ActivateApp.as_view(), name="mfa_activate_totp"),
    path("second-step/app/off", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/recovery-codes", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-step/recovery-codes/new", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second-step/recovery-codes/download", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("second-step/keys", key.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/add", AddKey.as_view(), name="mfa_add_webauthn"),
    path("second-step/keys/login", key.login_webauthn, name="mfa_login_webauthn"),
    path("second-step/keys/confirm", key.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-step/keys/<int:pk>/name", key.edit_webauthn, name="mfa_edit_webauthn"),
    path("second-step/keys/<int:pk>/remove", key.remove_webauthn, name="mfa_remove_webauthn"),
    path("sessions", sessions.list_usersessions, name="usersessions_list"),
    path("sessions/<int:pk>/end", end_session, name="usersessions-end"),
    path("elsewhere", social.connections, name="socialaccount_connections"),
    path("elsewhere/cancelled", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("elsewhere/failed", social.login_error, name="socialaccount_login_error"),
    path("elsewhere/signup", social.signup, name="socialaccount_signup"),
    path("elsewhere/<slug:provider_id>/login", elsewhere.login, name="openid_connect_login"),
    path("elsewhere/<slug:provider_id>/callback", elsewhere.callback, name="openid_connect_callback"),
]
