"""axe finds nothing and nothing scrolls sideways, on every kind of page, wide and narrow, light and dark, in both
languages.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # what is in order needs no report: that takes half of the time
    "selectors": False,
}
# Each width, scheme and language is seen with each of the others.
VIEWS = {"": ((1280, "light"), (320, "dark")), "/en": ((1280, "dark"), (320, "light"))}
KINDS = [
    "/", "/interventions", "/interventions?country=SE&type=directed", "/interventions?search=inburgerng&country=SE",
    "/interventions?country=XX&page=0", "/interventions?page=99", "/interventions/igu", "/interventions/duo-for-a-job",
    "/interventions/via-pilot-6-leren-en-werken", "/studies", "/studies/nber-w26834", "/countries", "/countries/NL", "/sources",
    "/sources/risbo-2023", "/method", "/changes", "/about", "/accessibility", "/privacy", "/styleguide", "/nergens",
]  # fmt: skip


def open_everything(page):
    """Open every <details>, so that what it hides is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


@pytest.mark.parametrize("language", VIEWS)
def test_every_kind_of_page_is_accessible(page, catalogue_site, language):
    axe, found = Axe(), []
    for address in KINDS:
        page.goto(f"{catalogue_site}{language}{address}")
        open_everything(page)
        for width, scheme in VIEWS[language]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{address} scrolls sideways at {width}")
            results = axe.run(page, options=RULES)
            found.extend(f"{address} {width} {scheme}: {rule['id']}" for rule in results.response["violations"])
    assert found == []


def test_axe_would_have_seen_a_fault(page, catalogue_site):
    page.goto(catalogue_site)
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/static/img/favicon.svg\">')"
    )
    assert [rule["id"] for rule in Axe().run(page, options=RULES).response["violations"]] == ["image-alt"]


def test_the_keyboard_reaches_the_content_first(page, catalogue_site):
    page.goto(f"{catalogue_site}/interventions")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ga naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_every_target_is_large_enough(page, catalogue_site):
    page.set_viewport_size({"width": 320, "height": 900})
    for address in ("/", "/interventions?country=SE", "/interventions/igu"):
        page.goto(f"{catalogue_site}{address}")
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, select, input:not([type=hidden]), nav a, .chip[href], summary')]
            .filter((target) => target.getClientRects().length && !target.closest('label'))
            .filter((target) => target.getBoundingClientRect().height < 24)
            .map((target) => target.outerHTML.slice(0, 80))"""
        )
        assert small == []
