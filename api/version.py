"""Which API this is, and what tells one state of an answer from another."""

import hashlib
import json
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import timezone
from rest_framework.request import Request

from evidence.models import CatalogueVersion

VERSION = "1.2.0"
"""Semantic: docs/api.md says what may change with which number."""
ROOMS = ("api", "evidence", "submissions")


@cache
def code() -> str:
    """Return a digest of the code that answers: another release may answer otherwise about the same facts."""
    digest = hashlib.sha256()
    parts = [path for room in ROOMS for path in sorted((settings.BASE_DIR / room).rglob("*.py"))]
    for path in parts + sorted((settings.BASE_DIR / "locale").rglob("*.po")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def etag(request: Request) -> str:
    """Name the answer to a request in the present state of the catalogue, on this day (a planned end passes); strong,
    since the same name is the same bytes.
    """
    place = (settings.PUBLIC_URL, settings.CONTACT_NAME, settings.CONTACT_URL, settings.CONTACT_EMAIL)
    asked = (request.accepted_renderer.format, request.get_full_path())
    today = timezone.localdate().isoformat()
    state = (CatalogueVersion.current().token, today, code(), *place, *asked)
    return f'"{hashlib.sha256(repr(state).encode()).hexdigest()[:32]}"'


def etag_of(answer: Any) -> str:
    """Name an answer by what it says, where it is not the catalogue that tells one state from another."""
    return f'"{hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()[:32]}"'
