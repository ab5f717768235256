"""The outbox: a letter is a row, written in the transaction that it is about, and sent after it.

What was rolled back sends nothing; what was committed is sent, also when the mail server is away for a day.
A letter is sent *at least* once: whoever stops between the server's “yes” and our note of it sends it
again, with the same Message-ID.
"""

import logging
import smtplib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from letters.models import Letter

logger = logging.getLogger(__name__)

PAUSES = [
    timedelta(**pause)
    for pause in ({"minutes": 2}, {"minutes": 10}, {"hours": 1}, {"hours": 4}, {"hours": 12}, {"days": 1})
]
"""How long to wait after each failed attempt; the first is longer than any attempt takes.

After the last one we give up.
"""
KEPT = timedelta(days=90)
"""How long a sent letter is kept."""
SLOW = timedelta(seconds=1)
QUIET = timedelta(minutes=1)
"""How long no request sends after the server was away or slow: `send_mail_outbox` does it.

Visitors do not wait for it.
"""
REFUSALS = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError, UnicodeError, ValueError)
"""What is wrong with one letter; any other failure is that the server is away."""


class Result(NamedTuple):
    """How many letters were sent, and how many were not."""

    sent: int
    failed: int


def post_letters(
    readers: Iterable[str], subject: str, body: str, *, about: str = "", holds_secret: bool = False
) -> list[Letter]:
    """Put a letter to each reader in the outbox, to be sent once the present transaction is committed.

    Never fails on the mail server. `holds_secret` wipes the body when it was sent: a link that confirms or signs in is
    no business of a later reader.
    """
    letters = Letter.objects.bulk_create(
        Letter(
            to=reader,
            subject=" ".join(_clean(subject).split())[:300],
            body=_clean(body),
            about=about,
            holds_secret=holds_secret,
        )
        for reader in readers
    )
    for letter in letters:
        transaction.on_commit(partial(_try_at_once, letter.pk), robust=True)
    return letters


def send_due(now: datetime | None = None, *, limit: int = 500) -> Result:
    """Send what is due, the oldest first; stop when the server is away. Several senders may run at the same time."""
    now = now or timezone.now()
    sent = failed = 0
    for letter in Letter.objects.due(now)[:limit]:
        if not _take(letter, now):
            continue
        problem = _deliver(letter, now)
        sent, failed = sent + (problem is None), failed + (problem is not None)
        if problem is not None and not isinstance(problem, REFUSALS):
            break
    return Result(sent, failed)


def forget_old(now: datetime | None = None) -> int:
    """Remove letters that were sent long ago, and say how many."""
    return Letter.objects.filter(sent__lt=(now or timezone.now()) - KEPT).delete()[0]


def again(letter: Letter) -> None:
    """Let a letter that was given up be tried anew."""
    Letter.objects.filter(pk=letter.pk, sent__isnull=True).update(attempts=0, gave_up=None, next_attempt=timezone.now())


class OutboxBackend(BaseEmailBackend):
    """The mail of Django and allauth, by way of the outbox.

    It may hold links that sign in, so its body is wiped when sent.
    """

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        """Put every message in the outbox, a letter for each of its readers."""
        for message in messages:
            post_letters(message.recipients(), str(message.subject), str(message.body), holds_secret=True)
        return len(messages)


class Server:
    """What this process knows of the mail server."""

    quiet_until: datetime | None = None


def _try_at_once(pk: int) -> None:
    now = timezone.now()
    if Server.quiet_until and now < Server.quiet_until:
        return
    letter = Letter.objects.due(now).filter(pk=pk).first()
    if letter is None or not _take(letter, now):
        return
    problem = _deliver(letter, now)
    is_away = problem is not None and not isinstance(problem, REFUSALS)
    Server.quiet_until = now + QUIET if is_away or timezone.now() - now > SLOW else None


def _take(letter: Letter, now: datetime) -> bool:
    """Note the attempt before it is made, in one statement.

    Of several senders one gets the letter; the others find it taken.
    """
    letter.attempts += 1
    letter.next_attempt = now + PAUSES[min(letter.attempts, len(PAUSES)) - 1]
    mine = Letter.objects.due(now).filter(pk=letter.pk, attempts=letter.attempts - 1)
    return mine.update(attempts=letter.attempts, next_attempt=letter.next_attempt) == 1


def _deliver(letter: Letter, now: datetime) -> Exception | None:
    """Hand a letter to the mail server, and note what came of it."""
    host = urlsplit(settings.PUBLIC_URL).hostname
    headers = {
        "Message-ID": f"<{letter.pk}.{letter.created:%Y%m%d%H%M%S%f}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    try:
        transport: dict[str, Any] = settings.EMAIL_TRANSPORT
        connection = get_connection(**transport)
        EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers, connection=connection).send()
    except Exception as problem:  # whatever a mail server does, the letter stays and is tried again
        logger.warning("Letter %s was not sent: %s", letter.pk, type(problem).__name__)
        letter.last_error = _clean(f"{type(problem).__name__}: {problem}")[:300]
        letter.gave_up = now if letter.attempts >= len(PAUSES) else None
        letter.save(update_fields=["last_error", "gave_up"])
        return problem
    letter.sent, letter.last_error = timezone.now(), ""
    letter.body = "" if letter.holds_secret else letter.body
    letter.save(update_fields=["sent", "last_error", "body"])
    return None


def _clean(text: str) -> str:
    """Leave out what a database or a mail cannot hold."""
    return text.replace("\0", "").encode(errors="ignore").decode()
