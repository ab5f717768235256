"""What an organisation submitted, and one submission as a whole."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.errors import RefusedError
from accounts.forms.presentation import FormFault
from catalogue.access import organisations_of, signed_in
from catalogue.fields import Field
from catalogue.idempotency import new_key, redirect_once
from catalogue.requests import SignedInRequest
from catalogue.submitting import journey, overview, starting
from catalogue.submitting.access import own_submission
from submissions import actions, permissions
from submissions.choices import Audience, Kind, Move, Tier
from submissions.errors import ConflictError
from submissions.models import Submission


@require_safe
@signed_in
def submission_list(request: SignedInRequest) -> HttpResponse:
    """List what the organisations of the visitor submitted, by whose turn it is."""
    context = {
        "groups": overview.submission_groups(overview.submissions_of(request.user)),
        "organisations": organisations_of(request.user),
    }
    return render(request, "submitting/list.html", context)


@require_safe
@signed_in
def submission_detail(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show where a submission is and what to do next."""
    return show_submission(request, own_submission(request, reference))


def show_submission(
    request: SignedInRequest,
    submission: Submission,
    links: Sequence[FormFault] = (),
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    """Draw the page of a submission, with what was wrong with a form on it and what was typed there."""
    tasks = journey.tasks(submission) if submission.is_editable else []
    moves = permissions.moves(submission, request.user)
    kind = Kind(submission.kind)
    message_field = Field(
        name="text",
        id="text",
        label=_("Uw bericht"),
        value=typed,
        errors=[link.text for link in links if link.href == "#text"],
        kind="text",
        needed=True,
        largest=5000,
    )
    row = overview.submission_row(get_object_or_404(overview.submissions_of(request.user), pk=submission.pk))
    context = {
        "submission": submission,
        "row": row,
        "tasks": tasks,
        "count": journey.count_done(tasks),
        "asked": journey.asked_by_reviewer(submission),
        "timeline": journey.timeline(submission, request.user),
        "tiers": starting.tier_choices(kind, submission.tier) if starting.has_tiers(kind) else [],
        "may_withdraw": Move.WITHDRAW in moves,
        "may_reopen": Move.REOPEN_DRAFT in moves,
        "may_edit": permissions.may_edit(submission, request.user),
        "message_field": message_field,
        "links": links,
        "key": new_key(),
    }
    return render(request, "submitting/detail.html", context, status=status)


@require_POST
@signed_in
def submission_message(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write to the reviewers."""
    submission = own_submission(request, reference)
    text = request.POST.get("text", "")

    def send() -> str:
        actions.comment(submission, text, audience=Audience.AUTHOR, by=request.user)
        return reverse("submission-detail", args=(reference,)) + "#timeline"

    try:
        return redirect_once(request, send)
    except RefusedError as refused:
        return show_submission(request, submission, [FormFault(href="#text", text=str(refused))], text, status=422)


@require_POST
@signed_in
def submission_withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take a submission back."""
    return _act(
        request,
        reference,
        lambda found: actions.withdraw(found, by=request.user, reason=request.POST.get("reason", "")),
    )


@require_POST
@signed_in
def submission_reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take up what was withdrawn."""
    return _act(request, reference, lambda found: actions.reopen_draft(found, by=request.user))


@require_POST
@signed_in
def submission_tier(request: SignedInRequest, reference: str) -> HttpResponse:
    """Tell more, or less."""
    tier = request.POST.get("tier")
    if tier not in Tier.values:
        raise Http404
    return _act(request, reference, lambda found: _with_tier(found, Tier(tier), request))


def _with_tier(submission: Submission, tier: Tier, request: SignedInRequest) -> Submission:
    """The tier changes no answer, so what a colleague saved meanwhile is no reason to refuse it."""
    try:
        return actions.set_tier(submission, tier, version=submission.version, by=request.user)
    except ConflictError as conflict:
        return actions.set_tier(conflict.current, tier, version=conflict.current.version, by=request.user)


@require_POST
@signed_in
def submission_confirm(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that what is published is still right."""
    return _act(
        request, reference, lambda found: actions.confirm_still_right(found, by=request.user), then="submission-list"
    )


def _act(
    request: SignedInRequest, reference: str, do: Callable[[Submission], Submission], then: str = ""
) -> HttpResponse:
    try:
        do(own_submission(request, reference))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)
    return redirect(then) if then else redirect("submission-detail", reference)
