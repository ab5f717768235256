"""Accounts in a real browser: a passkey made and used under the site's own policy, and every page read by axe."""

import pytest
from playwright.sync_api import expect

from accounts import actions
from accounts.choices import MemberRole
from accounts.models import OrganisationRequest, User
from tests import people
from tests.browser.looking import faults_on
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def keep_a_key(page) -> None:
    """Give the browser a key of its own: a telephone, say, that knows its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def log_in(page, site, user) -> None:
    page.goto(f"{site}/account/login")
    page.get_by_label("E-mailadres").fill(user.email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_a_reviewer_makes_a_passkey_on_the_way_and_then_needs_nothing_else(page, live_server, complaints):
    site, user = live_server.url, people.reviewer()
    keep_a_key(page)
    log_in(page, site, user)
    expect(page).to_have_url(f"{site}/account/second-step")
    page.get_by_role("link", name="Passkey of sleutel toevoegen").click()
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Naam van de sleutel").fill("Telefoon")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.get_by_role("link", name="Verder naar de redactie").click()
    expect(page).to_have_url(f"{site}/review")
    page.goto(f"{site}/account/logout")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(f"{site}/review")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    expect(page).to_have_url(f"{site}/review")
    # The square for an app is an image inside the page: the policy lets it through here, and nothing complains.
    page.goto(f"{site}/account/second-step/app")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    assert page.locator("img.square").evaluate("(image) => image.naturalWidth") > 0
    assert complaints == []


class Reader:
    """Looks at pages, and remembers what is wrong."""

    def __init__(self, page, site) -> None:
        self.page, self.site, self.found = page, site, []

    def look(self, address: str = "") -> None:
        """Look at an address, or at the page that is open."""
        if address:
            self.page.goto(f"{self.site}{address}")
        self.found += faults_on(self.page, self.page.url.removeprefix(self.site))

    def send_empty(self, address: str, button: str) -> None:
        """Look at a form, send it as it is, and look at what comes back."""
        self.look(address)
        self.page.get_by_role("button", name=button, exact=True).click()
        expect(self.page.locator(".error-summary").first).to_be_visible()
        self.look()


@pytest.mark.look
def test_every_page_at_the_entrance_is_accessible_with_faults_shown(page, live_server):
    reader = Reader(page, live_server.url)
    for address, button in (
        ("login", "Inloggen"),
        ("signup", "Account maken"),
        ("password/reset", "Stuur mij een mail"),
    ):
        reader.send_empty(f"/account/{address}", button)
    for address in (
        "email/sent",
        "password/reset/sent",
        "password/reset/done",
        "password/reset/1-a-b",
        "email/confirm/x",
        "deleted",
    ):
        reader.look(f"/account/{address}")
    assert reader.found == []


def everything() -> User:
    """Make an admin who also looks after an organisation in which something of each kind stands."""
    boss = people.coordinator(editorial_role="admin")
    group = people.organisation_of(boss)
    people.member(group)
    actions.invite("nieuw@voorbeeld.example", group, MemberRole.AUTHOR, by=boss)
    actions.invite_editor("redactie@voorbeeld.example", "reviewer", by=boss)
    actions.issue_token(group, name="Zaaksysteem", by=boss)
    OrganisationRequest.objects.create(
        name="Stichting X", kind="civil-society", reason="Graag.", asked_by=people.person()
    )
    return boss


@pytest.mark.look
def test_every_page_of_an_account_is_accessible_with_faults_shown(page, live_server):
    boss, reader = everything(), Reader(page, live_server.url)
    keep_a_key(page)
    log_in(page, live_server.url, boss)
    reader.send_empty("/account/second-step/keys/add", "Verder")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    reader.look()
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    reader.look()
    reader.send_empty("/account/second-step/app", "Aanzetten")
    key = boss.authenticator_set.get(type="webauthn").pk
    for address in (
        "",
        f"/keys/{key}/name",
        f"/keys/{key}/remove",
        "/keys",
        "/recovery-codes/new",
        "/confirm",
        "/keys/confirm",
    ):
        reader.look(f"/account/second-step{address}")
    for address in ("", "/delete", "/sessions", "/elsewhere", "/logout", "/email", "/invitations/x"):
        reader.look(f"/account{address}")
    home = f"/account/organisations/{people.organisation_of(boss).slug}"
    asked = f"/review/organisations/{OrganisationRequest.objects.get().pk}"
    for address, button in (
        ("/account/password/change", "Wachtwoord wijzigen"), ("/account/organisations", "Aanvraag versturen"),
        (home, "Uitnodiging versturen"), (home, "Sleutel maken"), ("/review/people", "Uitnodiging versturen"),
        ("/review/organisations", "Uitnodiging versturen"), (asked, "Afwijzen"),
    ):  # fmt: skip
        reader.send_empty(address, button)
    assert reader.found == []
