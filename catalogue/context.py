"""What every page knows: where it is, in which languages it exists, and the way to the rest."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Each section of the site: the address it starts at, its name, and the other pages that belong to it.
SECTIONS = (
    ("intervention-list", _("Aanpakken"), ("intervention-detail",)),
    ("study-list", _("Onderzoek"), ("study-detail",)),
    ("evidence-map", _("Bewijskaart"), ()),
    (
        "lesson-list",
        _("Leren"),
        (
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
    ("country-list", _("Landen"), ("country-detail",)),
    ("source-list", _("Bronnen"), ("source-detail",)),
    ("method", _("Hoe wij wegen"), ()),
    (
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


class Item(NamedTuple):
    """A link in the main menu; `current` is a value of aria-current."""

    address: str
    label: str
    current: str


class Language(NamedTuple):
    """This page in one language; `absolute` for machines, `path` for visitors."""

    code: str
    name: str
    path: str
    absolute: str
    current: bool


def navigation(here: str) -> list[Item]:
    """List the sections, and say which one the page is or belongs to."""
    return [
        Item(reverse(name), str(label), "page" if here == name else "true" if here in others else "")
        for name, label, others in SECTIONS
    ]


def in_languages(request: HttpRequest) -> list[Language]:
    """Give the address of this page in every language: Dutch at the root, English under /en."""
    bare = request.path.removeprefix("/en") if request.path.startswith("/en/") else request.path
    query = request.META.get("QUERY_STRING", "")
    known = request.resolver_match is not None
    versions = []
    for code, name in settings.LANGUAGES:
        prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
        path = f"{prefix}{bare if known else '/'}"
        shown = f"{path}?{query}" if query and known else path
        versions.append(Language(code, name, shown, f"{settings.PUBLIC_URL}{path}", code == get_language()))
    return versions


def page(request: HttpRequest) -> dict:
    """Give base.html its menu, its languages and its address; a page that does not exist has no other languages."""
    match = request.resolver_match
    versions = in_languages(request)
    return {
        "page": {
            "navigation": navigation(match.url_name if match else ""),
            "switch": versions,
            "languages": versions if match else [],
            "canonical": next(version.absolute for version in versions if version.current),
        },
        "contact_email": settings.CONTACT_EMAIL,
    }
