"""axe finds nothing and nothing scrolls sideways, on every kind of page.

Wide and narrow, light and dark, in both languages.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import faults_on, violations

# Each width, scheme and language is seen with each of the others.
VIEWS = {"": ((1280, "light"), (320, "dark")), "/en": ((1280, "dark"), (320, "light"))}
IN_TURN = [(language, view) for language, views in VIEWS.items() for view in views]
KINDS = [
    "/", "/interventions", "/interventions?country=SE&type=directed", "/interventions?search=inburgerng&country=SE",
    "/interventions?country=XX&page=0", "/interventions?page=99", "/interventions/igu", "/interventions/duo-for-a-job",
    "/interventions/via-pilot-6-leren-en-werken", "/studies", "/studies/nber-w26834", "/countries", "/countries/NL",
    "/countries/SE", "/sources",
    "/sources/risbo-2023", "/method", "/changes", "/about", "/accessibility", "/privacy", "/styleguide", "/nergens",
]  # fmt: skip


@pytest.mark.parametrize("language", VIEWS)
@pytest.mark.look
def test_every_kind_of_page_is_accessible(page, catalogue_site, language):
    """By axe, the kinds have the views and languages in turn, each path once; all in all with `--long`."""
    found = []
    paths = [address.partition("?")[0] for address in KINDS]
    for number, address in enumerate(KINDS):
        page.goto(f"{catalogue_site}{language}{address}")
        turn_of, view = IN_TURN[number % len(IN_TURN)]
        is_new = paths.index(paths[number]) == number or "wrong" in address
        found += faults_on(page, address, VIEWS[language], by_axe=[view] if is_new and turn_of == language else [])
    assert found == []


@pytest.mark.sabotage
def test_axe_would_have_seen_a_fault(page, catalogue_site):
    page.goto(catalogue_site)
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/static/img/favicon.svg\">')"
    )
    assert [rule["id"] for rule in violations(page)] == ["image-alt"]


def test_the_keyboard_reaches_the_content_first(page, catalogue_site):
    page.goto(f"{catalogue_site}/interventions")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ga naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.look
def test_every_target_is_large_enough(page, catalogue_site):
    page.set_viewport_size({"width": 320, "height": 900})
    for address in ("/", "/interventions?country=SE", "/interventions/igu"):
        page.goto(f"{catalogue_site}{address}")
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                'button, select, input:not([type=hidden]), nav a, .chip[href], summary')]
            .filter((target) => target.getClientRects().length && !target.closest('label'))
            .filter((target) => target.getBoundingClientRect().height < 24)
            .map((target) => target.outerHTML.slice(0, 80))"""
        )
        assert small == []
