"""Check all answers, hand them in, and hear what happens next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.errors import RefusedError
from accounts.forms.presentation import FormFault
from catalogue import idempotency
from catalogue.access import signed_in
from catalogue.requests import SignedInRequest
from catalogue.submitting import advice, checking, overview
from catalogue.submitting.access import own_submission
from submissions import actions
from submissions.choices import State
from submissions.errors import ConflictError, FaultsError
from submissions.models import Submission
from submissions.permissions import may_edit


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def submission_check(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show all answers; hand them in when they are complete and publication is allowed."""
    submission = own_submission(request, reference)
    if request.method != "POST":
        return _show(request, submission)
    try:
        return idempotency.redirect_once(request, lambda: _hand_in(request, submission))
    except FaultsError as refused:
        links = checking.fault_links(submission, refused.faults)
        return _show(request, submission, links, checking.permission_fault(refused.faults))
    except ConflictError as conflict:
        return _show(request, conflict.current, checking.colliding(str(conflict)))
    except idempotency.NoKeyError as refused:
        return _show(request, submission, [FormFault(text=str(refused))])
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)


def _hand_in(request: SignedInRequest, submission: Submission) -> str:
    version = request.POST.get("version", "")
    actions.submit(
        submission,
        permission=request.POST.get(checking.PERMISSION) == "yes",
        version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        by=request.user,
    )
    return reverse("submission-submitted", args=(submission.reference,))


def _show(
    request: SignedInRequest,
    submission: Submission,
    links: list[FormFault] | None = None,
    permission_faults: list[str] | None = None,
) -> HttpResponse:
    context = {
        "submission": submission,
        "parts": checking.checked_topics(submission),
        "links": links or [],
        "permission_faults": permission_faults or [],
        "may_edit": may_edit(submission, request.user),
        "key": idempotency.new_key(),
    }
    if context["may_edit"]:
        context |= {
            "missing": checking.missing(submission) if links is None else [],
            "personal": checking.personal_words(submission),
            "similar": advice.alike(submission, submission.answers),
        }
    return render(request, "submitting/check.html", context, status=422 if links else 200)


@require_safe
@signed_in
def submission_submitted(request: SignedInRequest, reference: str) -> HttpResponse:
    """Confirm that it was handed in: the reference, what happens next, and by when."""
    submission = own_submission(request, reference)
    if submission.state not in (State.SUBMITTED, State.IN_REVIEW):
        return redirect("submission-detail", reference)
    return render(
        request, "submitting/submitted.html", {"submission": submission, "next_step": overview.next_step(submission)}
    )
