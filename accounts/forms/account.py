"""Sign in, sign up, and change an address or a password.

Known and unknown addresses get the same answer after the same work (OWASP ASVS 6.3.8): the difference
is in the letter alone.
"""

from allauth.account import forms as theirs
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.socialaccount.forms import SignupForm as TheirOpenIdConnectSignupForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.forms.presentation import PresentedForm
from accounts.models import User

ADDRESS = (_("E-mailadres"), "", _("Vul uw e-mailadres in."))
PASSWORD = (_("Wachtwoord"), "", _("Vul uw wachtwoord in."))
NEW_PASSWORD = (
    _("Nieuw wachtwoord"),
    _("Minstens 12 tekens. Een zin van een paar woorden is veilig en goed te onthouden."),
    _("Kies een wachtwoord."),
)


class LoginForm(PresentedForm, theirs.LoginForm):
    """Sign in with address and password."""

    words = {"login": ADDRESS, "password": PASSWORD}


class SignupForm(PresentedForm, theirs.SignupForm):
    """Make an account with an address and a password."""

    words = {
        "email": (
            _("E-mailadres"),
            _("Gebruik het adres van uw organisatie. U krijgt een mail om het te bevestigen."),
            ADDRESS[2],
        ),
        "password1": (_("Wachtwoord"), NEW_PASSWORD[1], NEW_PASSWORD[2]),
    }

    def try_save(self, request: HttpRequest):
        """Make the account; for an address that has one, do the same costly work and write its owner instead."""
        if self.account_already_exists:
            User().set_password(self.cleaned_data["password1"])
        return super().try_save(request)


class OpenIdConnectSignupForm(PresentedForm, TheirOpenIdConnectSignupForm):
    """Make an account for someone who signed in elsewhere, when no address came along."""

    words = {"email": ADDRESS}


class ResetPasswordForm(PresentedForm, theirs.ResetPasswordForm):
    """Ask for a letter with a link to choose a new password."""

    words = {"email": ADDRESS}


class OneNewPassword(PresentedForm):
    """A new password is asked for once: it can be shown, pasted and asked for again."""

    words = {"password1": NEW_PASSWORD}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]


class ResetPasswordKeyForm(OneNewPassword, theirs.ResetPasswordKeyForm):
    """Choose a new password by a link from a letter."""


class SetPasswordForm(OneNewPassword, theirs.SetPasswordForm):
    """Choose a first password, for someone who always signed in elsewhere."""


class ChangePasswordForm(OneNewPassword, theirs.ChangePasswordForm):
    """Change a password that is known."""

    words = {"oldpassword": (_("Huidig wachtwoord"), "", _("Vul uw huidige wachtwoord in.")), "password1": NEW_PASSWORD}


class ReauthenticateForm(PresentedForm, theirs.ReauthenticateForm):
    """Prove again that it is you, by the password."""

    words = {"password": PASSWORD}


class AddEmailForm(PresentedForm, theirs.AddEmailForm):
    """Change the address. It changes once the new one is confirmed."""

    words = {"email": (_("Nieuw e-mailadres"), _("U krijgt op dit adres een mail om het te bevestigen."), ADDRESS[2])}

    def save(self, request: HttpRequest) -> EmailAddress:
        """Write to the new address; when it is of somebody else's account, write its owner that it exists."""
        email = self.cleaned_data["email"]
        taken = (
            User.objects.filter(email=email).exists()
            or EmailAddress.objects.filter(email=email, verified=True).exists()
        )
        if taken:
            get_adapter().send_account_already_exists_mail(email)
            return EmailAddress(email=email)
        return EmailAddress.objects.add_new_email(request, self.user, email)
