"""The corrections that editors read and answer."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.errors import RefusedError
from accounts.forms.presentation import FormFault
from accounts.permissions import is_editor
from catalogue.dialogue.access import form_page
from catalogue.dialogue.forms import AnswerForm
from catalogue.pagination import PAGE_SIZE, links_beside
from catalogue.requests import SignedInRequest
from dialogue import corrections
from dialogue.models import Correction


@require_safe
@login_required
def review_corrections(request: SignedInRequest) -> HttpResponse:
    """List what was confirmed, what waits for an answer first."""
    _only_editors(request)
    page = Paginator(Correction.objects.to_read(), PAGE_SIZE).get_page(request.GET.get("page"))
    links = links_beside(page, lambda number: f"{reverse('review-corrections')}?page={number}")
    return render(request, "dialogue/review_corrections.html", {"corrections": page, "pages": links})


@form_page
@login_required
def review_correction(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read one, and answer it. What was typed stays when it cannot be sent."""
    _only_editors(request)
    found = get_object_or_404(Correction.objects.to_read(), reference=reference)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, found, form, form.faults if form.is_bound else [])
    try:
        corrections.answer_correction(found, form.cleaned_data["answer"], by=request.user)
    except RefusedError as refused:
        return _show(request, found, form, [FormFault(text=str(refused))])
    return redirect("review-correction", reference)


def _only_editors(request: SignedInRequest) -> None:
    if not is_editor(request.user):
        raise Http404


def _show(request: SignedInRequest, found: Correction, form: AnswerForm, faults: list[FormFault]) -> HttpResponse:
    context = {"correction": found, "form": form, "faults": faults}
    return render(request, "dialogue/review_correction.html", context, status=422 if faults else 200)
