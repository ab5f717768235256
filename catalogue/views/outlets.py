"""Take away what a question finds: a feed, and a table for a spreadsheet."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from catalogue.outlets import feed, table
from catalogue.outlets.selection import Selection

PLAIN = "text/plain; charset=utf-8"


@require_safe
def intervention_feed(request: HttpRequest) -> HttpResponse:
    """Give the changes in what a question finds, newest first."""
    selection = Selection(request.GET, ordering="-modified")
    if selection.faults:
        return _refused(selection)
    return HttpResponse(feed.write(selection), content_type=feed.Feed.content_type)


@require_safe
def intervention_export(request: HttpRequest) -> HttpResponse:
    """Give what a question finds, in its order, as comma-separated values."""
    selection = Selection(request.GET)
    if selection.faults:
        return _refused(selection)
    response = StreamingHttpResponse(table.lines(selection, get_language()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="werkwijs.csv"'
    return response


def _refused(selection: Selection) -> HttpResponse:
    """Say what is wrong in plain text: who reads this is a program, or looks at a file."""
    return HttpResponse("\n".join(selection.faults) + "\n", status=400, content_type=PLAIN)
