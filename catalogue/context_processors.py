"""What every page knows: where it is, in which languages it exists, and the way to the rest."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.navigation import MenuPage, menu_items

SECTIONS = (
    MenuPage("intervention-list", _("Aanpakken"), ("intervention-detail",)),
    MenuPage("study-list", _("Onderzoek"), ("study-detail",)),
    MenuPage("evidence-map", _("Bewijskaart")),
    MenuPage(
        "lesson-list",
        _("Leren"),
        (
            "lifelong-learning",
            "provision-list",
            "provision-detail",
            "building-block-list",
            "building-block-detail",
            "scaling",
            "scaling-check",
            "pillar-list",
            "pillar-detail",
            "programme-list",
            "organisation-list",
            "organisation-detail",
        ),
    ),
    MenuPage("country-list", _("Landen"), ("country-detail",)),
    MenuPage("source-list", _("Bronnen"), ("source-detail",)),
    MenuPage("method", _("Hoe wij wegen")),
    MenuPage(
        "take-part",
        _("Meedoen"),
        (
            "submission-list",
            "submission-start",
            "submission-detail",
            "submission-page",
            "submission-check",
            "submission-submitted",
            "submission-upload",
            "submission-print",
            "change-start",
            "experience-start",
            "account-home",
            "account-organisations",
            "account-organisation",
            "contact-list",
            "contact-detail",
        ),
    ),
)
"""The sections of the site: each with the page it starts at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLanguage:
    """This page in one language; `absolute` for machines, `path` for visitors."""

    code: str
    name: str
    path: str
    absolute: str
    current: bool


def in_languages(request: HttpRequest) -> list[PageLanguage]:
    """Give the address of this page in every language: Dutch at the root, English under /en."""
    bare = request.path.removeprefix("/en") if request.path.startswith("/en/") else request.path
    query = request.META.get("QUERY_STRING", "")
    known = request.resolver_match is not None
    versions = []
    for code, name in settings.LANGUAGES:
        prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
        path = f"{prefix}{bare if known else '/'}"
        versions.append(
            PageLanguage(
                code=code,
                name=name,
                path=f"{path}?{query}" if query and known else path,
                absolute=f"{settings.PUBLIC_URL}{path}",
                current=code == get_language(),
            )
        )
    return versions


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Give base.html its menu, its languages and its address; a page that does not exist has no other languages."""
    match = request.resolver_match
    versions = in_languages(request)
    return {
        "page": {
            "navigation": menu_items(SECTIONS, (match.url_name if match else "") or ""),
            "switch": versions,
            "languages": versions if match else [],
            "canonical": next(version.absolute for version in versions if version.current),
        },
        "contact_email": settings.CONTACT_EMAIL,
    }
