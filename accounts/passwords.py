"""What a password must be, said in plain words. Length does the work; signs and capitals are not asked for."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User


class LongEnough(MinimumLengthValidator):
    """A password has this many characters or more."""

    def validate(self, password: str, _user: User | None = None) -> None:
        """Raise ValidationError for a shorter one."""
        if len(password) < self.min_length:
            raise ValidationError(self.get_help_text(), code="password_too_short")

    def get_help_text(self) -> str:
        """Tell how many characters are asked."""
        return ngettext(
            "Kies een wachtwoord van minstens %(number)d teken.",
            "Kies een wachtwoord van minstens %(number)d tekens.",
            self.min_length,
        ) % {"number": self.min_length}


class NotLikeTheAddress(UserAttributeSimilarityValidator):
    """A password does not resemble the e-mail address."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for one that does."""
        try:
            super().validate(password, user)
        except ValidationError as fault:
            raise ValidationError(self.get_help_text(), code="password_too_similar") from fault

    def get_help_text(self) -> str:
        """Tell that it may not resemble the address."""
        return _("Kies een wachtwoord dat niet op uw e-mailadres lijkt.")


class NotCommon(CommonPasswordValidator):
    """A password is not one that everybody tries first."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for one that is."""
        try:
            super().validate(password, user)
        except ValidationError as fault:
            raise ValidationError(self.get_help_text(), code="password_too_common") from fault

    def get_help_text(self) -> str:
        """Tell that it is too well known."""
        return _("Kies een wachtwoord dat minder voor de hand ligt.")
