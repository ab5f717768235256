"""Who may see these pages. `accounts.middleware` asks for the second step before anyone comes here."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.permissions import is_admin, is_reviewer
from catalogue.submitting.doors import signed_in
from submissions.models import Submission
from submissions.permissions import may_review

View = Callable[..., HttpResponse]


def _guarded(view: View, may_pass: Callable[[User], bool]) -> View:
    """Let visitors sign in first, and give back what they typed; for whom it is not, the page does not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_pass(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def for_reviewers(view: View) -> View:
    """Open a page to reviewers, editors and admins."""
    return _guarded(view, is_reviewer)


def for_admins(view: View) -> View:
    """Open a page to admins."""
    return _guarded(view, is_admin)


def for_reviewers_of_it(view: View) -> View:
    """Open a page to those who may review the submission of its address, and hand it the submission."""

    @wraps(view)
    def found(request: HttpRequest, reference: str, **kwargs) -> HttpResponse:
        submission = Submission.objects.for_review(request.user).with_people().filter(reference=reference).first()
        if submission is None or not may_review(submission, request.user):
            raise Http404
        return view(request, submission, **kwargs)

    return for_reviewers(found)


def posted_about_it(view: View) -> View:
    """Open an address that is only posted to; who follows it (after signing in again, say) lands on the submission."""

    @wraps(view)
    def posted(request: HttpRequest, submission: Submission, **kwargs) -> HttpResponse:
        if request.method == "POST":
            return view(request, submission, **kwargs)
        return redirect("review-detail", submission.reference)

    return require_http_methods(["GET", "HEAD", "POST"])(for_reviewers_of_it(posted))
