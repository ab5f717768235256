"""One topic of a submission, and what helps while it is filled in."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.errors import RefusedError
from catalogue.access import signed_in
from catalogue.expired_forms import typed_words
from catalogue.questionnaire import page_of
from catalogue.requests import SignedInRequest
from catalogue.submitting import advice, topics
from catalogue.submitting.access import own_submission
from catalogue.submitting.topics import TopicPage
from submissions.answers import reading
from submissions.models import Submission
from submissions.permissions import may_edit
from submissions.questions.declaration import Page


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def submission_page(request: SignedInRequest, reference: str, page: str) -> HttpResponse:
    """Show the questions of one topic; keep every answer that is right, and show what is wrong."""
    submission = own_submission(request, reference)
    if request.method == "POST":
        return _save(request, submission, page)
    found = page_of(submission, page)
    if found is None:
        raise Http404
    if not may_edit(submission, request.user):
        return redirect("submission-check", reference)
    return _show(request, TopicPage(submission, found))


def _save(request: SignedInRequest, submission: Submission, code: str) -> HttpResponse:
    full = _full_page(submission, code)
    asked = topics.as_shown(full, request.POST)
    try:
        kept = topics.save_posted(submission, asked, request.POST, by=request.user)
    except RefusedError as refused:  # a colleague handed it in or took it back while this was typed
        context = {"submission": submission, "typed": typed_words(request.POST), "why": str(refused)}
        return render(request, "submitting/closed.html", context, status=409)
    if kept.is_whole:
        return redirect(_next(kept.submission, code, request.POST.get("then", "")))
    shown = topics.shown_after(kept.submission, full, asked.questions)
    return _show(request, TopicPage(kept.submission, shown, request.POST, kept), status=409 if kept.contested else 422)


def _show(request: SignedInRequest, topic: TopicPage, status: int = 200) -> HttpResponse:
    context = {"topic": topic, "submission": topic.submission}
    context |= advice.beside(topic.submission, topic.page)
    return render(request, "submitting/page.html", context, status=status)


def _full_page(submission: Submission, code: str) -> Page:
    full = topics.full_page(submission, code)
    if full is None:
        raise Http404
    return full


def _next(submission: Submission, code: str, then: str) -> str:
    """Return where a saved page leads: on, to the list, or back to the help beside it.

    The buttons of that help are for who has no JavaScript.
    """
    if then == "list":
        return reverse("submission-detail", args=(submission.reference,))
    if then in advice.PARTS:
        return reverse("submission-page", args=(submission.reference, code)) + f"#{then}"
    return topics.address_after(submission, code)


def _as_typed(request: SignedInRequest, submission: Submission) -> dict[str, Any]:
    """Lay what is being typed over what is stored; nothing is kept."""
    full = _full_page(submission, request.POST.get("page", ""))
    read, _faults = reading.from_form(topics.as_shown(full, request.POST), request.POST)
    return submission.answers | read


@require_POST
@signed_in
def submission_similar(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say who does something like it already, while it is typed."""
    submission = own_submission(request, reference)
    found = advice.alike(submission, _as_typed(request, submission))
    return render(request, "submitting/similar.html", {"similar": found, "submission": submission})


@require_POST
@signed_in
def submission_level(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say which level the plan would reach, while it is typed."""
    submission = own_submission(request, reference)
    return render(
        request,
        "submitting/level.html",
        {"plan": advice.plan_advice(_as_typed(request, submission)), "submission": submission},
    )
