"""System checks of the embedded database."""

import os

from django.conf import settings
from django.core.checks import Tags, Warning, register

FIXED_WAL_RESET = (3, 51, 3)


@register(Tags.database)
def sqlite_with_more_than_one_worker(**_kwargs) -> list[Warning]:
    """Warn when several workers would share an SQLite library that has the WAL-reset fault (fixed in 3.51.3)."""
    several = int(os.environ.get("WEB_CONCURRENCY", "1")) > 1
    if not (several and settings.USES_SQLITE and settings.SQLITE_LIBRARY < FIXED_WAL_RESET):
        return []
    return [
        Warning(
            "Several workers on this SQLite library can lose a checkpoint (fixed in SQLite 3.51.3).",
            hint="Run one worker with threads, or use PostgreSQL through DATABASE_URL.",
            id="evidence.W001",
        )
    ]
