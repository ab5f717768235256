"""Conversations between organisations about a record.

Nobody sees an address; only the two see that there is a conversation.
"""

from collections.abc import Callable

from django.db.models import Count, Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.errors import RefusedError
from catalogue.access import organisations_of, signed_in
from catalogue.dialogue.access import form_page
from catalogue.dialogue.forms import FirstMessageForm, MessageForm
from catalogue.dialogue.spam import is_within_limit
from catalogue.idempotency import new_key, redirect_once
from catalogue.requests import SignedInRequest
from dialogue import contacts
from dialogue.models import ContactRequest
from evidence.models import Intervention


@form_page
@signed_in
def contact_start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask an organisation about its record; when none of it takes part yet, say so."""
    intervention = get_object_or_404(Intervention.objects.published(), slug=slug)
    senders, receivers = organisations_of(request.user), contacts.those_who_answer(intervention, request.user)
    context = {"intervention": intervention, "receivers": receivers, "senders": senders, "key": new_key()}
    if not senders or not receivers:
        return render(request, "dialogue/contact_closed.html", context)
    form = FirstMessageForm(request.POST if request.method == "POST" else None, senders=senders, receivers=receivers)

    def start() -> str:
        said = form.cleaned_data
        made = contacts.start_contact(
            intervention,
            asker=form.writes_for,
            asked=form.writes_to,
            subject=said["subject"],
            text=said["text"],
            by=request.user,
        )
        return _address(made)

    return _sent(request, form, start) or render(
        request, "dialogue/contact_start.html", {**context, "form": form}, status=422 if form.is_bound else 200
    )


@require_safe
@signed_in
def contact_list(request: SignedInRequest) -> HttpResponse:
    """List the conversations of one's organisations, the latest message first."""
    found = ContactRequest.objects.of_member(request.user).with_sides()
    found = found.annotate(number=Count("messages"), latest=Max("messages__at")).order_by("-latest", "pk")
    return render(request, "dialogue/contact_list.html", {"conversations": found})


@form_page
@signed_in
def contact_detail(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read a conversation and write in it, for the side that one acts for."""
    found = get_object_or_404(ContactRequest.objects.of_member(request.user).with_sides(), reference=reference)
    senders = [row for row in organisations_of(request.user) if row in (found.asker, found.asked)]
    form = MessageForm(request.POST if request.method == "POST" else None, senders=senders)

    def send() -> str:
        contacts.write_message(found, form.cleaned_data["text"], organisation=form.writes_for, by=request.user)
        return _address(found)

    context = {
        "conversation": found,
        "messages_sent": found.messages.select_related("organisation"),
        "mine": senders,
        "form": form,
        "key": new_key(),
    }
    return _sent(request, form, send) or render(
        request, "dialogue/contact_detail.html", context, status=422 if form.is_bound else 200
    )


def _address(found: ContactRequest) -> str:
    return reverse("contact-detail", args=(found.reference,))


def _sent(request: SignedInRequest, form: MessageForm, send: Callable[[], str]) -> HttpResponse | None:
    """Send what is in order, once; None when the form must be shown (again), with why it was not sent."""
    if not form.is_valid():
        return None
    if not is_within_limit(request, "contact"):
        form.add_error(None, _("U stuurde net veel berichten. Uw tekst is er nog. Probeer het over een uur opnieuw."))
        return None
    try:
        return redirect_once(request, send)
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return None
