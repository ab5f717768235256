"""Forget a person in what accounts do not keep: what came from their addresses, and what is written about them.

What was written for an organisation stays, and no longer says by whom: deleting the account does that (`SET_NULL`).
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.text import slugify

from accounts import idempotency
from accounts.actions.erasure import addresses_of
from accounts.models import User
from dialogue import retention
from evidence import derivation, search
from evidence.models import CatalogueVersion, SearchDocument, SearchTerm
from evidence.slugs import first_free
from submissions import actions
from submissions.choices import Move, State
from submissions.permissions import may

REMOVED = "[verwijderd]"
SHORTEST = 4
"""Characters of a text to remove; less would be found in everything."""
ROOMS = ("letters", "accounts", "evidence", "submissions", "dialogue")
NOTE = derivation.Note("Persoonsgegevens verwijderd", "Personal data removed")


@transaction.atomic
def erase_traces(user: User, *, texts: Collection[str] = ()) -> None:
    """Remove what this person sent and was sent, and take their addresses and these `texts` out of all texts.

    A text is a name, or a number. Call it before `accounts.actions.erase_person`, which takes the addresses away. What
    they had in hand goes back to the queue.
    """
    for submission in user.reviewing.filter(state=State.IN_REVIEW):
        if may(Move.RELEASE, submission, user):
            actions.release(submission, by=user)
    owners = [idempotency.of_user(user), *(idempotency.of_token(token) for token in user.tokens.all())]
    idempotency.forget_answers(owners)
    addresses = addresses_of(user)
    retention.forget_person(addresses)
    forget_texts([*addresses, *texts])


@transaction.atomic
def forget_texts(texts: Collection[str]) -> int:
    """Take texts out of every row: answers, log, remarks, letters, what was published, and what is made of it.

    Whole words, whatever their capitals and the white space between them, also as part of an address (`jan-jansen`).
    Addresses of other accounts are left alone. Returns how many rows held one; raises ValueError for a text that is too
    short to look for.
    """
    if short := [text for text in texts if len(text.strip()) < SHORTEST]:
        message = f"Too short to remove everywhere: {', '.join(short)}."
        raise ValueError(message)
    pattern = _pattern(texts)
    CatalogueVersion.hold()
    changed = {model: _clean(model, pattern) for model in _models()}
    if any(number for model, number in changed.items() if model._meta.app_label == "evidence"):
        derivation.all_records(NOTE, changed=True)
        search.forget_removed()
    return sum(changed.values())


def _pattern(texts: Collection[str]) -> re.Pattern[str]:
    # An address is no part of a longer one.
    spelled = {(r"(?<![.+-])" if "@" in text else "") + r"\s+".join(map(re.escape, text.split())) for text in texts}
    spelled |= {re.escape(slug) for text in texts if len(slug := slugify(text)) >= SHORTEST}
    longest_first = sorted(spelled, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _models() -> Iterator[type[models.Model]]:
    """Give every model that people's words end up in; the index is made anew, and accounts go with their owner."""
    for room in ROOMS:
        yield from (
            model for model in apps.get_app_config(room).get_models() if model not in (User, SearchDocument, SearchTerm)
        )


def _clean(model: type[models.Model], pattern: re.Pattern[str]) -> int:
    """Take the pattern out of every text of a table; return how many rows changed."""
    fields = {field.name: field for field in model._meta.concrete_fields if _holds_words(field)}
    number = 0
    for row in model._default_manager.values("pk", *fields).iterator() if fields else ():
        changes = {name: cleaned for name in fields if (cleaned := _without(row[name], pattern)) != row[name]}
        for name in changes:
            changes[name] = _fitting(model, fields[name], changes[name])
        number += model._default_manager.filter(pk=row["pk"]).update(**changes) if changes else 0
    return number


def _holds_words(field: models.Field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField | models.JSONField)
    return is_text and not isinstance(field, models.EmailField) and not field.choices


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    """Return a text, or anything JSON can hold, without the pattern."""
    if isinstance(value, str):
        return pattern.sub(REMOVED, value)
    if isinstance(value, list):
        return [_without(item, pattern) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, pattern) for key, item in value.items()}
    return value


def _fitting(model: type[models.Model], field: models.Field, value: Any) -> Any:
    """Make what is left fit its column; a slug stays a slug, and its own."""
    if isinstance(field, models.SlugField):
        return first_free(slugify(value), model)
    return value[: field.max_length] if field.max_length else value
