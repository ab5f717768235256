"""Building blocks: what makes a learn-and-work programme."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue import building_blocks


@require_safe
def building_block_list(request: HttpRequest) -> HttpResponse:
    """List the building blocks."""
    return render(request, "catalogue/building_blocks.html", {"blocks": building_blocks.overview()})


@require_safe
def building_block_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one building block with its lessons and examples."""
    context = building_blocks.page(code)
    if context is None:
        raise Http404
    return render(request, "catalogue/building_block.html", context)
