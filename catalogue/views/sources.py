"""Sources: the documents that facts come from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue import sources
from evidence.models import Source


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """List the sources."""
    return render(request, "catalogue/sources.html", sources.overview())


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one source with what comes from it; the Risbo report with its own tables beside the computed ones."""
    source = get_object_or_404(Source.objects.of_published(), slug=slug)
    return render(request, "catalogue/source.html", sources.page(source))
