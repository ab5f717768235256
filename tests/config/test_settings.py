"""The settings: loud in production, careful with the embedded database."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from evidence import checks

COMPLETE = {
    "WERKWIJS_MODE": "production",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "werkwijs.example",
    "PUBLIC_URL": "https://werkwijs.example",
    "DATABASE_URL": "postgres://localhost/none",
    "EMAIL_URL": "smtp://localhost",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Import the settings in a fresh process."""
    clean = {name: value for name, value in os.environ.items() if name not in COMPLETE and not name.startswith("COV")}
    code = (
        "from config import settings as s; print(s.DEBUG, "
        "s.SECURE_SSL_REDIRECT, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_SECURE)"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        env=clean | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_when_everything_is_given():
    assert start(COMPLETE | {"DEBUG": "yes"}).stdout == "False True True True\n"


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_URL", "EMAIL_URL"])
def test_production_stops_and_names_what_is_missing(missing):
    process = start({name: value for name, value in COMPLETE.items() if name != missing})
    assert process.returncode == 1
    assert f"needs these environment variables: {missing}. See docs/operations.md." in process.stderr


def test_sqlite_waits_for_locks_and_survives_power_loss(tmp_path):
    """From a live connection, in a process of its own, so that it holds whatever database this suite runs on."""
    code = (
        "import django; django.setup(); from django.db import connection; cursor = connection.cursor(); "
        "print(*(cursor.execute(f'PRAGMA {name}').fetchone()[0] for name in "
        "('journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys')), connection.transaction_mode)"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/live.sqlite3",
    }
    live = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert live.stdout == "wal 2 10000 1 IMMEDIATE\n"


def test_several_workers_on_an_old_sqlite_are_warned_about(settings, monkeypatch):
    settings.USES_SQLITE, settings.SQLITE_LIBRARY = True, (3, 40, 1)
    assert checks.sqlite_with_more_than_one_worker() == []
    monkeypatch.setenv("WEB_CONCURRENCY", "2")
    assert [warning.id for warning in checks.sqlite_with_more_than_one_worker()] == ["evidence.W001"]
    settings.SQLITE_LIBRARY = (3, 51, 3)
    assert checks.sqlite_with_more_than_one_worker() == []
