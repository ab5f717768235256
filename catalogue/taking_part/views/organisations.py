"""The organisations that someone acts for."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions
from accounts.choices import MemberRole
from accounts.errors import RefusedError
from accounts.models import Invitation, Membership, OrganisationRequest
from catalogue.access import signed_in
from catalogue.requests import SignedInRequest
from catalogue.taking_part.access import for_members, posted_by_coordinators
from catalogue.taking_part.forms import ApiKeyForm, AskForm, ContactAddressForm, InviteForm

SHOWN_ONCE = "shown_once"
"""Under this name a session holds the secret of a new key until the next page showed it."""


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def account_organisations(request: SignedInRequest) -> HttpResponse:
    """List one's organisations and what one asked; take a new request."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.ask_to_take_part(**form.cleaned_data, by=request.user)
        except RefusedError as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(
                request, _("Uw aanvraag is verstuurd. U krijgt een mail als de redactie heeft geantwoord.")
            )
            return redirect("account-organisations")
    context = {
        "form": form,
        "memberships": Membership.objects.of(request.user).filter(organisation__takes_part=True),
        "requests": OrganisationRequest.objects.filter(asked_by=request.user),
    }
    return render(request, "taking_part/organisations.html", context, status=400 if form.errors else 200)


def show_organisation(request: SignedInRequest, mine: Membership, **typed: forms.BaseForm) -> HttpResponse:
    """Show an organisation; `typed` are forms that came back with faults, in the place of empty ones."""
    organisation = mine.organisation
    context: dict[str, object] = {
        "organisation": organisation,
        "mine": mine,
        "members": Membership.objects.filter(organisation=organisation).select_related("user"),
    }
    if mine.role == MemberRole.COORDINATOR:
        context |= {
            "looks_after": True,
            "roles": MemberRole.choices,
            "invitations": Invitation.objects.open().filter(organisation=organisation),
            "keys": organisation.tokens.select_related("user"),
            "secret": request.session.pop(SHOWN_ONCE, "") if SHOWN_ONCE in request.session else "",
            "invite_form": InviteForm(auto_id="invite-%s"),
            "contact_form": ContactAddressForm(auto_id="contact-%s", initial={"email": organisation.contact_email}),
            "key_form": ApiKeyForm(auto_id="key-%s"),
        }
    return render(request, "taking_part/organisation.html", {**context, **typed}, status=400 if typed else 200)


@require_safe
@for_members
def account_organisation(request: SignedInRequest, mine: Membership) -> HttpResponse:
    """Show who acts for an organisation; who looks after it can change that."""
    return show_organisation(request, mine)


def to_organisation(mine: Membership) -> HttpResponse:
    """Go to the page of the organisation."""
    return redirect("account-organisation", mine.organisation.slug)


@posted_by_coordinators
def account_organisation_contact(request: SignedInRequest, mine: Membership) -> HttpResponse:
    """Say where questions of other organisations go."""
    form = ContactAddressForm(request.POST, auto_id="contact-%s")
    if not form.is_valid():
        return show_organisation(request, mine, contact_form=form)
    actions.set_contact(mine.organisation, form.cleaned_data["email"], by=request.user)
    messages.success(request, _("Het contactadres is opgeslagen."))
    return to_organisation(mine)
