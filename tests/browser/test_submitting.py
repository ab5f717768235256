"""An organisation submits in a real browser.

By keyboard, without JavaScript, with faults shown, and after its session ended.
"""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from evidence import vocabulary
from submissions import actions
from submissions.choices import State, Tier
from submissions.models import Submission
from tests import factories, people
from tests.browser.looking import faults_on

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def member():
    factories.InterventionFactory(
        slug="jobmentoren", name="Jobmentoren in de zorg", summary_nl="Mentoren helpen aan werk."
    )
    vocabulary.forget_vocabularies()
    return people.member(people.organisation("Gemeente Verzonnen"))


def sign_in(context, live_server, user):
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])


def tab_to(page, locator, most=60):
    """Press Tab until this has the focus."""
    for _ in range(most):
        if locator.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(locator).to_be_focused()


def test_a_draft_is_filled_in_by_keyboard_with_help_while_typing(page, live_server, member, complaints):
    sign_in(page.context, live_server, member)
    page.goto(f"{live_server.url}/submissions/start")
    tab_to(page, page.locator("#tier"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#tier-describe")).to_be_checked()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Naam en plaats"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#name"))
    page.keyboard.type("Jobmentoren in zorg")
    expect(page.locator("#similar-found")).to_contain_text("De naam lijkt op “Jobmentoren in de zorg”.")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Aanleiding")
    made = Submission.objects.get()
    assert made.answers == {"name": "Jobmentoren in zorg"}

    page.goto(f"{live_server.url}/submissions/{made.reference}/evaluation")
    tab_to(page, page.locator("#measures_before_and_after-blank"))  # “Geen antwoord”; the arrow goes round to the first
    page.keyboard.press("ArrowDown")
    expect(page.locator("#level-found")).to_contain_text("niveau 2 van 5")
    tab_to(page, page.locator("#comparison_group-blank"))
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#level-found")).to_contain_text("niveau 3 van 5")
    assert Submission.objects.get().answers == {"name": "Jobmentoren in zorg"}
    assert complaints == []


@pytest.mark.look
def test_every_step_is_accessible_with_its_faults_shown(page, live_server, member):
    sign_in(page.context, live_server, member)
    made = people.draft(
        by=member, tier=Tier.DESCRIBE, name="Jobmentoren in de zorg", goal=None, occasion="Bel 06-12345678"
    )
    asked = people.in_state(State.CHANGES_REQUESTED, by=member)
    handed_in = people.submitted(by=member)
    one = f"{live_server.url}/submissions/{made.reference}"
    found = []

    def look(name, address="", press=""):
        if address:
            page.goto(address)
        if press:
            page.get_by_role("button", name=press, exact=True).click()
        found.extend(faults_on(page, name))

    look("take part", f"{live_server.url}/take-part")
    look("print", f"{live_server.url}/submissions/print")
    look("list", f"{live_server.url}/submissions")
    look("start", f"{live_server.url}/submissions/start", "Begin")
    look("detail", one)
    look("asked", f"{live_server.url}/submissions/{asked.reference}")
    look("submitted", f"{live_server.url}/submissions/{handed_in.reference}/submitted")
    look("evaluation", f"{one}/evaluation")
    look("upload", f"{one}/upload", "Lever in")
    look("check", f"{one}/check", "Dien in")
    page.goto(f"{one}/basics")
    page.fill("#start", "ooit")
    page.fill("#summary", "te lang " * 200)
    look("faults", press="Opslaan en verder")
    expect(page.locator("#error-summary")).to_be_focused()
    page.goto(f"{one}/basics")
    current = Submission.objects.get(pk=made.pk)
    actions.save(current, {"summary": "Van een collega."}, version=current.version, by=member)
    page.fill("#summary", "Van mij.")
    look("contested", press="Opslaan en verder")
    page.goto(f"{one}/basics")
    page.context.clear_cookies(name="sessionid")
    look("given back", press="Opslaan en verder")
    assert found == []


def test_without_javascript_at_320_px_a_report_is_handed_in(browser, live_server, member):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    sign_in(context, live_server, member)
    page = context.new_page()
    page.goto(f"{live_server.url}/submissions/start")
    page.get_by_label(re.compile(r"^\s*Melden")).check()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("link", name="Naam en plaats").click()
    page.fill("#name", "Jobmentoren in zorg")
    page.get_by_role("button", name="Opslaan en opnieuw kijken").click()
    expect(page.locator("#similar-found")).to_contain_text("Jobmentoren in de zorg")
    page.fill("#summary", "Mentoren helpen mensen aan werk.")
    page.fill("#place", "Verzonnen")
    page.get_by_label("Lopend").check()
    page.fill("#start", "mei 2024")
    for field in ("#goal", "#for_whom", "#approach"):
        page.get_by_role("button", name="Opslaan en verder").click()
        page.fill(field, "Een verzonnen antwoord.")
    page.get_by_role("button", name="Opslaan en verder").click()
    page.locator("#has_plan-no").check()
    page.get_by_role("button", name="Opslaan en verder").click()
    page.get_by_role("button", name="Opslaan en verder").click()
    page.get_by_role("button", name="Dien in", exact=True).click()
    page.locator(".error-summary").get_by_role("link", name=re.compile("^Leg uit waarom er geen plan")).click()
    page.fill("#why_no_plan", "Het is een kleine proef.")
    page.get_by_role("button", name="Opslaan en terug naar de lijst").click()
    expect(page.locator("#main")).to_contain_text("5 van 5 verplichte onderwerpen klaar")
    page.get_by_role("link", name="Lees na en dien in").click()
    page.locator("#permission").check()
    page.get_by_role("button", name="Dien in", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Uw inzending is binnen")
    assert Submission.objects.get().state == State.SUBMITTED
    context.close()


def test_a_session_that_ends_in_mid_form_loses_nothing(page, live_server, member):
    sign_in(page.context, live_server, member)
    made = people.draft(by=member)
    text = "Eerste regel met “aanhalingstekens” & <tekens>.\n\n  Ingesprongen, € 12, é, 漢字 en 🙂.\nLaatste regel."
    page.goto(f"{live_server.url}/submissions/{made.reference}/occasion")
    page.fill("#occasion", text)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Opslaan en verder").click()
    expect(page.locator("h1")).to_have_text("U bent afgemeld, maar uw tekst is er nog")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in in een nieuw tabblad").click()
    tab = opened.value
    tab.fill("input[name=login]", member.email)
    tab.fill("input[name=password]", people.PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/submissions")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator("h1")).to_have_text("Druk nog één keer op Opslaan")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator("h1")).to_have_text("Doel")
    assert Submission.objects.get().answers == made.answers | {"occasion": text}
