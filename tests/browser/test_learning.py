"""The pages one learns from: axe finds nothing, nothing scrolls sideways, lessons narrow without a reload."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looking import faults_on

KINDS = [
    "/lessons?addressee=employers", "/lessons?kind=wrong", "/building-blocks", "/building-blocks/cooperation",
    "/scaling",
    "/scaling/check", "/scaling/check?finances=not-yet&coordination=arranged", "/scaling/check?finances=wrong",
    "/pillars",
    "/pillars/learning-dutch", "/programmes", "/organisations", "/organisations/uaf", "/evidence-map",
    "/evidence-map?rows=wrong", "/provisions", "/provisions?kind=wrong", "/lifelong-learning",
    "/lifelong-learning?targetGroup=women&targetGroup=low-educated", "/lifelong-learning?targetGroup=wrong",
]  # fmt: skip


VIEWS = {"": ((1280, "light"), (320, "dark")), "/en": ((320, "light"),)}
IN_TURN = [(language, view) for language, views in VIEWS.items() for view in views]


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


def test_lessons_narrow_without_a_reload(page, catalogue_site, complaints):
    page.goto(f"{catalogue_site}/lessons")
    page.evaluate("window.still_here = true")
    page.locator("#kind-barrier").check()
    expect(page).to_have_url(f"{catalogue_site}/lessons?kind=barrier")
    expect(page.locator("#results-heading")).to_contain_text(re.compile(r"\d+ lessen gevonden"))
    expect(page.get_by_role("status")).to_have_text(page.locator("#results-heading").inner_text())
    assert page.evaluate("window.still_here")
    assert complaints == []


def test_the_check_is_filled_in_with_the_keyboard_and_its_address_is_the_result(page, catalogue_site, complaints):
    page.goto(f"{catalogue_site}/scaling/check")
    page.get_by_label("Geregeld", exact=True).first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Toon de uitslag").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/scaling/check\?coordination=arranged"))
    expect(page.get_by_role("heading", name="Uw uitslag")).to_be_visible()
    assert complaints == []
