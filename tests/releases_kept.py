"""What a database of each release held, so that every later one proves that it can take it over.

`python -m tests.releases_kept NAME` writes `releases/NAME.json.gz` of the present database (a demo: all
of it is invented or public), with the migrations that made it. Run it once, when a release is made; the
file is never changed afterwards.
"""

import gzip
import json
import os
import sys
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

FOLDER = Path(__file__).parent / "releases"
APPS = ("letters", "evidence", "accounts", "submissions", "dialogue")
DERIVED = ("evidence.searchterm", "evidence.searchdocument")
"""Made anew by `load_fixtures`; of the documents a few are kept, to see that the index of the database follows."""
FEW = 40


def names() -> list[str]:
    """Name the releases, the oldest first."""
    return sorted(path.name.removesuffix(".json.gz") for path in FOLDER.glob("*.json.gz"))


def read_release(name: str) -> dict[str, Any]:
    """Read a release: its last migration per app (`migrations`) and its rows in the form of Django's serializers."""
    return json.loads(gzip.decompress((FOLDER / f"{name}.json.gz").read_bytes()))


def write_release(name: str) -> None:
    """Write the present database as a release."""
    applied = MigrationRecorder(connection).applied_migrations()
    rows: list[dict[str, Any]] = []
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            some = model._base_manager.order_by("pk")[: FEW if model._meta.label_lower in DERIVED else None]
            rows += serializers.serialize("python", some)
    for row in rows:
        if row["model"] == "accounts.user":
            row["fields"]["password"] = "!"
    release = {"migrations": {app: max(last for of, last in applied if of == app) for app in APPS}, "rows": rows}
    text = json.dumps(release, default=str, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    write_release(sys.argv[1])
