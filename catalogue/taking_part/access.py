"""Which organisation someone may see, and who looks after it. Anything else does not exist for them (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from accounts.choices import MemberRole
from accounts.models import Membership
from catalogue.access import signed_in
from catalogue.requests import HtmxRequest, SignedInRequest

P = ParamSpec("P")
MemberView = Callable[Concatenate[SignedInRequest, Membership, P], HttpResponse]
SlugView = Callable[Concatenate[HtmxRequest, str, P], HttpResponse]


def for_members(view: MemberView[P]) -> SlugView[P]:
    """Open a page to the members of the organisation in its address, and hand it the membership."""

    @wraps(view)
    def found(request: SignedInRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        mine = Membership.objects.of(request.user).filter(organisation__takes_part=True)
        return view(request, get_object_or_404(mine, organisation__slug=slug), *args, **kwargs)

    return signed_in(found)


def posted_by_coordinators(view: MemberView[P]) -> SlugView[P]:
    """Open an address that is only posted to, to who looks after the organisation.

    Who follows it lands on the organisation.
    """

    @wraps(view)
    def found(request: SignedInRequest, mine: Membership, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        get_object_or_404(Membership, pk=mine.pk, role=MemberRole.COORDINATOR)
        if request.method != "POST":
            return redirect("account-organisation", mine.organisation.slug)
        return view(request, mine, *args, **kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(for_members(found))
