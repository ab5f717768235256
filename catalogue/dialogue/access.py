"""What these pages share: they are never kept by anyone, and may set the cookie that a form needs."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from catalogue.middleware import NO_STORE

P = ParamSpec("P")
Request = TypeVar("Request", bound=HttpRequest)
View = Callable[Concatenate[Request, P], HttpResponse]


def form_page(view: View[Request, P]) -> View[Request, P]:
    """Answer GET and POST, and let nobody keep the answer: it holds a token for one visitor."""

    @wraps(view)
    def shown(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response

    return require_http_methods(["GET", "HEAD", "POST"])(shown)
