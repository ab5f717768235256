"""A form whose session ended while it was filled in: what was typed comes back in the answer.

A session expires, or another tab signs out (or in: that changes the CSRF token). The answer then holds a form that
can be sent again after signing in in another tab. The server keeps nothing of it, and the answer says nothing
about whether the submission exists.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from catalogue.requests import HtmxRequest
from submissions import questions
from submissions.choices import Aspect, Kind
from submissions.questions.declaration import Question

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the name of a field
ORIGIN_FAULT = REASON_BAD_ORIGIN.split("%")[0]


def handle_lost_token(request: HtmxRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid token.

    What was typed comes back only when the form was our own: else another site could have its words sent by a visitor
    who presses the button.
    """
    view = request.resolver_match and request.resolver_match.func
    # A token is looked at after the origin: with an Origin header and another reason, that origin was ours.
    is_ours = "Origin" in request.headers and not reason.startswith(ORIGIN_FAULT)
    if is_ours and getattr(view, "gives_back_what_was_typed", False) and not request.htmx:
        return give_back(request, status=403)
    return render(request, "403_csrf.html", status=403)


def give_back(request: HttpRequest, *, status: int) -> HttpResponse:
    """Answer with what was typed, as a form that can be sent again."""
    context = {
        "typed": [(name, value) for name, values in request.POST.lists() if name != TOKEN for value in values],
        "shown": typed_words(request.POST),
        "had_files": bool(request.FILES),
        "login": resolve_url(settings.LOGIN_URL),
        "signed_in": request.user.is_authenticated,
    }
    return render(request, "submitting/given_back.html", context, status=status)


def typed_words(posted: QueryDict) -> list[tuple[str, str]]:
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
