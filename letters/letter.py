"""The one writer of letters: a template, in a language, to one or more addresses; `letters.outbox` sends it.

The first line of a template is the subject. Its folder says whose letter it is: `templates/letters/proposals`,
`dialogue` or `accounts`. No letter names a person, or holds an address of a page that is written out.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from letters import outbox
from letters.models import Letter

DUTCH = settings.LANGUAGE_CODE


def address_of(page: str, *parts: Any, language: str = DUTCH) -> str:
    """Write the whole address of a page, by its URL name, in a language."""
    with translation.override(language):
        return f"{settings.PUBLIC_URL}{reverse(page, args=parts)}"


def send(
    readers: Iterable[str],
    template: str,
    /,
    *,
    language: str = DUTCH,
    about: str = "",
    holds_secret: bool = False,
    **words: Any,
) -> None:
    """Write `templates/letters/<template>.txt` to every reader (e-mail addresses).

    `about` is the reference of the submission that it is about, if any. `holds_secret` wipes the
    letter when it was sent.
    """
    with translation.override(language):
        text = render_to_string(f"letters/{template}.txt", {"email": settings.CONTACT_EMAIL, **words})
    subject, _newline, body = text.strip().partition("\n")
    outbox.post_letters(readers, subject, body.strip() + "\n", about=about, holds_secret=holds_secret)


def remove_letters(reader: str, *templates: str) -> None:
    """Remove letters to an address, sent or not, by their templates.

    Only for letters whose subject is always the same.
    """
    subjects = {_subject(template, language) for template in templates for language, _label in settings.LANGUAGES}
    Letter.objects.filter(to=reader, subject__in=subjects).delete()


def _subject(template: str, language: str) -> str:
    with translation.override(language):
        return render_to_string(f"letters/{template}.txt").strip().partition("\n")[0]
