"""For admins: who works for the editorial team."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.choices import EditorialRole
from accounts.errors import RefusedError
from accounts.models import Invitation, User
from catalogue.access import for_admins
from catalogue.requests import SignedInRequest
from catalogue.taking_part.forms import EditorForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_people(request: SignedInRequest) -> HttpResponse:
    """List the editorial team, and invite someone to it."""
    form = EditorForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.invite_editor(**form.cleaned_data, by=request.user)
        messages.success(request, _("De uitnodiging is verstuurd."))
        return redirect("review-people")
    context = {
        "people": User.objects.exclude(editorial_role=EditorialRole.NONE).order_by("email"),
        "roles": EditorialRole.choices,
        "invitations": Invitation.objects.open().filter(organisation__isnull=True),
        "form": form,
    }
    return render(request, "taking_part/review_people.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give someone of the team another role, or none."""
    person = get_object_or_404(User.objects.exclude(editorial_role=EditorialRole.NONE), pk=pk)
    role = request.POST.get("role")
    try:
        if role in EditorialRole.values:
            actions.appoint(person.email, EditorialRole(role), by=request.user)
            messages.success(request, _("De rol is gewijzigd."))
    except RefusedError as fault:
        messages.error(request, str(fault))
    # Who gave away their own role has no way back to this page.
    return redirect("account-home" if person == request.user and role != EditorialRole.ADMIN else "review-people")


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_invitation_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take an invitation back, to the team or to an organisation."""
    invitation = get_object_or_404(Invitation.objects.open().select_related("organisation"), pk=pk)
    here = "review-organisations" if invitation.organisation else "review-people"
    if request.method == "POST":
        actions.withdraw_invitation(invitation, by=request.user)
        messages.success(request, _("De uitnodiging is ingetrokken."))
    return redirect(here)
