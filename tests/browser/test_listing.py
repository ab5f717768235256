"""The list narrows without a reload, with an address that can be shared; and does the same without JavaScript."""

import re

import pytest
from playwright.sync_api import expect


def test_a_choice_swaps_the_list_keeps_focus_and_pushes_the_address(page, catalogue_site, complaints):
    page.goto(f"{catalogue_site}/interventions")
    page.evaluate("window.still_here = true")
    page.locator("#facet-component > summary").click()
    page.locator("#country-SE").check()
    expect(page).to_have_url(f"{catalogue_site}/interventions?country=SE")
    expect(page.locator("#results-heading")).to_contain_text(re.compile(r"\d+ aanpakken gevonden"))
    count = page.locator("#results-heading").inner_text()
    expect(page.get_by_role("status")).to_have_text(count)
    expect(page.locator("#country-SE")).to_be_focused()
    expect(page.locator(".chips a").first).to_contain_text("Zweden")
    expect(page.locator("#facet-component")).to_have_attribute("open", "")
    expect(page).to_have_title("Aanpakken – Werkwijs")
    assert page.evaluate("window.still_here")
    assert complaints == []


def test_words_and_order_are_swapped_in_too(page, catalogue_site, complaints):
    page.goto(f"{catalogue_site}/interventions")
    page.evaluate("window.still_here = true")
    page.get_by_role("searchbox").fill("taal")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{catalogue_site}/interventions?search=taal")
    page.get_by_label("Volgorde").select_option("-smsHighest")
    expect(page).to_have_url(f"{catalogue_site}/interventions?search=taal&ordering=-smsHighest")
    expect(page).to_have_title("Aanpakken: “taal” – Werkwijs")
    assert page.evaluate("window.still_here")
    assert complaints == []


def test_a_chip_takes_its_choice_back_and_focus_goes_to_the_result(page, catalogue_site, complaints):
    page.goto(f"{catalogue_site}/interventions?country=SE&smsMin=3")
    page.evaluate("window.still_here = true")
    page.get_by_role("link", name="Haal weg: Land: Zweden").click()
    expect(page).to_have_url(f"{catalogue_site}/interventions?smsMin=3")
    expect(page.locator("#country-SE")).not_to_be_checked()
    expect(page.locator("#results-heading")).to_be_focused()
    assert page.evaluate("window.still_here")
    assert complaints == []


def test_back_gives_the_whole_page_of_before(page, catalogue_site):
    page.goto(f"{catalogue_site}/interventions")
    page.locator("#country-SE").check()
    expect(page).to_have_url(f"{catalogue_site}/interventions?country=SE")
    page.go_back()
    expect(page).to_have_url(f"{catalogue_site}/interventions")
    expect(page.locator("#country-SE")).not_to_be_checked()
    expect(page.locator(".masthead")).to_be_visible()


def test_without_javascript_the_form_does_the_same(browser, catalogue_site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{catalogue_site}/interventions")
    page.locator("#facets > summary").click()
    page.locator("#country-SE").check()
    page.get_by_role("button", name="Toon resultaten").click()
    expect(page).to_have_url(re.compile("country=SE"))
    expect(page.locator("#results-heading")).to_contain_text(re.compile(r"\d+ aanpakken gevonden"))
    page.get_by_role("link", name="Haal weg: Land: Zweden").click()
    expect(page).to_have_url(f"{catalogue_site}/interventions")
    context.close()


def test_the_site_asks_nothing_elsewhere_and_leaves_nothing_behind(page, catalogue_site, complaints):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/interventions", "/interventions/igu", "/countries/NL", "/styleguide", "/en/studies"):
        page.goto(f"{catalogue_site}{address}", wait_until="networkidle")
    assert [address for address in asked if not address.startswith(catalogue_site)] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    assert set(page.evaluate("Object.keys(sessionStorage)")) <= {
        "htmx-current-path-for-history"
    }  # as the privacy page says
    assert complaints == []


@pytest.mark.parametrize("noun", ["interventions", "lessons", "provisions", "studies"])
def test_a_list_on_paper_is_its_results(page, catalogue_site, noun):
    page.goto(f"{catalogue_site}/{noun}?country=NL")
    page.emulate_media(media="print")
    results = page.locator(".results")
    expect(results.locator("h2").first).to_be_visible()
    assert results.bounding_box()["height"] > 2000
    for form in (".search-row", ".facets", ".sort", ".fields", ".pagination"):
        for part in page.locator(form).all():
            expect(part).to_be_hidden()
