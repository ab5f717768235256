"""What every answer under /api carries, whoever made it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from api import problems
from api.addresses import path_of_route
from api.version import VERSION

HEADERS = {
    "API-Version": VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Location, Retry-After, WWW-Authenticate",
}
# An answer is data: nothing in it may load, run, be framed or lead on.
DATA_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


class ApiHeaders:
    """Add the headers, and tell as a problem what would be a page of Django."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what does not stand under /api passes untouched."""
        response = self.get_response(request)
        if not f"{request.path}/".startswith(path_of_route("api-root")):
            return response
        if response.status_code >= 400 and response.get("Content-Type") != problems.MEDIA_TYPE:
            response = problems.of_status(response)
        is_page = request.path == path_of_route("api-docs") and response.status_code < 400
        headers = HEADERS if is_page else HEADERS | DATA_HEADERS
        if request.is_secure():
            headers = headers | TRANSPORT
        for name, value in headers.items():
            response.headers[name] = value
        # Others' Vary (of the language, of a session) says nothing about the API.
        # An address that asks for a key says so itself.
        response.headers["Vary"] = "Accept, Authorization" if "Authorization" in response.get("Vary", "") else "Accept"
        response.headers.setdefault("Cache-Control", "no-store")
        return response
