"""What someone sees of their own account, and how it is deleted."""

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions
from accounts.models import Membership
from accounts.second_step import has_second_step
from catalogue.requests import SignedInRequest
from dialogue.erasure import erase_traces


@require_safe
@login_required
def account_home(request: SignedInRequest) -> HttpResponse:
    """Show what an account has, with the way to change each."""
    context = {
        "email": EmailAddress.objects.get_primary_email(request.user),
        "has_password": request.user.has_usable_password(),
        "has_second_step": has_second_step(request.user),
        "session_count": len(UserSession.objects.purge_and_list(request.user)),
        "memberships": Membership.objects.of(request.user),
        "can_connect": bool(get_adapter(request).list_apps(request)),
    }
    return render(request, "taking_part/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required(app="allauth.account")
def account_delete(request: SignedInRequest) -> HttpResponse:
    """Forget a person, once they said so twice and showed that it is them."""
    if request.method != "POST":
        return render(request, "taking_part/delete.html", {"memberships": Membership.objects.of(request.user)})
    with transaction.atomic():
        erase_traces(request.user)
        actions.erase_person(request.user, by=request.user)
    logout(request)
    return redirect("account-deleted")


@require_safe
def account_deleted(request: HttpRequest) -> HttpResponse:
    """Say that the account is gone."""
    return render(request, "taking_part/deleted.html")
