"""Who acts for an organisation: a coordinator invites, changes roles and lets members go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.choices import MemberRole
from accounts.errors import RefusedError
from accounts.models import Invitation, Membership
from catalogue.requests import SignedInRequest
from catalogue.taking_part.access import for_members, posted_by_coordinators
from catalogue.taking_part.forms import InviteForm
from catalogue.taking_part.views.organisations import show_organisation, to_organisation


@posted_by_coordinators
def account_organisation_invite(request: SignedInRequest, mine: Membership) -> HttpResponse:
    """Ask someone by letter to act for the organisation."""
    form = InviteForm(request.POST, auto_id="invite-%s")
    if form.is_valid():
        try:
            actions.invite(form.cleaned_data["email"], mine.organisation, form.cleaned_data["role"], by=request.user)
        except RefusedError as fault:
            form.add_error("email", str(fault))
        else:
            messages.success(request, _("De uitnodiging is verstuurd."))
            return to_organisation(mine)
    return show_organisation(request, mine, invite_form=form)


@posted_by_coordinators
def account_organisation_withdraw(request: SignedInRequest, mine: Membership, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation.objects.open(), pk=pk, organisation=mine.organisation)
    actions.withdraw_invitation(invitation, by=request.user)
    messages.success(request, _("De uitnodiging is ingetrokken."))
    return to_organisation(mine)


@posted_by_coordinators
def account_organisation_role(request: SignedInRequest, mine: Membership, pk: int) -> HttpResponse:
    """Change what a member may do."""
    member = get_object_or_404(Membership, pk=pk, organisation=mine.organisation)
    role = request.POST.get("role")
    try:
        if role in MemberRole.values:
            actions.change_member_role(member, MemberRole(role), by=request.user)
            messages.success(request, _("De rol is gewijzigd."))
    except RefusedError as fault:
        messages.error(request, str(fault))
    return to_organisation(mine)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def account_organisation_remove(request: SignedInRequest, mine: Membership, pk: int) -> HttpResponse:
    """Let a member go: a coordinator anyone, everyone themselves."""
    colleagues = Membership.objects.filter(organisation=mine.organisation)
    allowed = colleagues if mine.role == MemberRole.COORDINATOR else colleagues.filter(pk=mine.pk)
    member = get_object_or_404(allowed.select_related("organisation"), pk=pk)
    if request.method != "POST":
        return to_organisation(mine)
    try:
        actions.remove_member(member, by=request.user)
    except RefusedError as fault:
        messages.error(request, str(fault))
        return to_organisation(mine)
    if member.user_id == request.user.pk:
        messages.success(request, _("U hoort niet meer bij deze organisatie."))
        return redirect("account-organisations")
    messages.success(request, _("Deze persoon hoort niet meer bij uw organisatie."))
    return to_organisation(mine)
