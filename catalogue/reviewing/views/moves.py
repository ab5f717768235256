"""The decisions: every move of the editorial team, and the page that asks once more before something becomes public."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.models import User
from catalogue.requests import SignedInRequest
from catalogue.reviewing.access import for_reviewers_of_it, posted_about_it
from catalogue.reviewing.posted_text import posted_text
from catalogue.reviewing.publication import Publication
from catalogue.reviewing.sent_form import SentForm
from catalogue.reviewing.views.submission import do_or_show_again, must_have_seen
from submissions import actions
from submissions.choices import Move
from submissions.models import Submission

Act = Callable[[Submission, User, str], Submission]
ACTS: dict[str, Act] = {
    Move.CLAIM: lambda submission, by, _reason: actions.claim(submission, by=by),
    Move.RELEASE: lambda submission, by, reason: actions.release(submission, reason=reason, by=by),
    Move.REQUEST_CHANGES: lambda submission, by, reason: actions.request_changes(submission, reason=reason, by=by),
    Move.DECLINE: lambda submission, by, reason: actions.decline(submission, reason=reason, by=by),
    Move.REOPEN_REVIEW: lambda submission, by, reason: actions.reopen_review(submission, reason=reason, by=by),
    Move.ARCHIVE: lambda submission, by, reason: actions.archive(submission, reason=reason, by=by),
    Move.RESTORE: lambda submission, by, reason: actions.restore(submission, reason=reason, by=by),
    Move.PUBLISH: lambda submission, by, reason: actions.publish(submission, reason=reason, by=by),
}
DECIDED_BY_WHAT_WAS_READ = frozenset({Move.REQUEST_CHANGES, Move.DECLINE, Move.PUBLISH})


@posted_about_it
def review_move(request: SignedInRequest, submission: Submission, move: str) -> HttpResponse:
    """Make a move. What the organisation's own are, and words that are no move, do not exist here."""
    if move not in ACTS:
        raise Http404
    return _make(request, submission, Move(move))


@require_http_methods(["GET", "HEAD", "POST"])
@for_reviewers_of_it
def review_publish(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Show what would become public and what still is to be looked at; a second “yes” makes it so."""
    if request.method == "POST":
        return _make(request, submission, Move.PUBLISH)
    return render(request, "reviewing/publish.html", {"publication": Publication(submission, request.user)})


def _make(request: SignedInRequest, submission: Submission, move: Move) -> HttpResponse:
    reason = posted_text(request.POST, "reason")

    def act() -> None:
        if move in DECIDED_BY_WHAT_WAS_READ:
            must_have_seen(request, submission)
        ACTS[move](submission, request.user, reason)

    return do_or_show_again(request, submission, SentForm(form=move, text=reason), act)
