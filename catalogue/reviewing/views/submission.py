"""One submission: the screen, and the same screen again when something that was sent could not be done."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts import idempotency
from accounts.errors import RefusedError
from catalogue.idempotency import redirect_once
from catalogue.requests import SignedInRequest
from catalogue.reviewing.access import for_reviewers_of_it
from catalogue.reviewing.move_forms import not_yours
from catalogue.reviewing.screen import Screen, seen
from catalogue.reviewing.sent_form import CHECKLIST, MESSAGE, NOTE, SentForm
from submissions.actions.locking import locked
from submissions.choices import Move
from submissions.errors import FaultsError
from submissions.models import Submission

DONE = {
    Move.CLAIM: _("U behandelt deze inzending nu."),
    Move.RELEASE: _("De inzending is terug in de wachtrij."),
    Move.REQUEST_CHANGES: _("De organisatie krijgt bericht dat u om een aanvulling vraagt."),
    Move.DECLINE: _("De inzending is afgewezen. De organisatie krijgt bericht."),
    Move.PUBLISH: _("Gepubliceerd. De organisatie krijgt bericht."),
    Move.REOPEN_REVIEW: _("U behandelt deze inzending opnieuw."),
    Move.ARCHIVE: _("Gearchiveerd: het staat niet meer in de catalogus."),
    Move.RESTORE: _("Teruggezet: het staat weer in de catalogus."),
    CHECKLIST: _("De lijst is opgeslagen."),
    MESSAGE: _("Uw bericht is verstuurd aan de organisatie."),
    NOTE: _("Uw notitie is opgeslagen. Alleen de redactie ziet haar."),
}
"""What the screen says after something was done; the address carries which."""
SENT_BEFORE = _(
    "Dit formulier is al eens verstuurd, met iets anders erin. Lees na wat er staat en verstuur het dan opnieuw."
)


def show_screen(
    request: SignedInRequest, submission: Submission, sent: SentForm | None = None, status: int = 200
) -> HttpResponse:
    """Show the screen, as the submission is now."""
    if sent:
        submission = Submission.objects.with_people().get(pk=submission.pk)
    context = {"screen": Screen(submission, request.user, sent), "done": DONE.get(request.GET.get("done", ""), "")}
    return render(request, "reviewing/submission.html", context, status=status)


@require_safe
@for_reviewers_of_it
def review_detail(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Show everything that is needed to decide."""
    return show_screen(request, submission)


def _do_once(request: SignedInRequest, submission: Submission, form: str, do: Callable[[], object]) -> HttpResponse:
    """Do something once, however often the form is sent, and go back to the screen. Raises what `do` raises."""

    def done() -> str:
        do()
        return f"{reverse('review-detail', args=[submission.reference])}?done={form}"

    return redirect_once(request, done)


def do_or_show_again(
    request: SignedInRequest, submission: Submission, sent: SentForm, do: Callable[[], object]
) -> HttpResponse:
    """Do something once; when it is refused show the screen again, with why and with all that was typed."""
    try:
        return _do_once(request, submission, sent.form, do)
    except PermissionDenied:
        refused, status = sent.refused(not_yours(sent.form)), 409
    except idempotency.KeyReusedError:
        refused, status = sent.refused(str(SENT_BEFORE)), 409
    except FaultsError as error:
        refused, status = sent.faulty(error.faults), 400
    except RefusedError as error:
        refused, status = sent.refused(str(error)), 409
    return show_screen(request, submission, refused, status)


def must_have_seen(request: SignedInRequest, submission: Submission) -> None:
    """Refuse a decision about other answers than the ones that were on the screen.

    Call it in the transaction that decides.
    """
    if request.POST.get("seen") != seen(locked(submission)):
        raise RefusedError(
            _("De inzending is veranderd sinds u deze pagina opende. Lees wat er nu staat en beslis opnieuw.")
        )
