"""“Klopt er iets niet?”: anyone tells, confirms by letter, and gets an answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.dialogue.access import form_page
from catalogue.dialogue.forms import CorrectionForm
from catalogue.dialogue.spam import is_within_limit
from catalogue.dialogue.views.following import link_gone
from dialogue import corrections
from evidence.models import Intervention


@form_page
def correction(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what is wrong with a record. Whoever sends the form gets the same answer."""
    intervention = get_object_or_404(Intervention.objects.published(), slug=slug)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, intervention, form, 422 if form.is_bound else 200)
    said = form.cleaned_data
    if not is_within_limit(request, "correction", said["email"].lower()):
        form.add_error(
            None,
            _("Er kwamen net veel meldingen van u. Uw tekst is er nog. Probeer het over een uur opnieuw, of mail ons."),
        )
        return _ask(request, intervention, form, 429)
    corrections.propose_correction(
        intervention, text=said["text"], origin=said["origin"], email=said["email"], language=get_language()
    )
    return redirect("correction-sent")


def _ask(request: HttpRequest, intervention: Intervention, form: CorrectionForm, status: int) -> HttpResponse:
    return render(request, "dialogue/correction.html", {"intervention": intervention, "form": form}, status=status)


@require_safe
def correction_sent(request: HttpRequest) -> HttpResponse:
    """Say that a letter is under way."""
    return render(request, "dialogue/correction_sent.html")


@form_page
def correction_confirm(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the button that confirms; only the button does (scanners of mail open every link)."""
    found = corrections.find_correction(secret)
    if found is None:
        return link_gone(request)
    if request.method == "POST":
        corrections.confirm_correction(found)
        return redirect("correction-confirm", secret)
    return render(request, "dialogue/correction_confirm.html", {"correction": found})
