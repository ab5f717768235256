"""Follow a record or a question by letter, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.dialogue.access import form_page
from catalogue.dialogue.forms import FollowForm
from catalogue.dialogue.spam import is_within_limit
from catalogue.list_responses import refused_response
from catalogue.selection import Selection
from dialogue import following
from evidence.models import Intervention

LONGEST_QUESTION = 1000


@form_page
def follow_record(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask where to send what changes in a record."""
    intervention = get_object_or_404(Intervention.objects.published(), slug=slug)
    context: dict[str, object] = {
        "title": intervention.name,
        "back": reverse("intervention-detail", args=(slug,)),
        "language": intervention.language,
    }
    return _follow(request, context, intervention=intervention)


@form_page
def follow_question(request: HttpRequest) -> HttpResponse:
    """Ask where to send what changes in what a question finds; the question is that of the list."""
    selection = Selection(request.GET)
    if selection.listing.faults or selection.unknown:
        of_list = {"list_name": _("Aanpakken"), "list_address": reverse("intervention-list")}
        return refused_response(request, selection.listing, of_list)
    context: dict[str, object] = {
        "title": selection.title,
        "back": selection.address("intervention-list"),
        "count": len(selection.filterset.ids),
    }
    if len(selection.question) > LONGEST_QUESTION:
        return render(request, "dialogue/follow_too_long.html", context, status=400)
    return _follow(request, context, question=selection.question, title=selection.title)


def _follow(request: HttpRequest, context: dict[str, object], **what) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        email = form.cleaned_data["email"].lower()
        if is_within_limit(request, "follow", email):
            following.follow(email=email, language=get_language(), **what)
            return redirect("follow-sent")
        form.add_error(None, _("Dit is net vaak gevraagd. Probeer het over een uur opnieuw."))
        status = 429
    return render(request, "dialogue/follow.html", {**context, "form": form}, status=status)


@require_safe
def follow_sent(request: HttpRequest) -> HttpResponse:
    """Say that a letter is under way."""
    return render(request, "dialogue/follow_sent.html")


@form_page
def follow_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button that confirms; only the button does."""
    found = following.find(token, following.CONFIRM)
    if found is None:
        return link_gone(request)
    if request.method == "POST":
        following.confirm_follow(found)
        return redirect("follow-confirm", token)
    return render(request, "dialogue/follow_confirm.html", {"follow": found})


@form_page
def follow_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button that stops. Who stopped already is told so."""
    if not following.is_ours(token, following.STOP):
        return link_gone(request)
    found = following.find(token, following.STOP)
    if request.method == "POST":
        if found:
            following.stop(found)
        return redirect("follow-stop", token)
    return render(request, "dialogue/follow_stop.html", {"follow": found})


def link_gone(request: HttpRequest) -> HttpResponse:
    """Say that a link of a letter does not work (any more), and what to do."""
    return render(request, "dialogue/link_gone.html", status=404)
