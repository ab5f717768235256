"""What an organisation submitted, and one submission as a whole."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.errors import RefusedError
from catalogue.submitting import journey, once, overview, starting
from catalogue.submitting.doors import own, signed_in
from catalogue.submitting.fields import Field, Link
from submissions import actions, permissions
from submissions.choices import Audience, Move, Tier
from submissions.errors import ConflictError
from submissions.models import Submission


@require_safe
@signed_in
def submission_list(request: HttpRequest) -> HttpResponse:
    """List what the organisations of the visitor submitted, by whose turn it is."""
    context = {
        "groups": overview.groups(overview.of_user(request.user)),
        "organisations": starting.organisations(request.user),
    }
    return render(request, "submitting/list.html", context)


@require_safe
@signed_in
def submission_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show where a submission is and what to do next."""
    return show(request, own(request, reference))


def show(
    request: HttpRequest, submission: Submission, links: list[Link] = (), typed: str = "", status: int = 200
) -> HttpResponse:
    """Draw the page of a submission, with what was wrong with a form on it and what was typed there."""
    tasks = journey.tasks(submission) if submission.is_editable else []
    moves = permissions.moves(submission, request.user)
    faults = [link.text for link in links if link.href == "#text"]
    row = overview.row(get_object_or_404(overview.of_user(request.user), pk=submission.pk))
    context = {
        "submission": submission,
        "row": row,
        "tasks": tasks,
        "count": journey.count(tasks),
        "asked": journey.asked(submission),
        "timeline": journey.timeline(submission, request.user),
        "tiers": starting.tiers(submission.kind, submission.tier) if starting.has_tiers(submission.kind) else [],
        "may_withdraw": Move.WITHDRAW in moves,
        "may_reopen": Move.REOPEN_DRAFT in moves,
        "may_edit": permissions.may_edit(submission, request.user),
        "message_field": Field("text", "text", _("Uw bericht"), "", "", typed, faults, "text", [], True, 5000),
        "links": links,
        "key": once.fresh(),
    }
    return render(request, "submitting/detail.html", context, status=status)


@require_POST
@signed_in
def message(request: HttpRequest, reference: str) -> HttpResponse:
    """Write to the reviewers."""
    submission = own(request, reference)
    text = request.POST.get("text", "")

    def write() -> str:
        actions.comment(submission, text, audience=Audience.AUTHOR, by=request.user)
        return f"{request.path.removesuffix('/message')}#timeline"

    try:
        return once.redirect_once(request, write)
    except RefusedError as refused:
        return show(request, submission, [Link("#text", str(refused))], text, status=422)


@require_POST
@signed_in
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a submission back."""
    return _act(
        request,
        reference,
        lambda found: actions.withdraw(found, by=request.user, reason=request.POST.get("reason", "")),
    )


@require_POST
@signed_in
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Take up what was withdrawn."""
    return _act(request, reference, lambda found: actions.reopen_draft(found, by=request.user))


@require_POST
@signed_in
def set_tier(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell more, or less."""
    tier = request.POST.get("tier")
    if tier not in Tier.values:
        raise Http404
    return _act(request, reference, lambda found: _with_tier(found, Tier(tier), request))


def _with_tier(submission: Submission, tier: Tier, request: HttpRequest) -> Submission:
    """The tier changes no answer, so what a colleague saved meanwhile is no reason to refuse it."""
    try:
        return actions.set_tier(submission, tier, version=submission.version, by=request.user)
    except ConflictError as conflict:
        return actions.set_tier(conflict.current, tier, version=conflict.current.version, by=request.user)


@require_POST
@signed_in
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that what is published is still right."""
    return _act(request, reference, lambda found: actions.confirm_still_right(found, by=request.user), then="submission-list")


def _act(request: HttpRequest, reference: str, do: Callable[[Submission], Submission], then: str = "") -> HttpResponse:
    try:
        do(own(request, reference))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)
    return redirect(then) if then else redirect("submission-detail", reference)
