"""Every page in both languages: how it answers, how it travels, what it never does."""

import gzip
import re
import xml.etree.ElementTree as ET

import pytest
from django.conf import settings as django_settings

from evidence.models import CatalogueVersion
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
PAGES = [
    "/", "/interventions", "/interventions/duo", "/studies", "/studies/proef", "/countries", "/countries/NL",
    "/sources", "/sources/test-source",
    "/provisions", "/lifelong-learning", "/method", "/changes", "/about", "/accessibility", "/privacy", "/styleguide",
]  # fmt: skip
BOTH = [*PAGES, *(f"/en{address}" for address in PAGES)]


@pytest.fixture(autouse=True)
def _something_to_show():
    row = factories.InterventionFactory(slug="duo", name="Duo")
    factories.StudyFactory(slug="proef", interventions=[row])


@pytest.mark.parametrize("address", BOTH)
def test_a_page_answers_in_its_language_with_one_heading_and_without_cookies(client, address):
    response = client.get(address, headers={"Accept-Language": "de"})
    page = Page(response)
    assert response.status_code == 200
    assert f'<html lang="{"en" if address.startswith("/en/") else "nl"}">' in response.content.decode()
    assert sum(name == "h1" for name, _text in page.headings) == 1
    assert len(page.ids) == len(set(page.ids))
    assert not response.cookies


@pytest.mark.parametrize("address", BOTH)
def test_a_page_may_be_kept_until_the_catalogue_changes(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "public" in first["Cache-Control"]
    assert first["Vary"] == again["Vary"] == "HX-Request, Cookie, Accept-Encoding"
    CatalogueVersion.advance()
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_the_same_address_is_another_page_for_htmx_and_in_another_language(client):
    tags = {
        client.get(address, headers=headers)["ETag"]
        for address in ("/interventions", "/en/interventions")
        for headers in ({}, {"HX-Request": "true"})
    }
    assert len(tags) == 4


def test_nothing_is_kept_for_a_visitor_with_a_session(client):
    client.cookies[django_settings.SESSION_COOKIE_NAME] = "x"
    response = client.get("/")
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


@pytest.mark.parametrize("address", BOTH)
def test_a_page_has_the_headers_of_a_strict_site(client, address):
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"


def test_pages_are_compressed(client):
    response = client.get("/interventions", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert b"Aanpakken" in gzip.decompress(response.content)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_knows_its_other_language(client, address, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    html = client.get(address).content.decode()
    english = "/en/" if address == "/" else f"/en{address}"
    assert f'<link rel="alternate" hreflang="nl" href="https://werkwijs.example{address}">' in html
    assert f'<link rel="alternate" hreflang="en" href="https://werkwijs.example{english}">' in html
    assert f'<link rel="canonical" href="https://werkwijs.example{address}">' in html
    assert Page(client.get(english)).links[address] == Page(client.get(english)).links.get(address)


def test_the_language_switch_keeps_the_question(client):
    assert "English" in Page(client.get("/interventions?country=NL")).links["/en/interventions?country=NL"]
    assert "Nederlands" in Page(client.get("/en/interventions?country=NL")).links["/interventions?country=NL"]


@pytest.mark.parametrize(
    ("address", "words"), [("/nergens", "Deze pagina is er niet"), ("/en/nowhere", "This page does not exist")]
)
def test_a_page_that_does_not_exist_says_so_in_style(client, address, words):
    response = client.get(address)
    assert response.status_code == 404
    assert Page(response).headings[0] == ("h1", words)
    assert 'hreflang="x-default"' not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/%ff", "/interventions/%ff", "/interventions/%00", "/countries/%00", "/nope?x=%ff%00", "/studies?search=%00"],
)
def test_a_broken_address_is_never_a_server_error(client, address):
    assert client.get(address).status_code in (400, 404)


def test_too_many_parameters_are_refused_in_style(client):
    response = client.get("/interventions?" + "&".join(f"a{number}=1" for number in range(1200)))
    assert response.status_code == 400
    assert Page(response).headings[0] == ("h1", "Deze vraag begrijpen wij niet")


def test_an_error_of_ours_is_said_in_style(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("catalogue.public.method.meanings", lambda: 1 / 0)
    response = client.get("/method")
    assert response.status_code == 500
    assert Page(response).headings[0] == ("h1", "Er ging iets mis")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_only_read(client, address):
    assert client.post(address).status_code in (403, 405)


def test_crawlers_find_every_page_in_both_languages(client, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    assert "Sitemap: https://werkwijs.example/sitemap.xml" in client.get("/robots.txt").content.decode()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 — our own file
    found = {entry.text.removeprefix("https://werkwijs.example") for entry in root.findall("s:url/s:loc", space)}
    assert {address if address != "/en" else "/en/" for address in BOTH} - found == {"/styleguide", "/en/styleguide"}


@pytest.mark.parametrize(
    ("status", "words"), [("not-examined", "Nog niet onderzocht"), ("partly", "Voldoet gedeeltelijk")]
)
def test_the_accessibility_statement_claims_only_what_the_setting_says(client, settings, status, words):
    settings.ACCESSIBILITY_STATUS = status
    assert f"Status {words}" in Page(client.get("/accessibility")).text


def test_every_component_has_an_example(client):
    shown = client.get("/styleguide").content.decode()
    named = {name for group in re.findall(r"<code>([\w, ]+)</code>", shown) for name in group.split(", ")}
    assert {
        "verdict", "effect", "level", "chip", "chips", "place", "blank", "fact", "card", "facet", "results",
        "figures", "pagination", "errors", "number",
    } <= named  # fmt: skip
