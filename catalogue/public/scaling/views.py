"""The pages about scaling, and the self-check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.public.scaling.check import ScalingCheck
from catalogue.public.scaling.criteria import scaling_page


@require_safe
def scaling(request: HttpRequest) -> HttpResponse:
    """Show the criteria against the parties, the variants, the factors and the points of attention."""
    return render(request, "public/scaling/page.html", scaling_page())


@require_safe
def scaling_check(request: HttpRequest) -> HttpResponse:
    """Ask the six questions, and show what the answers in the address say; refuse answers that do not exist."""
    check = ScalingCheck(request.GET)
    return render(request, "public/scaling/check.html", {"check": check}, status=400 if check.faults else 200)
