"""Accept an invitation that came by letter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.errors import NoInvitationError
from catalogue.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account_invitation(request: SignedInRequest, secret: str) -> HttpResponse:
    """Show who asks, and let the reader say yes. What is wrong with a link that does nothing, is not told."""
    try:
        if request.method != "POST":
            context = {"invitation": actions.open_invitation(secret, by=request.user)}
            return render(request, "taking_part/invitation.html", context)
        accepted = actions.accept_invitation(secret, by=request.user)
    except NoInvitationError:
        return render(request, "taking_part/no_invitation.html", status=404)
    messages.success(request, _("Welkom. U hoort er nu bij."))
    if accepted.organisation is None:
        return redirect("account-home")
    return redirect("account-organisation", accepted.organisation.slug)
