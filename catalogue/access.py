"""Who comes in at the pages behind signing in. For whom a page is not, it does not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse

from accounts.models import User
from accounts.permissions import is_admin, is_reviewer
from catalogue.expired_forms import give_back
from catalogue.requests import HtmxRequest, SignedInRequest, is_signed_in
from evidence.models import Organisation

P = ParamSpec("P")
View = Callable[Concatenate[HtmxRequest, P], HttpResponse]
SignedInView = Callable[Concatenate[SignedInRequest, P], HttpResponse]


def signed_in(view: SignedInView[P]) -> View[P]:
    """Let only who is signed in pass; others sign in first, and get back what they typed."""

    @wraps(view)
    def guarded(request: HtmxRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if is_signed_in(request):
            return view(request, *args, **kwargs)
        if request.htmx:
            return HttpResponse(status=401)
        if request.method == "POST":
            return give_back(request, status=401)
        return redirect_to_login(request.get_full_path())

    vars(guarded)["gives_back_what_was_typed"] = True
    return guarded


def for_reviewers(view: SignedInView[P]) -> View[P]:
    """Open a page to reviewers, editors and admins. `accounts` asks for the second step before anyone comes here."""
    return _only_for(is_reviewer, view)


def for_admins(view: SignedInView[P]) -> View[P]:
    """Open a page to admins."""
    return _only_for(is_admin, view)


def _only_for(may_pass: Callable[[User], bool], view: SignedInView[P]) -> View[P]:
    @wraps(view)
    def guarded(request: SignedInRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_pass(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def organisations_of(user: User) -> list[Organisation]:
    """List the organisations that someone acts for."""
    return list(Organisation.objects.filter(memberships__user=user).order_by("name"))
