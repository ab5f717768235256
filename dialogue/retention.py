"""How long we keep what visitors left: as long as it is of use, and the privacy page says how long."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.db import connection, transaction

from dialogue import following
from dialogue.models import Correction, Follow
from letters.models import Letter

UNCONFIRMED = timedelta(days=7)
"""How long we wait for someone to confirm an address."""
AFTER_ANSWER = timedelta(days=30)
"""How long we keep the address of someone whose correction was answered."""


@transaction.atomic
def forget_unconfirmed(now: datetime) -> int:
    """Remove what nobody confirmed, with our letters about it; return how much it was."""
    waiting = {"confirmed__isnull": True, "created__lt": now - UNCONFIRMED}
    corrections, follows = Correction.objects.filter(**waiting), Follow.objects.filter(**waiting)
    _forget_letters(corrections)
    for follow in follows:
        following.stop(follow)
    return len(follows) + corrections.delete()[0]


@transaction.atomic
def forget_addresses(now: datetime) -> int:
    """Wipe the address of senders who had their answer long ago, with our letters to them; return how many.

    What they wrote stays, for the editors to know what was asked before.
    """
    answered = Correction.objects.filter(answered__lt=now - AFTER_ANSWER).exclude(email="")
    _forget_letters(answered)
    return answered.update(email="")


def forget_counts(now: datetime) -> int:
    """Remove the counts of attempts that are over: they name internet addresses.

    The cache itself does so only when it is full.
    """
    cache = cast("dict[str, Any]", settings.CACHES["default"])
    table = connection.ops.quote_name(cache["LOCATION"])
    with connection.cursor() as cursor:
        over = connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [over])  # noqa: S608 — the name is ours
        return cursor.rowcount


@transaction.atomic
def forget_person(emails: Collection[str]) -> None:
    """Forget what came from the addresses of someone: what they follow, what they reported, and our letters to them."""
    Follow.objects.filter(email__in=emails).delete()
    Correction.objects.filter(email__in=emails).delete()
    Letter.objects.filter(to__in=emails).delete()


def _forget_letters(corrections: Iterable[Correction]) -> None:
    """Remove the letters about corrections to their senders: each has the reference in its subject."""
    for correction in corrections:
        Letter.objects.filter(to=correction.email, subject__contains=correction.reference).delete()
