"""Sign in elsewhere (OpenID Connect), when the other side may be away or talk nonsense."""

import logging
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.allauth_internals import openid_connect_views

logger = logging.getLogger(__name__)


def tell_provider_failure(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer with a page that says so (503) when the provider cannot be reached or answers otherwise than agreed."""

    @wraps(view)
    def told(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except (OSError, LookupError, TypeError, ValueError) as problem:
            logger.warning("Signing in elsewhere failed: %s", type(problem).__name__)
            return render(request, "socialaccount/authentication_error.html", status=503)

    return told


login = tell_provider_failure(openid_connect_views.login)
callback = tell_provider_failure(openid_connect_views.callback)
