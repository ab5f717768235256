"""What we want otherwise than allauth does it: its words, where one goes after signing in, whose address counts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.allauth_internals import clean_client_ip
from accounts.permissions import is_reviewer

NO_ADDRESS = "0.0.0.0"  # noqa: S104 — who comes without an address (a socket) is counted together, not let through uncounted


class AccountAdapter(DefaultAccountAdapter):
    """Signing in and up: our words, where one goes afterwards, and whose address attempts are counted by."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("Dit account is gesloten. Neem contact op met de redactie."),
        "duplicate_email": gettext_lazy("Dit is al uw e-mailadres."),
        "email_password_mismatch": gettext_lazy("Het e-mailadres of het wachtwoord klopt niet. Probeer het opnieuw."),
        "enter_current_password": gettext_lazy("Uw huidige wachtwoord klopt niet. Probeer het opnieuw."),
        "incorrect_code": gettext_lazy("Deze code klopt niet. Vul de code in die u nu ziet."),
        "incorrect_password": gettext_lazy("Het wachtwoord klopt niet. Probeer het opnieuw."),
        "invalid_password_reset": gettext_lazy("Deze link werkt niet meer. Vraag een nieuwe aan."),
        "too_many_login_attempts": gettext_lazy(
            "U heeft het te vaak geprobeerd. Wacht een paar minuten en probeer het opnieuw."
        ),
        "rate_limited": gettext_lazy("U heeft het te vaak geprobeerd. Wacht een paar minuten en probeer het opnieuw."),
    }

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send the editorial team to what waits for them, everyone else to their submissions."""
        return reverse("review-queue") if is_reviewer(request.user) else super().get_login_redirect_url(request)

    def get_email_verification_redirect_url(self, _email_address: Any) -> str:
        """Go on to the account; who is not signed in does that first."""
        return reverse("account-home")

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """Go back to the account."""
        return reverse("account-home")

    def get_reauthentication_methods(self, user: Any) -> list[dict]:
        """Name the ways to prove again that it is you."""
        names = {
            "reauthenticate": _("Met uw wachtwoord"),
            "mfa_reauthenticate": _("Met een code uit uw app, of een herstelcode"),
            "mfa_reauthenticate:webauthn": _("Met uw passkey of beveiligingssleutel"),
        }
        return [{**method, "description": names[method["id"]]} for method in super().get_reauthentication_methods(user)]

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that attempts are counted by.

        A header that does not fit `TRUSTED_PROXIES` is not believed.
        """
        try:
            return super().get_client_ip(request)
        except (ImproperlyConfigured, PermissionDenied):
            return clean_client_ip(request.META.get("REMOTE_ADDR", "")) or NO_ADDRESS

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """Return what the browser calls itself, without what no database keeps."""
        return super().get_http_user_agent(request).replace("\x00", "")


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: our words about apps, passkeys and recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": gettext_lazy("Zet eerst de tweede stap uit. Daarna kunt u uw e-mailadres wijzigen."),
        "cannot_delete_authenticator": gettext_lazy("U kunt de tweede stap niet uitzetten."),
        "cannot_generate_recovery_codes": gettext_lazy("Zet eerst een tweede stap aan. Daarna krijgt u herstelcodes."),
        "incorrect_code": gettext_lazy("Deze code klopt niet. Vul de code in die u nu ziet."),
        "unverified_email": gettext_lazy("Bevestig eerst uw e-mailadres. Daarna kunt u een tweede stap aanzetten."),
    }

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """Propose a name for a key that somebody gave none: its number."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Sleutel %(number)d") % {"number": number}


class OpenIdConnectAdapter(DefaultSocialAccountAdapter):
    """Signing in by an account elsewhere (OpenID Connect): our words, and how little we take over from there."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": gettext_lazy(
            "Er is al een account met dit e-mailadres. Log daarmee in en koppel dan uw account bij %s."
        ),
        "invalid_token": gettext_lazy("Inloggen is niet gelukt. Probeer het opnieuw."),
        "disconnect_last": gettext_lazy("Dit is uw enige manier om in te loggen. Kies eerst een wachtwoord."),
        "no_password": gettext_lazy("U heeft nog geen wachtwoord. Kies eerst een wachtwoord."),
        "no_verified_email": gettext_lazy("Bevestig eerst uw e-mailadres."),
        "connected_other": gettext_lazy("Dit account hoort al bij iemand anders."),
    }

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict) -> Any:
        """Take the address over, and nothing else: names and whatever the provider tells more are not kept."""
        sociallogin.account.extra_data = {}
        return super().populate_user(request, sociallogin, {"email": data.get("email")})
