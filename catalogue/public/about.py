"""Pages about the site itself: who makes it, how accessible it is, and what it keeps of visitors."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

ACCESSIBILITY = {
    "not-examined": _("Nog niet onderzocht"),
    "partly": _("Voldoet gedeeltelijk"),
    "fully": _("Voldoet volledig"),
}


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what the site is and who makes it."""
    return render(request, "public/about/about.html", {"contact_name": settings.CONTACT_NAME})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible the site is, as far as that was examined."""
    return render(request, "public/about/accessibility.html", {"status": ACCESSIBILITY[settings.ACCESSIBILITY_STATUS]})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """State which data of whom are kept, what for, and how long."""
    return render(request, "public/about/privacy.html")
