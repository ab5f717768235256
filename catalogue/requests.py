"""What the middleware adds to a request, for who reads the types."""

from typing import TypeGuard

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class HtmxRequest(HttpRequest):
    """A request that says whether htmx made it."""

    htmx: HtmxDetails


class SignedInRequest(HtmxRequest):
    """A request of someone who signed in; the decorators of `access` let no other pass."""

    user: User


def is_signed_in(request: HttpRequest) -> TypeGuard[SignedInRequest]:
    """Tell whether the visitor signed in."""
    return request.user.is_authenticated
