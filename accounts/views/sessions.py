"""The places where someone is signed in, and how to end them."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.allauth_internals import end_sessions


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one session; one of somebody else does not exist here. Ending this one signs out."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    here = session.is_current()
    end_sessions(request, [session])
    if here:
        return HttpResponseRedirect(reverse("home"))
    get_account_adapter(request).add_message(request, messages.INFO, "usersessions/messages/sessions_logged_out.txt")
    return HttpResponseRedirect(reverse("usersessions_list"))
