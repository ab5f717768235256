"""Letters about organisations and roles, in Dutch: who reads them did not choose a language here."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation


def write(to: str, name: str, *, page: str = "", parts: tuple[str, ...] = (), **context: Any) -> None:
    """Send the letter `templates/taking_part/letters/<name>.txt`: its first line is the subject.

    `page` names the page that `address` in the letter leads to. The outbox keeps the letter in the present transaction.
    """
    with translation.override(settings.LANGUAGE_CODE):
        address = f"{settings.PUBLIC_URL}{reverse(page, args=parts)}" if page else ""
        text = render_to_string(f"taking_part/letters/{name}.txt", {"address": address, **context})
    subject, _end, body = text.strip().partition("\n")
    send_mail(subject, body.strip() + "\n", None, [to])
