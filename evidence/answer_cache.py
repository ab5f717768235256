"""Answers made of one state of the knowledge, kept under its name (docs/adr/0007), by pages and API alike.

The name changes with the catalogue, so nothing under it is ever old.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django.core.cache import caches


class CachedAnswer(NamedTuple):
    """The body of an answer, and its headers."""

    content: bytes
    headers: dict[str, str]


def cached_answer(name: str) -> CachedAnswer | None:
    """Return what was answered under this name; None when it is not kept."""
    found = caches["answers"].get(name)
    return CachedAnswer(*found) if found else None


def cache_answer(name: str, content: bytes, headers: Mapping[str, str], *, largest: int) -> None:
    """Keep an answer under a name, unless it has more than `largest` bytes; `CACHES` says how many are kept."""
    if len(content) <= largest:
        caches["answers"].set(name, (content, dict(headers)))
