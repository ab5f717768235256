"""How a public page travels: compressed, without cookies, and kept by browsers and proxies until the catalogue changes.

The ETag of a page follows from the state of the catalogue, its address and the version of the site, so that a page
that has not changed is answered with 304 before anything is made. A visitor with a session, or an answer that sets
a cookie, is never kept.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_vary_headers

from evidence.answer_cache import cache_answer, cached_answer
from evidence.models import CatalogueVersion

CACHE_BRIEFLY = "public, max-age=60"
NO_STORE = "private, no-store"
LARGEST = 256 * 1024
"""Bytes of a page that is still cached."""
PARTS_OF_THE_SITE = ("catalogue", "config", "evidence", "locale", "static", "templates")
PERMISSIONS = "camera=(), geolocation=(), microphone=()"


@cache
def site_version() -> str:
    """Fingerprint the code, the templates and the texts that pages are made of, and the settings that they print."""
    digest = hashlib.sha256(f"{settings.PUBLIC_URL} {settings.CONTACT_EMAIL} {settings.ACCESSIBILITY_STATUS}".encode())
    for part in PARTS_OF_THE_SITE:
        for path in sorted(Path(settings.BASE_DIR / part).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()


def etag_of(request: HttpRequest) -> str:
    """Name the state of a page; the same address is another page for htmx."""
    state = (
        site_version(),
        CatalogueVersion.current().token,
        request.get_full_path(),
        request.headers.get("HX-Request", ""),
    )
    return f'W/"{hashlib.sha256(" ".join(state).encode("utf-8", "replace")).hexdigest()[:32]}"'


def is_public(request: HttpRequest) -> bool:
    """Tell whether a request may be answered with what everyone sees."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


class PageHeaders(GZipMiddleware):
    """Give pages their headers, and answer from the cache. The API has its own (api/middleware.py)."""

    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        super().__init__(get_response)
        self.make_page = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 304 when the visitor has the page already; else make it and say how long it may be cached."""
        if request.path.startswith("/api/"):
            return self.make_page(request)
        etag = etag_of(request) if is_public(request) else ""
        not_modified = self._not_modified(request, etag)
        response = not_modified or self._cached(etag) or self.make_page(request)
        if not_modified or (etag and response.status_code == 200):
            self._cache(response, etag)
        elif "Cache-Control" not in response:
            response["Cache-Control"] = "no-cache" if etag else NO_STORE
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return self.process_response(request, response)

    def _not_modified(self, request: HttpRequest, etag: str) -> HttpResponse | None:
        """Say that the visitor has the page in this state; None when that is not so, or when there is no state."""
        if etag and request.headers.get("If-None-Match"):
            return get_conditional_response(request, etag=etag)
        return None

    def _cached(self, etag: str) -> HttpResponse | None:
        """Give a page again that was made in the same state; None when it is not cached."""
        found = cached_answer(etag) if etag else None
        return HttpResponse(found.content, headers=found.headers) if found else None

    def _cache(self, response: HttpResponseBase, etag: str) -> None:
        """Cache a page, and let everyone do so, unless it was made for one visitor."""
        if response.cookies or "no-store" in response.get("Cache-Control", ""):
            response["Cache-Control"] = NO_STORE
            return
        if response.status_code == 200 and isinstance(response, HttpResponse):
            cache_answer(etag, response.content, response.headers, largest=LARGEST)
        response.setdefault("Cache-Control", CACHE_BRIEFLY)
        response.setdefault("ETag", etag)
        # The language is in the address: LocaleMiddleware's own Vary would keep a copy per browser for nothing.
        response.headers.pop("Vary", None)
        patch_vary_headers(response, ["HX-Request", "Cookie", "Accept-Encoding"])
