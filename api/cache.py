"""Answers that were given before. Their name (ETag) changes with the catalogue, so nothing under it is ever old."""

from django.core.cache import caches
from django.http import HttpResponse
from rest_framework.response import Response

LARGEST = 128 * 1024
"""Bytes of an answer that is still kept; `CACHES` says how many are."""


def kept_answer(etag: str) -> HttpResponse | None:
    """Give again what was given under this name; None when it is not kept."""
    kept = caches["answers"].get(etag)
    return HttpResponse(kept[0], content_type=kept[1]) if kept else None


def keep_answer(etag: str, response: Response) -> Response:
    """Keep an answer as soon as it is written."""

    def store(written: Response) -> None:
        if len(written.content) <= LARGEST:
            caches["answers"].set(etag, (written.content, written["Content-Type"]))

    response.add_post_render_callback(store)
    return response
