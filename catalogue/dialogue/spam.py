"""Spam is kept out of our open forms without asking anyone else: by a trap, a clock and a limit.

Nobody loses what they typed.
"""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import rate_limits
from accounts.forms.presentation import PresentedForm
from submissions.answers.texts import clean

TRAP = "homepage"
"""A field that people do not see, and programs fill in."""
LEAST = timedelta(seconds=2)
"""Nobody reads and fills in a form faster."""
LONGEST = timedelta(hours=12)
MOST_LINKS = 3
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
CLOCK = Signer(salt="catalogue.dialogue.spam")


def opening_stamp() -> str:
    """Return this moment, signed: a form carries it from when it is shown until it is sent."""
    return CLOCK.sign_object(timezone.now().timestamp())


def age_of(stamp: str) -> timedelta | None:
    """Return how long ago a form was opened; None when that was not said by us."""
    try:
        return timedelta(seconds=timezone.now().timestamp() - CLOCK.unsign_object(stamp))
    except (BadSignature, ValueError, TypeError):
        return None


def plain_text(text: str) -> str:
    """Return a text as it is kept; raise ValidationError for signs that cannot be."""
    try:
        return clean(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def refuse_many_links(text: str) -> None:
    """Raise ValidationError for a text that is mostly advertisement."""
    if len(LINK.findall(text)) > MOST_LINKS:
        raise ValidationError(_("Zet hoogstens %(number)d webadressen in uw tekst.") % {"number": MOST_LINKS})


def is_within_limit(request: HttpRequest, what: str, key: str | None = None) -> bool:
    """Count an attempt, by visitor and by `key`, and tell whether it may pass.

    A limit passes by itself (`RATE_LIMITS`).
    """
    return rate_limits.count_attempt(request, what, address=key or "")


class SpamProofForm(PresentedForm, forms.Form):
    """A form that anyone may send. What it refuses, a person can mend by pressing the button again."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def stamp(self) -> str:
        """The moment to carry along: that of the first showing, as long as it is of use."""
        given = self.data.get("opened", "")
        passed = age_of(given)
        return given if passed is not None and passed <= LONGEST else opening_stamp()

    def clean(self) -> dict[str, Any]:
        """Look at the trap, and, when all else is in order, at the clock."""
        passed = age_of(self.data.get("opened", ""))
        if self.data.get(TRAP):
            self.add_error(
                None,
                _("Een veld dat leeg moet blijven, was ingevuld. Wij maakten het leeg. Druk nog een keer op de knop."),
            )
        elif self.errors:
            pass
        elif passed is None or passed > LONGEST:
            self.add_error(
                None, _("Dit formulier stond te lang open. Uw tekst is er nog. Druk nog een keer op de knop.")
            )
        elif passed < LEAST:
            self.add_error(None, _("Dat ging wel heel snel. Wacht een paar tellen en druk nog een keer op de knop."))
        return self.cleaned_data
