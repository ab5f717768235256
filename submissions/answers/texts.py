"""Text as people type it: what of it can be kept, and how it is compared."""

import re

from django.utils.translation import gettext as _

UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that no database, XML or mail can be trusted to carry.

Control signs, lone surrogates, and two that are no characters.
"""


def clean(text: str) -> str:
    """Return a text without blanks around it and with plain line ends.

    Raises ValueError for signs that cannot be kept.
    """
    if UNKEEPABLE.search(text):
        raise ValueError(
            _("De tekst bevat een teken dat wij niet kunnen bewaren. Typ de tekst over, of plak hem als platte tekst.")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def printable(text: str, largest: int = 60) -> str:
    """Return what someone sent in a form that can be sent back: signs that cannot be shown become a question mark."""
    short = text if len(text) <= largest else text[:largest] + "…"
    return "".join(sign if sign.isprintable() else "?" for sign in short)


def folded(text: str) -> str:
    """Return a text for comparing labels: without capitals and double blanks."""
    return " ".join(text.casefold().split())
