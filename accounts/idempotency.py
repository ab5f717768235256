"""Do something once, however often it is asked.

A double click, a repeated post, a program that got no answer and tries again.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.errors import RefusedError
from accounts.models import ApiToken, IdempotencyKey, User

LIFE = timedelta(hours=24)
"""How long an answer is kept; after that the same key does the thing anew."""
KEY = re.compile(r"[\x21-\x7e]{1,120}")


class Answer(NamedTuple):
    """What was answered: a status of HTTP, and what JSON can hold (a body; for a form the address to go to)."""

    status: int
    body: Any


class KeyReusedError(RefusedError):
    """The key was used before, for something else."""


def is_key(text: str) -> bool:
    """Tell whether a text can be a key: 1 to 120 visible characters of ASCII, no spaces."""
    return KEY.fullmatch(text) is not None


def fingerprint(*asked: Any) -> str:
    """Return a digest of what is asked, in plain values: `fingerprint(request.path, body)`.

    The order of keys is no difference.
    """
    text = json.dumps(asked, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def of_token(token: ApiToken) -> str:
    """Name the owner of keys that come with a token of the API."""
    return f"token:{token.pk}"


def of_user(user: User) -> str:
    """Name the owner of keys that come with a form of someone who signed in."""
    return f"user:{user.pk}"


def once(*, owner: str, key: str, fingerprint: str, do: Callable[[], Answer]) -> Answer:
    """Call `do` and return its answer, or return the answer of the first time when this owner used this key before.

    The key is written in the same transaction as all that `do` writes: both are there or neither is. When `do` raises,
    nothing is kept, and the same key may be tried again with a better request. Of equal requests at the same moment one
    does it; the others wait for its commit (the unique constraint makes them, and SQLite lets one write at a time) and
    give its answer. Call it outside a transaction, and answer after it returned: then what it says is committed.

    In a form: put a fresh `secrets.token_urlsafe(16)` in a hidden field, check it with `is_key`, and call
    `once(owner=of_user(request.user), key=key, fingerprint=fingerprint(request.path, posted), do=...)`, where `do`
    makes its move and returns `Answer(302, address)`.

    Raises KeyReusedError when the key was used for something else (another fingerprint), and whatever `do` raises.
    """
    with transaction.atomic():
        mine = IdempotencyKey.objects.filter(owner=owner, key=key)
        mine.filter(created__lt=timezone.now() - LIFE).delete()
        kept, is_first = mine.get_or_create(defaults={"owner": owner, "key": key, "fingerprint": fingerprint})
        if kept.fingerprint != fingerprint:
            raise KeyReusedError(_("Deze sleutel is al voor iets anders gebruikt. Kies een nieuwe sleutel."))
        if is_first:
            answer = do()
            kept.status, kept.answer = answer.status, json.dumps(answer.body, cls=DjangoJSONEncoder)
            kept.save(update_fields=["status", "answer"])
        return Answer(kept.status, json.loads(kept.answer))


def forget_old_answers() -> int:
    """Remove the answers that are past their life, and say how many; for the command that sends letters."""
    return IdempotencyKey.objects.filter(created__lt=timezone.now() - LIFE).delete()[0]


def forget_answers(owners: Iterable[str]) -> int:
    """Remove all answers to these owners, for who is erased.

    That is `of_user(user)`, and `of_token(token)` of each of their tokens.
    """
    return IdempotencyKey.objects.filter(owner__in=list(owners)).delete()[0]
