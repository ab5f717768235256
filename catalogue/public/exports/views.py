"""Take away what a question finds: a feed, and a table for a spreadsheet."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from catalogue.public.exports.csv_table import write_csv
from catalogue.public.exports.feed import InterventionFeed, write_feed
from catalogue.selection import Selection

PLAIN = "text/plain; charset=utf-8"


@require_safe
def intervention_feed(request: HttpRequest) -> HttpResponse:
    """Give the changes in what a question finds, newest first."""
    selection = Selection(request.GET, ordering="-modified")
    if selection.faults:
        return _refused(selection)
    return HttpResponse(write_feed(selection), content_type=InterventionFeed.content_type)


@require_safe
def intervention_export(request: HttpRequest) -> HttpResponseBase:
    """Give what a question finds, in its order, as comma-separated values."""
    selection = Selection(request.GET)
    if selection.faults:
        return _refused(selection)
    response = StreamingHttpResponse(write_csv(selection, get_language()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="werkwijs.csv"'
    return response


def _refused(selection: Selection) -> HttpResponse:
    """Say what is wrong in plain text: who reads this is a program, or looks at a file."""
    return HttpResponse("\n".join(selection.faults) + "\n", status=400, content_type=PLAIN)
