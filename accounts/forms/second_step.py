"""The second step: a code of an app, a passkey or key, or a recovery code."""

import re

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as apps
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.forms.presentation import FormFault, PresentedForm

CODE = (_("Code"), _("De code van 6 cijfers uit uw app, of een herstelcode."), _("Vul de code in."))
NAME = (
    _("Naam van de sleutel"),
    _("Bijvoorbeeld: telefoon, laptop, sleutelbos."),
    _("Geef de sleutel een naam."),
)
LONGEST_NAME = 100
LARGEST = 20_000
"""Characters of what a key says; real ones stay far below."""
UNFIT = re.compile(r"[\\\x00]")
"""What a key never says.

Its words are base64, so nothing is escaped, and nothing gets into the base that it cannot keep.
"""


class CredentialField(forms.JSONField):
    """What a key says, as JSON from the browser. Whatever else is sent is refused, never an error of ours."""

    def __init__(self) -> None:
        super().__init__(required=True, widget=forms.HiddenInput)

    def to_python(self, value):
        """Return what a key said, as a dict; raise ValidationError for anything else."""
        unfit = isinstance(value, str) and (len(value) > LARGEST or UNFIT.search(value))
        try:
            found = None if unfit else super().to_python(value)
        except (RecursionError, ValueError):
            found = None
        if value and not isinstance(found, dict):
            raise get_adapter().validation_error("incorrect_code")
        return found


class CredentialForm(PresentedForm):
    """A form that a passkey or key fills in."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = CredentialField()
        self.fields["credential"].error_messages["required"] = _("Uw sleutel gaf geen antwoord. Probeer het opnieuw.")

    def full_clean(self) -> None:
        """Hold what the browser sent against what was asked; nonsense is a wrong code like any other."""
        try:
            super().full_clean()
        except (AttributeError, KeyError, TypeError, ValueError, LookupError) as fault:
            if isinstance(fault, ValidationError):
                raise
            self.cleaned_data = {}
            self.add_error(None, get_adapter().validation_error("incorrect_code"))

    @property
    def faults(self) -> list[FormFault]:
        """The hidden answer of a key has no field to go to: what is wrong with it is told of the whole."""
        return super().faults + [FormFault(text=str(error)) for error in self["credential"].errors]


class AuthenticateCodeForm(PresentedForm, codes.AuthenticateForm):
    """Show a code while signing in."""

    words = {"code": CODE}


class ReauthenticateCodeForm(PresentedForm, codes.ReauthenticateForm):
    """Show a code again, before something that changes the account."""

    words = {"code": CODE}


class ActivateAppForm(PresentedForm, apps.ActivateTOTPForm):
    """Set up an app for codes, by a code that it shows."""

    words = {
        "code": (
            _("Code uit de app"),
            _("De code van 6 cijfers die uw app nu laat zien."),
            _("Vul de code uit uw app in."),
        )
    }


class AuthenticateKeyForm(CredentialForm, keys.AuthenticateWebAuthnForm):
    """Show a key while signing in."""


class ReauthenticateKeyForm(CredentialForm, keys.ReauthenticateWebAuthnForm):
    """Show a key again, before something that changes the account."""


class LoginKeyForm(CredentialForm, keys.LoginWebAuthnForm):
    """Sign in with a passkey alone."""


class NameKeyForm(PresentedForm, keys.EditWebAuthnForm):
    """Give a key another name."""

    words = {"name": NAME}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(MaxLengthValidator(LONGEST_NAME))


class AddKeyForm(CredentialForm, keys.AddWebAuthnForm):
    """Set up a passkey or key, with a name and whether it replaces the password."""

    words = {
        "name": (NAME[0], NAME[1], ""),
        "passwordless": (
            _("Inloggen zonder wachtwoord"),
            _("Uw apparaat vraagt dan om uw vinger, gezicht of pincode."),
            "",
        ),
    }
    boxes = {"passwordless": _("Deze sleutel is genoeg: ik log ermee in zonder wachtwoord")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["name"]
        self.fields["name"] = forms.CharField(
            label=name.label, help_text=name.help_text, required=False, max_length=LONGEST_NAME
        )
        self.fields["passwordless"].initial = True
