"""What must be true before a request for the editorial team is answered."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import Resolver404, resolve, reverse

from accounts.permissions import is_reviewer
from accounts.second_step import has_second_step, second_step_address, used_second_step

GUARDED = "/review"
"""Whatever begins with this, whether a page stands there or not; so it is no address that `reverse` could give."""
BACK = "after_second_step"
"""Under this name a session keeps the page that someone wanted to see before the second step was set up."""


def is_guarded(path: str) -> bool:
    """Tell whether an address is of the editorial team, in any language."""
    for code, _name in settings.LANGUAGES:
        path = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return path == GUARDED or path.startswith(f"{GUARDED}/")


def is_given_back(request: HttpRequest) -> bool:
    """Tell whether a signed-out visitor sent a form to a page that gives back what was typed.

    Such a page itself lets nobody in.
    """
    if request.method != "POST" or request.user.is_authenticated:
        return False
    try:
        return getattr(resolve(request.path_info).func, "gives_back_what_was_typed", False)
    except Resolver404:
        return False


class EditorialAccessMiddleware:
    """Guard /review: signed in, an editorial role, and a second step in this session.

    Who has no role finds nothing there (404).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass, or send on. No other page costs a look at the session."""
        if not is_guarded(request.path_info) or is_given_back(request):
            return self.get_response(request)
        return self.refused(request) or self.get_response(request)

    def refused(self, request: HttpRequest) -> HttpResponse | None:
        """Return where to go first; None when everything is in order. Raises Http404 for people without a role."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        if not is_reviewer(request.user):
            raise Http404
        if not has_second_step(request.user):
            request.session[BACK] = request.get_full_path()
            return HttpResponseRedirect(reverse("mfa_index"))
        if not used_second_step(request):
            query = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{second_step_address(request)}?{query}")
        if BACK in request.session:
            del request.session[BACK]
        return None
