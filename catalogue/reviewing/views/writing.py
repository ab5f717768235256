"""What a reviewer writes: the checklist, messages to the organisation, and notes for colleagues (which never share a
form).
"""

from django.http import HttpRequest, HttpResponse

from catalogue.reviewing import checklist, typed
from catalogue.reviewing.attempt import CHECKLIST, MESSAGE, NOTE, Attempt
from catalogue.reviewing.doors import posted_about_it
from catalogue.reviewing.views.submission import attempted, must_have_seen
from submissions import actions
from submissions.choices import Audience
from submissions.errors import FaultsError
from submissions.models import Submission


@posted_about_it
def judge(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Keep the checklist, whole or not at all."""
    posted = checklist.read(request.POST)

    def keep() -> None:
        must_have_seen(request, submission)
        actions.judge(submission, posted.found, by=request.user)
        if posted.faults:
            raise FaultsError(posted.faults)

    return attempted(request, submission, Attempt(CHECKLIST, checklist=posted), keep)


@posted_about_it
def message(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Write to the organisation."""
    return _write(request, submission, MESSAGE, Audience.AUTHOR)


@posted_about_it
def note(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Write to colleagues only."""
    return _write(request, submission, NOTE, Audience.INTERNAL)


def _write(request: HttpRequest, submission: Submission, form: str, audience: Audience) -> HttpResponse:
    text = typed.text(request.POST, "text")

    def write() -> None:
        actions.comment(submission, text, audience=audience, by=request.user)

    return attempted(request, submission, Attempt(form, text), write)
