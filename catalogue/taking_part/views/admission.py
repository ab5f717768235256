"""For admins: organisations that want to take part, and those that do."""

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions
from accounts.choices import MemberRole
from accounts.errors import RefusedError
from accounts.models import Invitation, OrganisationRequest
from catalogue.access import for_admins
from catalogue.requests import SignedInRequest
from catalogue.taking_part.forms import AdmitForm, InviteAnywhereForm, RefuseForm
from evidence.models import Organisation

COORDINATORS = Q(memberships__role=MemberRole.COORDINATOR)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_organisations(request: SignedInRequest) -> HttpResponse:
    """List what waits for an answer and who takes part; invite someone for any of them."""
    form = InviteAnywhereForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.invite(**form.cleaned_data, by=request.user)
        except RefusedError as fault:
            form.add_error("email", str(fault))
        else:
            messages.success(request, _("De uitnodiging is verstuurd."))
            return redirect("review-organisations")
    counts = {
        "member_count": Count("memberships", distinct=True),
        "coordinator_count": Count("memberships", filter=COORDINATORS, distinct=True),
    }
    context = {
        "requests": OrganisationRequest.objects.open(),
        "organisations": Organisation.objects.filter(takes_part=True).annotate(**counts),
        "invitations": Invitation.objects.open().filter(organisation__isnull=False).select_related("organisation"),
        "form": form,
    }
    return render(request, "taking_part/review_organisations.html", context, status=400 if form.errors else 200)


def show_request(request: SignedInRequest, asked: OrganisationRequest, **typed: forms.BaseForm) -> HttpResponse:
    """Show a request; `typed` are forms that came back with faults."""
    namesake = Organisation.objects.filter(name__iexact=asked.name).first()
    context: dict[str, object] = {
        "asked": asked,
        "admit_form": AdmitForm(auto_id="admit-%s", initial={"organisation": namesake and namesake.slug}),
        "refuse_form": RefuseForm(auto_id="refuse-%s"),
    }
    return render(request, "taking_part/review_organisation.html", {**context, **typed}, status=400 if typed else 200)


@require_safe
@for_admins
def review_organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what an organisation asked."""
    return show_request(
        request, get_object_or_404(OrganisationRequest.objects.select_related("asked_by", "organisation"), pk=pk)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_organisation_answer(request: SignedInRequest, pk: int, verdict: str) -> HttpResponse:
    """Admit, or refuse with a reason. Who follows the address lands on the request."""
    asked = get_object_or_404(OrganisationRequest, pk=pk)
    if request.method != "POST":
        return redirect("review-organisation", pk)
    kind = {"admit": AdmitForm, "refuse": RefuseForm}[verdict]
    form = kind(request.POST, auto_id=f"{verdict}-%s")
    if not form.is_valid():
        return show_request(request, asked, **{f"{verdict}_form": form})
    try:
        getattr(actions, f"{verdict}_organisation")(asked, **form.cleaned_data, by=request.user)
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("review-organisation", pk)
    messages.success(request, _("Het antwoord is verstuurd."))
    return redirect("review-organisations")
