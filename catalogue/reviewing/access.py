"""Who may see a submission in review."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from catalogue.access import for_reviewers
from catalogue.requests import HtmxRequest, SignedInRequest
from submissions.models import Submission
from submissions.permissions import may_review

P = ParamSpec("P")
SubmissionView = Callable[Concatenate[SignedInRequest, Submission, P], HttpResponse]
ReferenceView = Callable[Concatenate[HtmxRequest, str, P], HttpResponse]


def for_reviewers_of_it(view: SubmissionView[P]) -> ReferenceView[P]:
    """Open a page to those who may review the submission of its address, and hand it the submission."""

    @wraps(view)
    def found(request: SignedInRequest, reference: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        submission = Submission.objects.for_review(request.user).with_people().filter(reference=reference).first()
        if submission is None or not may_review(submission, request.user):
            raise Http404
        return view(request, submission, *args, **kwargs)

    return for_reviewers(found)


def posted_about_it(view: SubmissionView[P]) -> ReferenceView[P]:
    """Open an address that is only posted to; who follows it (after signing in again, say) lands on the submission."""

    @wraps(view)
    def posted(request: SignedInRequest, submission: Submission, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST":
            return view(request, submission, *args, **kwargs)
        return redirect("review-detail", submission.reference)

    return require_http_methods(["GET", "HEAD", "POST"])(for_reviewers_of_it(posted))
