"""The whole catalogue, in a database of its own.

It is a copy of the test database, filled once per process, to which all of the process turns for as
long as a module asks.
"""

import contextlib
from collections.abc import Iterator
from itertools import count

from django.conf import settings
from django.db import connection

from evidence.loading.load import load

FILLED = "catalogue"
_made: list[str] = []
_written = count(1)


@contextlib.contextmanager
def in_view() -> Iterator[None]:
    """Have every connection, the server's too, see what `fixtures/` says and all that follows from it.

    Who writes there takes it back.
    """
    if _made:
        with _at(_name_of_copy(FILLED)):
            yield
        return
    with _copy(FILLED):
        load(settings.BASE_DIR / "fixtures")
        _made.append(FILLED)
        yield


@contextlib.contextmanager
def to_write_in() -> Iterator[None]:
    """Have a copy of it for who writes and commits; it is thrown away.

    Each has a name of its own: SQLite would take the journal of one that a browser still holds on to
    for that of the next.
    """
    suffix = f"written_{next(_written)}"
    with in_view():
        with _copy(suffix):
            yield
        _throw_away(suffix)


def throw_away() -> None:
    """Remove it at the end of the session."""
    while _made:
        _throw_away(_made.pop())


def leave_alone(name: str) -> None:
    """End the other sessions of a database.

    PostgreSQL neither copies nor drops one that somebody is connected to, and a browser that keeps its line open keeps
    a thread of the server, and its session.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            others = "FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}", [name])


def _name_of_copy(suffix: str) -> str:
    return connection.creation.get_test_db_clone_settings(suffix)["NAME"]


@contextlib.contextmanager
def _at(name: str) -> Iterator[None]:
    """Turn to another database; threads that begin now find it too, as they read the same settings."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@contextlib.contextmanager
def _copy(suffix: str) -> Iterator[None]:
    """Copy the database of this moment, and turn to the copy."""
    name = _name_of_copy(suffix)
    leave_alone(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    connection.creation.clone_test_db(suffix=suffix, verbosity=0)
    with _at(name):
        yield


def _throw_away(suffix: str) -> None:
    leave_alone(_name_of_copy(suffix))
    connection.creation.destroy_test_db(suffix=suffix, verbosity=0)
