"""Check all answers, hand them in, and hear what happens next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.errors import RefusedError
from catalogue.submitting import advice, checking, once, overview
from catalogue.submitting.doors import own, signed_in
from catalogue.submitting.fields import Link
from submissions import actions
from submissions.choices import State
from submissions.errors import ConflictError, FaultsError
from submissions.models import Submission
from submissions.permissions import may_edit


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def submission_check(request: HttpRequest, reference: str) -> HttpResponse:
    """Show all answers; hand them in when they are complete and publication is allowed."""
    submission = own(request, reference)
    if request.method != "POST":
        return _show(request, submission)
    try:
        return once.redirect_once(request, lambda: _hand_in(request, submission))
    except FaultsError as refused:
        return _show(
            request, submission, checking.links(submission, refused.faults), checking.permission_fault(refused.faults)
        )
    except ConflictError as conflict:
        return _show(request, conflict.current, checking.colliding(str(conflict)))
    except once.NoKeyError as refused:
        return _show(request, submission, [Link("", str(refused))])
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)


def _hand_in(request: HttpRequest, submission: Submission) -> str:
    version = request.POST.get("version", "")
    actions.submit(
        submission,
        permission=request.POST.get(checking.PERMISSION) == "yes",
        version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        by=request.user,
    )
    return reverse("submission-submitted", args=(submission.reference,))


def _show(
    request: HttpRequest,
    submission: Submission,
    links: list[Link] | None = None,
    permission_faults: list[str] | None = None,
) -> HttpResponse:
    context = {
        "submission": submission,
        "parts": checking.parts(submission),
        "links": links or [],
        "permission_faults": permission_faults or [],
        "may_edit": may_edit(submission, request.user),
        "key": once.fresh(),
    }
    if context["may_edit"]:
        context |= {
            "missing": checking.missing(submission) if links is None else [],
            "personal": checking.personal(submission),
            "similar": advice.alike(submission, submission.answers),
        }
    return render(request, "submitting/check.html", context, status=422 if links else 200)


@require_safe
@signed_in
def submission_submitted(request: HttpRequest, reference: str) -> HttpResponse:
    """Confirm that it was handed in: the reference, what happens next, and by when."""
    submission = own(request, reference)
    if submission.state not in (State.SUBMITTED, State.IN_REVIEW):
        return redirect("submission-detail", reference)
    return render(
        request, "submitting/submitted.html", {"submission": submission, "next_step": overview.next_step(submission)}
    )
