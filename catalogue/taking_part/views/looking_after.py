"""What a coordinator changes: members, invitations, the contact address, keys."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.choices import MemberRole
from accounts.errors import RefusedError
from accounts.models import ApiToken, Invitation, Membership
from catalogue.taking_part.doors import for_members, posted_by_coordinators
from catalogue.taking_part.forms import ContactForm, InviteForm, KeyForm
from catalogue.taking_part.views.organisations import SHOWN_ONCE, show


def back(mine: Membership) -> HttpResponse:
    """Go to the page of the organisation."""
    return redirect("account-organisation", mine.organisation.slug)


@posted_by_coordinators
def invite(request: HttpRequest, mine: Membership) -> HttpResponse:
    """Send an invitation."""
    form = InviteForm(request.POST, auto_id="invite-%s")
    if form.is_valid():
        try:
            actions.invite(form.cleaned_data["email"], mine.organisation, form.cleaned_data["role"], by=request.user)
        except RefusedError as fault:
            form.add_error("email", str(fault))
        else:
            messages.success(request, _("De uitnodiging is verstuurd."))
            return back(mine)
    return show(request, mine, invite_form=form)


@posted_by_coordinators
def withdraw(request: HttpRequest, mine: Membership, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation.objects.open(), pk=pk, organisation=mine.organisation)
    actions.withdraw_invitation(invitation, by=request.user)
    messages.success(request, _("De uitnodiging is ingetrokken."))
    return back(mine)


@posted_by_coordinators
def change_role(request: HttpRequest, mine: Membership, pk: int) -> HttpResponse:
    """Change what a member may do."""
    member = get_object_or_404(Membership, pk=pk, organisation=mine.organisation)
    role = request.POST.get("role")
    try:
        if role in MemberRole.values:
            actions.change_member_role(member, MemberRole(role), by=request.user)
            messages.success(request, _("De rol is gewijzigd."))
    except RefusedError as fault:
        messages.error(request, str(fault))
    return back(mine)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def remove(request: HttpRequest, mine: Membership, pk: int) -> HttpResponse:
    """Let a member go: a coordinator anyone, everyone themselves."""
    colleagues = Membership.objects.filter(organisation=mine.organisation)
    allowed = colleagues if mine.role == MemberRole.COORDINATOR else colleagues.filter(pk=mine.pk)
    member = get_object_or_404(allowed.select_related("organisation"), pk=pk)
    if request.method != "POST":
        return back(mine)
    try:
        actions.remove_member(member, by=request.user)
    except RefusedError as fault:
        messages.error(request, str(fault))
        return back(mine)
    if member.user_id == request.user.pk:
        messages.success(request, _("U hoort niet meer bij deze organisatie."))
        return redirect("account-organisations")
    messages.success(request, _("Deze persoon hoort niet meer bij uw organisatie."))
    return back(mine)


@posted_by_coordinators
def contact(request: HttpRequest, mine: Membership) -> HttpResponse:
    """Say where questions of other organisations go."""
    form = ContactForm(request.POST, auto_id="contact-%s")
    if not form.is_valid():
        return show(request, mine, contact_form=form)
    actions.set_contact(mine.organisation, form.cleaned_data["email"], by=request.user)
    messages.success(request, _("Het contactadres is opgeslagen."))
    return back(mine)


@posted_by_coordinators
def make_key(request: HttpRequest, mine: Membership) -> HttpResponse:
    """Make a key of the API; the next page shows its secret, once."""
    form = KeyForm(request.POST, auto_id="key-%s")
    if form.is_valid():
        fields = {"name": form.cleaned_data["name"], "scope": form.cleaned_data["scope"], "lasts": form.lasts}
        try:
            _token, request.session[SHOWN_ONCE] = actions.issue_token(mine.organisation, **fields, by=request.user)
        except RefusedError as fault:
            form.add_error(None, str(fault))
        else:
            return back(mine)
    return show(request, mine, key_form=form)


@posted_by_coordinators
def revoke_key(request: HttpRequest, mine: Membership, pk: int) -> HttpResponse:
    """End a key."""
    actions.revoke_token(get_object_or_404(ApiToken, pk=pk, organisation=mine.organisation), by=request.user)
    messages.success(request, _("De sleutel werkt niet meer."))
    return back(mine)
