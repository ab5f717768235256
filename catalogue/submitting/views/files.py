"""The questions as a workbook: to take away, and to hand back filled in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.errors import RefusedError
from catalogue.access import signed_in
from catalogue.fields import Field
from catalogue.requests import SignedInRequest
from catalogue.submitting import workbook
from catalogue.submitting.access import own_submission
from submissions import spreadsheet
from submissions.choices import Kind, Tier
from submissions.models import Submission
from submissions.permissions import may_edit
from submissions.spreadsheet.layout import MEDIA_TYPE


@require_safe
def submission_template(request: HttpRequest) -> HttpResponse:
    """Give the questions as an empty workbook, to whoever wants it."""
    kind, tier = request.GET.get("kind", Kind.NEW), request.GET.get("tier", Tier.DESCRIBE)
    if kind not in Kind.values or tier not in Tier.values:
        raise Http404
    return _file(spreadsheet.template(Kind(kind), Tier(tier)), f"werkwijs-{kind}-{tier}")


@require_safe
@signed_in
def submission_workbook(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give the questions with the answers of a draft."""
    submission = own_submission(request, reference)
    data = spreadsheet.template(Kind(submission.kind), Tier(submission.tier), submission.answers)
    return _file(data, f"werkwijs-{submission.reference}")


def _file(data: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        data, content_type=MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def submission_upload(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take over a filled-in workbook, or say by cell what is wrong with it."""
    submission = own_submission(request, reference)
    if not may_edit(submission, request.user):
        messages.error(request, _("De antwoorden kunnen nu niet gewijzigd worden."))
        return redirect("submission-detail", reference)
    if request.method != "POST":
        return _show(request, submission, None)
    try:
        found = _read(request, submission)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("submission-detail", reference)
    if not found.is_done:
        return _show(request, submission, found, status=422)
    text = ngettext("%(number)s antwoord is overgenomen.", "%(number)s antwoorden zijn overgenomen.", found.taken)
    messages.success(request, text % {"number": found.taken})
    return redirect("submission-detail", reference)


def _read(request: SignedInRequest, submission: Submission) -> workbook.Upload:
    if "answers" in request.POST:
        return workbook.take_over(request.POST, submission, by=request.user)
    return workbook.read_workbook(request.FILES.get("file"), submission, by=request.user)


def _show(
    request: SignedInRequest, submission: Submission, found: workbook.Upload | None, status: int = 200
) -> HttpResponse:
    faults = [link.text for link in found.links if link.href == "#file"] if found else []
    field = Field(
        name="file",
        id="file",
        label=_("Kies het ingevulde bestand"),
        help=_("Een bestand in XLSX, gemaakt met ons sjabloon, hoogstens 2 MB."),
        errors=faults,
        kind="file",
        needed=True,
    )
    context = {"submission": submission, "upload": found, "field": field, "links": found.links if found else []}
    return render(request, "submitting/upload.html", context, status=status)
