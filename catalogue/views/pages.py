"""Pages about the site itself, and the two files for machines."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from catalogue import sitemap
from catalogue.changes import batches
from catalogue.method import meanings
from catalogue.styleguide import examples


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say how research is weighed, and what is not claimed."""
    return render(request, "catalogue/method.html", {"directions": meanings()})


@require_safe
def change_list(request: HttpRequest) -> HttpResponse:
    """List what changed."""
    return render(request, "catalogue/changes.html", {"batches": batches()})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what the site is and who makes it."""
    return render(request, "catalogue/about.html", {"contact_name": settings.CONTACT_NAME})


ACCESSIBILITY = {
    "not-examined": _("Nog niet onderzocht"),
    "partly": _("Voldoet gedeeltelijk"),
    "fully": _("Voldoet volledig"),
}


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible the site is, as far as that was examined."""
    return render(request, "catalogue/accessibility.html", {"status": ACCESSIBILITY[settings.ACCESSIBILITY_STATUS]})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """State which data of whom are kept, what for, and how long."""
    return render(request, "catalogue/privacy.html")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every building block with an example."""
    return render(request, "catalogue/styleguide.html", examples())


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers that everything public may be read, and where the map of the site is."""
    return render(
        request, "catalogue/robots.txt", {"public_url": settings.PUBLIC_URL}, content_type="text/plain; charset=utf-8"
    )


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """List every public page in both languages."""
    return render(
        request, "catalogue/sitemap.xml", {"entries": sitemap.entries()}, content_type="application/xml; charset=utf-8"
    )
