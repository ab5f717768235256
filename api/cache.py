"""Answers that were given before, as answers of the API."""

from django.http import HttpResponse
from rest_framework.response import Response

from evidence.answer_cache import cache_answer, cached_answer

LARGEST = 128 * 1024
"""Bytes of an answer that is still kept."""


def kept_answer(etag: str) -> HttpResponse | None:
    """Give again what was given under this name; None when it is not kept."""
    kept = cached_answer(etag)
    return HttpResponse(kept.content, headers=kept.headers) if kept else None


def keep_answer(etag: str, response: Response) -> Response:
    """Keep an answer as soon as it is written."""

    def store(written: Response) -> None:
        cache_answer(etag, written.content, {"Content-Type": written["Content-Type"]}, largest=LARGEST)

    response.add_post_render_callback(store)
    return response
