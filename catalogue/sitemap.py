"""Every public address, in both languages."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from evidence.choices import SchemeCode
from evidence.models import Country, Intervention, Organisation, Source, Study, Term

PAGES = (
    "home", "intervention-list", "study-list", "country-list", "source-list", "lesson-list", "building-block-list", "scaling",
    "scaling-check", "pillar-list", "programme-list", "organisation-list", "evidence-map", "method", "change-list", "about",
    "accessibility", "privacy",
)  # fmt: skip


class Entry(NamedTuple):
    """A page: its Dutch and its English address, and when it last changed (when known)."""

    dutch: str
    english: str
    modified: datetime | None


def _entry(name: str, *arguments: str, modified: datetime | None = None) -> Entry:
    addresses = []
    for language in ("nl", "en"):
        with override(language):
            addresses.append(settings.PUBLIC_URL + reverse(name, args=arguments))
    return Entry(*addresses, modified)


def records() -> Iterator[tuple[str, Iterable[str]]]:
    """Name the pages of single records, with the part of the address that tells them apart."""
    yield "study-detail", Study.objects.of_published().order_by("pk").values_list("slug", flat=True)
    yield "country-detail", Country.objects.values_list("code", flat=True)
    yield "source-detail", Source.objects.of_published().values_list("slug", flat=True)
    for name, scheme in (("building-block-detail", SchemeCode.BUILDING_BLOCK), ("pillar-detail", SchemeCode.PILLAR)):
        yield name, Term.objects.filter(scheme__code=scheme).values_list("code", flat=True)
    yield "organisation-detail", Organisation.objects.of_published().values_list("slug", flat=True)


def entries() -> Iterator[Entry]:
    """List the pages."""
    for name in PAGES:
        yield _entry(name)
    for slug, modified in Intervention.objects.published().values_list("slug", "modified"):
        yield _entry("intervention-detail", slug, modified=modified)
    for name, codes in records():
        for code in codes:
            yield _entry(name, code)
