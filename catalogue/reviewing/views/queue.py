"""The queue of what waits for the editorial team."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.access import for_reviewers
from catalogue.requests import SignedInRequest
from catalogue.reviewing.queue import Queue


@require_safe
@for_reviewers
def review_queue(request: SignedInRequest) -> HttpResponse:
    """List what waits, the earliest promise first."""
    return render(request, "reviewing/queue.html", {"queue": Queue(request.user, request.GET)})
