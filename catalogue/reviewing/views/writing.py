"""What a reviewer writes: the checklist, messages to the organisation, and notes for colleagues.

Messages and notes never share a form.
"""

from django.http import HttpResponse

from catalogue.requests import SignedInRequest
from catalogue.reviewing.access import posted_about_it
from catalogue.reviewing.checklist import read_checklist
from catalogue.reviewing.posted_text import posted_text
from catalogue.reviewing.sent_form import CHECKLIST, MESSAGE, NOTE, SentForm
from catalogue.reviewing.views.submission import do_or_show_again, must_have_seen
from submissions import actions
from submissions.choices import Audience
from submissions.errors import FaultsError
from submissions.models import Submission


@posted_about_it
def review_checklist(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Keep the checklist, whole or not at all."""
    posted = read_checklist(request.POST)

    def keep() -> None:
        must_have_seen(request, submission)
        actions.judge(submission, posted.found, by=request.user)
        if posted.faults:
            raise FaultsError(posted.faults)

    return do_or_show_again(request, submission, SentForm(form=CHECKLIST, checklist=posted), keep)


@posted_about_it
def review_message(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Write to the organisation."""
    return _write(request, submission, MESSAGE, Audience.AUTHOR)


@posted_about_it
def review_note(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Write to colleagues only."""
    return _write(request, submission, NOTE, Audience.INTERNAL)


def _write(request: SignedInRequest, submission: Submission, form: str, audience: Audience) -> HttpResponse:
    text = posted_text(request.POST, "text")

    def send() -> None:
        actions.comment(submission, text, audience=audience, by=request.user)

    return do_or_show_again(request, submission, SentForm(form=form, text=text), send)
