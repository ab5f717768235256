"""What the suite does once, and what on both databases.

`no_database` marks a test that no database can tell apart, says why, and is held to it. A proof over all of something,
in which the database is one thing more, is dealt out over the two, or done on the first. `--long` does all of it twice.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest
from django.db import connection

Value = TypeVar("Value")
OPENS_DATABASE = {"db", "transactional_db", "live_server", "browser"}
is_long = False
"""Whether the suite is run at its longest: `make test-long`."""


def in_turn(values: Iterable[Value]) -> list[Value]:
    """Deal values out over the two databases."""
    dealt = list(values)
    return dealt if is_long else dealt[::2] if connection.vendor == "sqlite" else dealt[1::2]


def once(values: Sequence[Value]) -> Sequence[Value]:
    """Give values on the first database only."""
    return values if is_long or connection.vendor == "sqlite" else ()


def marked_wrongly(items: Iterable[pytest.Item]) -> list[str]:
    """Name the tests that say that no database can tell them apart, and give no reason or can ask one."""
    found = []
    for item in items:
        if marker := item.get_closest_marker("no_database"):
            if not "".join(marker.args).strip():
                found.append(f"{item.nodeid}: no_database gives no reason")
            if item.get_closest_marker("django_db") or OPENS_DATABASE & set(getattr(item, "fixturenames", ())):
                found.append(f"{item.nodeid}: no_database, and it opens one")
    return found
