"""Start something new, a change to a record, or an experience with it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.errors import RefusedError
from accounts.forms.presentation import FormFault
from catalogue.access import signed_in
from catalogue.idempotency import new_key, redirect_once
from catalogue.requests import SignedInRequest
from catalogue.submitting import starting
from catalogue.submitting.access import own_submission
from catalogue.submitting.starting import StartForm
from evidence.models import Intervention
from submissions.choices import Kind
from submissions.models import Submission


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def submission_start(request: SignedInRequest) -> HttpResponse:
    """Start the description of an initiative that is not in the catalogue yet."""
    return _start(request, Kind.NEW)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change_start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start a change to a record, from what it says now."""
    return _start(request, Kind.CHANGE, get_object_or_404(Intervention.objects.published(), slug=slug))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def experience_start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start a report of one's own practice with a record."""
    return _start(request, Kind.EXPERIENCE, get_object_or_404(Intervention.objects.published(), slug=slug))


def _start(request: SignedInRequest, kind: Kind, about: Intervention | None = None) -> HttpResponse:
    form = StartForm(kind, request.user, request.POST if request.method == "POST" else None, about)
    if form.posted is None or form.links:
        return _show(request, form, form.links)
    try:
        return redirect_once(request, lambda: _address(form.create()))
    except RefusedError as refused:
        return _show(request, form, [FormFault(text=str(refused))])


def _show(request: SignedInRequest, form: StartForm, links: list[FormFault]) -> HttpResponse:
    context = {"form": form, "links": links, "key": new_key()}
    return render(request, "submitting/start.html", context, status=422 if links else 200)


def _address(submission: Submission) -> str:
    return reverse("submission-detail", args=(submission.reference,))


@require_POST
@signed_in
def submission_continue(request: SignedInRequest, reference: str) -> HttpResponse:
    """Go on with what someone else does already: as a change to its record, or as an experience with it."""
    submission = own_submission(request, reference)
    about = get_object_or_404(Intervention.objects.published(), slug=request.POST.get("about", "").replace("\0", ""))
    kind = request.POST.get("kind")
    if kind not in (Kind.CHANGE, Kind.EXPERIENCE):
        raise Http404
    try:
        return redirect_once(
            request, lambda: _address(starting.carry_over(submission, Kind(kind), about, by=request.user))
        )
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)
