"""The two files for crawlers: every public address in both languages, and what they may read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from evidence.choices import SchemeCode
from evidence.models import Country, Intervention, Organisation, Provision, Source, Study, Term

PAGES = (
    "home", "intervention-list", "study-list", "country-list", "source-list", "lesson-list", "provision-list",
    "lifelong-learning", "building-block-list",
    "scaling", "scaling-check", "pillar-list", "programme-list", "organisation-list", "evidence-map", "method",
    "change-list", "about", "accessibility", "privacy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteMapEntry:
    """A page: its Dutch and its English address, and when it last changed (when known)."""

    dutch: str
    english: str
    modified: datetime | None


def _entry(name: str, *arguments: str, modified: datetime | None = None) -> SiteMapEntry:
    addresses = {}
    for language in ("nl", "en"):
        with override(language):
            addresses[language] = settings.PUBLIC_URL + reverse(name, args=arguments)
    return SiteMapEntry(addresses["nl"], addresses["en"], modified)


def records() -> Iterator[tuple[str, Iterable[str]]]:
    """Name the pages of single records, with the part of the address that tells them apart."""
    yield "study-detail", Study.objects.of_published().order_by("pk").values_list("slug", flat=True)
    yield "country-detail", Country.objects.values_list("code", flat=True)
    yield "source-detail", Source.objects.of_published().values_list("slug", flat=True)
    for name, scheme in (("building-block-detail", SchemeCode.BUILDING_BLOCK), ("pillar-detail", SchemeCode.PILLAR)):
        yield name, Term.objects.filter(scheme__code=scheme).values_list("code", flat=True)
    yield "provision-detail", Provision.objects.values_list("slug", flat=True)
    yield "organisation-detail", Organisation.objects.of_published().values_list("slug", flat=True)


def site_map_entries() -> Iterator[SiteMapEntry]:
    """List every page that stands by itself, then those of single records."""
    for name in PAGES:
        yield _entry(name)
    for slug, modified in Intervention.objects.published().values_list("slug", "modified"):
        yield _entry("intervention-detail", slug, modified=modified)
    for name, codes in records():
        for code in codes:
            yield _entry(name, code)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers that everything public may be read, and where the map of the site is."""
    context = {"public_url": settings.PUBLIC_URL}
    return render(request, "public/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """List every public page in both languages."""
    context = {"entries": site_map_entries()}
    return render(request, "public/sitemap.xml", context, content_type="application/xml; charset=utf-8")
