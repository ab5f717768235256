"""The outbox, for admins."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.access import for_admins
from catalogue.requests import SignedInRequest
from catalogue.reviewing.letters import Letters
from letters import outbox
from letters.models import Letter


@require_safe
@for_admins
def review_letters(request: SignedInRequest) -> HttpResponse:
    """List what is in the outbox."""
    letters = Letters(request.user, request.GET)
    return render(request, "reviewing/letters.html", {"letters": letters, "done": request.GET.get("done") == "again"})


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def review_letter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a letter that did not go be tried anew; asking twice asks the same, and one that was sent stays sent."""
    if request.method != "POST":
        return redirect("review-letters")
    outbox.again(get_object_or_404(Letter, pk=pk))
    response = redirect("review-letters")
    response["Location"] += "?done=again"
    return response
