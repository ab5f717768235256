"""Which tests run on one database only: `no_database` says why, and is held to it."""

from collections.abc import Iterable

import pytest

OPENS_DATABASE = {"db", "transactional_db", "live_server", "browser"}


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
