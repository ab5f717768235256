"""Who comes in, and what happens to typed words when the door turns out to be closed.

A session can end while someone fills in a long form: it expires, or another tab signs out (or in: that changes the CSRF
token). What was typed then comes back in the answer, as a form that can be sent again after signing in in another tab.
The server keeps nothing of it, and the answer says nothing about whether the submission exists.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _

from submissions import questions
from submissions.choices import Aspect, Kind
from submissions.models import Submission
from submissions.questions.declaration import Question

View = Callable[..., HttpResponse]
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the name of a field
ORIGIN_FAULT = REASON_BAD_ORIGIN.split("%")[0]


def signed_in(view: View) -> View:
    """Let only who is signed in pass; others sign in first, and get back what they typed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.htmx:
            return HttpResponse(status=401)
        if request.method == "POST":
            return _give_back(request, status=401)
        return redirect_to_login(request.get_full_path())

    guarded.gives_back_what_was_typed = True
    return guarded


def own(request: HttpRequest, reference: str) -> Submission:
    """Find a submission of an organisation of the visitor; for anyone else it does not exist (404)."""
    return get_object_or_404(Submission.objects.with_people().of_member(request.user), reference=reference)


def handle_lost_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid token. What was typed comes back only when the form was our own: else another site
    could have its words sent by a visitor who presses the button.
    """
    view = request.resolver_match and request.resolver_match.func
    # A token is looked at after the origin: with an Origin header and another reason, that origin was ours.
    is_ours = "Origin" in request.headers and not reason.startswith(ORIGIN_FAULT)
    if is_ours and getattr(view, "gives_back_what_was_typed", False) and not request.htmx:
        return _give_back(request, status=403)
    return render(request, "403_csrf.html", status=403)


def _give_back(request: HttpRequest, *, status: int) -> HttpResponse:
    context = {
        "typed": [(name, value) for name, values in request.POST.lists() if name != TOKEN for value in values],
        "shown": as_read(request.POST),
        "had_files": bool(request.FILES),
        "login": resolve_url(settings.LOGIN_URL),
        "signed_in": request.user.is_authenticated,
    }
    return render(request, "submitting/given_back.html", context, status=status)


def as_read(posted: QueryDict) -> list[tuple[str, str]]:
    """Name what was typed by the questions it answers, of whatever kind: whose form it was is not looked up."""
    # The kinds share some codes; most forms are about something new, whose words come last and so count.
    asked = {code: question for kind in reversed(Kind) for code, question in questions.all_questions(kind).items()}
    rows = [(str(asked[name].label), _words(asked[name], values)) for name, values in posted.lists() if name in asked]
    texts = {"text": _("Uw bericht"), "reason": _("Uw uitleg")} | {
        f"comment-{aspect}": str(aspect.label) for aspect in Aspect
    }
    return [row for row in [*rows, *((label, posted.get(name, "")) for name, label in texts.items())] if row[1]]


def _words(question: Question, values: list[str]) -> str:
    labels = dict(questions.options(question))
    return "\n".join(labels.get(value, value) for value in values if value)
