"""The queue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.reviewing.doors import for_reviewers
from catalogue.reviewing.queue import Queue


@require_safe
@for_reviewers
def queue(request: HttpRequest) -> HttpResponse:
    """List what waits, the earliest promise first."""
    return render(request, "reviewing/queue.html", {"queue": Queue(request.user, request.GET)})
