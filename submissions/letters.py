"""Letters of the dialogue: to visitors in the language of the page they used, to organisations and editors in Dutch."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import translation

from accounts.models import User
from accounts.permissions import EDITORS
from evidence.models import Organisation
from submissions import outbox
from submissions.models import Mail

DUTCH = settings.LANGUAGE_CODE


def address(path: str, language: str = DUTCH) -> str:
    """Write the whole address of a page in a language: Dutch at the root, others under their code."""
    return f"{settings.PUBLIC_URL}{'' if language == DUTCH else f'/{language}'}{path}"


def send(to: str, letter: str, /, *, language: str = DUTCH, holds_secret: bool = False, **context: Any) -> None:
    """Write `templates/dialogue/letters/<letter>.txt` to an address; its first line is the subject."""
    with translation.override(language):
        text = render_to_string(f"dialogue/letters/{letter}.txt", {"email": settings.CONTACT_EMAIL, **context})
    subject, _end, body = text.strip().partition("\n")
    outbox.write(to, subject, body.strip() + "\n", holds_secret=holds_secret)


def forget(to: str, *names: str) -> None:
    """Remove letters to an address, sent or not, by their templates. Only for letters whose subject is always the same."""
    subjects = {_subject(name, language) for name in names for language, _label in settings.LANGUAGES}
    Mail.objects.filter(to=to, subject__in=subjects).delete()


def _subject(letter: str, language: str) -> str:
    with translation.override(language):
        return render_to_string(f"dialogue/letters/{letter}.txt").strip().partition("\n")[0]


def mailboxes(organisation: Organisation) -> list[str]:
    """Return where an organisation reads its letters: its functional mailbox, else its members."""
    if organisation.contact_email:
        return [organisation.contact_email]
    return list(
        User.objects.filter(is_active=True, memberships__organisation=organisation)
        .order_by("pk")
        .values_list("email", flat=True)
    )


def editors() -> QuerySet[User]:
    """Return those who answer corrections."""
    return User.objects.filter(is_active=True, editorial_role__in=EDITORS).order_by("pk")
