"""The editorial team in a real browser.

Accessible with every fault shown, and from claim to publication without JavaScript.
"""

import re

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from evidence import vocabulary
from letters.models import Letter
from submissions import actions
from submissions.choices import Aspect, Audience, Judgement, Kind, State, Tier
from submissions.models import Review, Submission
from tests import factories, people
from tests.accounts import signing_in
from tests.browser.looking import faults_on

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def admin():
    factories.InterventionFactory(
        slug="jobmentoren", name="Jobmentoren in de zorg", summary_nl="Mentoren helpen aan werk."
    )
    vocabulary.forget_vocabularies()
    return people.admin(first_name="Roos", last_name="Lezer")


def sign_in(context, live_server, user):
    client = signing_in.sign_in(Client(), user, second_step=True)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])


def in_the_second_round(handler):
    """Make a submission with everything on its screen.

    A difference, personal data, a look-alike, messages and judgements.
    """
    made = people.in_review(
        handler=handler, tier=Tier.RESEARCH, name="Jobmentoren in zorg", goal="Binnen twee jaar werk."
    )
    actions.judge(made, {Aspect.GOALS: (Judgement.PARTLY, "Waarom zo lang?")}, by=handler)
    actions.comment(made, "Kan het sneller?", audience=Audience.AUTHOR, by=handler)
    actions.comment(made, "Ja, in een jaar.", audience=Audience.AUTHOR, by=made.author)
    actions.comment(made, "Eerst bellen met Utrecht.", audience=Audience.INTERNAL, by=handler)
    asked = actions.request_changes(made, reason="Noem een kortere tijd.", by=handler)
    changed = actions.save(
        asked, {"goal": "Binnen een jaar werk. Bel 06-12345678."}, version=asked.version, by=made.author
    )
    return actions.claim(people.hand_in(changed), by=handler)


@pytest.mark.look
def test_every_page_is_accessible_with_its_faults_shown(page, live_server, admin, complaints):
    sign_in(page.context, live_server, admin)
    made = in_the_second_round(admin)
    author = people.member()
    of_change = people.draft(
        Kind.CHANGE, by=author, intervention=people.published(by=author).intervention, place="Elders"
    )
    people.hand_in(of_change)
    for state in (State.SUBMITTED, State.DECLINED, State.WITHDRAWN, State.CHANGES_REQUESTED):
        people.in_state(state)
    Letter.objects.filter(pk__in=list(Letter.objects.values_list("pk", flat=True)[:3])).update(
        sent=None, attempts=6, gave_up=timezone.now(), last_error="ConnectionRefusedError"
    )
    one = f"{live_server.url}/review/{made.reference}"
    found = []

    def look(name, address="", press=""):
        if address:
            page.goto(address)
        if press:
            page.get_by_role("button", name=press, exact=True).click()
        found.extend(faults_on(page, name))

    look("queue", f"{live_server.url}/review?show=all")
    look("nothing", f"{live_server.url}/review?search=onvindbaar")
    look("letters", f"{live_server.url}/review/letters")
    look("detail", one)
    look("change", f"{live_server.url}/review/{of_change.reference}")
    assert complaints == []
    page.goto(one)
    page.check("#judgement-occasion-no")
    page.fill("#comment-approach", "Zonder oordeel")
    look("checklist", press="Lijst opslaan")
    expect(page.locator("#comment-approach")).to_have_value("Zonder oordeel")
    look("note", one, "Bewaar als interne notitie")
    page.goto(one)
    page.get_by_text("Afwijzen", exact=True).first.click()
    look("decline", press="Afwijzen")
    expect(page.locator("#reason-decline")).to_be_visible()
    page.goto(one)
    page.get_by_text("Afwijzen", exact=True).first.click()
    page.fill("#reason-decline", "Een lange uitleg")
    actions.withdraw(Submission.objects.get(pk=made.pk), by=made.author)
    look("too late", press="Afwijzen")
    expect(page.get_by_text("Een lange uitleg")).to_be_visible()
    again = people.judged(people.in_review(handler=admin, name="Jobmentoren in zorg"))
    look("unjudged", f"{live_server.url}/review/{people.in_review(handler=admin).reference}/publish")
    look("publish", f"{live_server.url}/review/{again.reference}/publish")
    page.goto(f"{live_server.url}/review/{again.reference}")
    page.context.clear_cookies(name="sessionid")
    page.fill("#text-note", "Niet kwijtraken")
    look("given back", press="Bewaar als interne notitie")
    expect(page.get_by_text("Niet kwijtraken")).to_be_visible()
    assert found == []


def test_without_javascript_at_320_px_a_submission_is_judged_and_published(browser, live_server, admin):
    made = people.submitted(tier=Tier.DESCRIBE, name="Samen koken")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    sign_in(context, live_server, admin)
    page = context.new_page()
    page.goto(f"{live_server.url}/review")
    page.get_by_role("link", name="Samen koken").click()
    page.get_by_role("button", name="In behandeling nemen").click()
    expect(page.get_by_role("status")).to_have_text("U behandelt deze inzending nu.")
    for aspect in Aspect:
        page.check(f"#judgement-{aspect}")
    page.check("#judgement-goals-partly")
    page.get_by_role("button", name="Lijst opslaan").click()
    page.get_by_role("link", name="Leg uit wat er ontbreekt bij “Doelen”.").click()
    assert page.url.endswith("#judgement-goals")
    page.fill("#comment-goals", "Zeg binnen welke tijd.")
    page.get_by_role("button", name="Lijst opslaan").click()
    expect(page.get_by_role("status")).to_have_text("De lijst is opgeslagen.")
    page.get_by_role("link", name="Publiceren", exact=True).click()
    expect(page.locator("main")).to_contain_text("Doelen: Deels. Zeg binnen welke tijd.")
    page.get_by_role("button", name="Ja, publiceren").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("^Gepubliceerd"))
    page.get_by_role("link", name="Samen koken").click()
    expect(page.locator("h1")).to_have_text("Samen koken")
    assert (Submission.objects.get(pk=made.pk).state, Review.objects.count()) == (State.PUBLISHED, 8)
    context.close()


def test_every_target_is_large_enough(page, live_server, admin):
    sign_in(page.context, live_server, admin)
    page.set_viewport_size({"width": 320, "height": 900})
    made = in_the_second_round(admin)
    for address in ("/review", "/review/letters", f"/review/{made.reference}"):
        page.goto(f"{live_server.url}{address}")
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                'main :is(button, input:not([type=hidden]), textarea, summary, nav a)')]
            .filter((target) => target.getClientRects().length && !target.closest('label'))
            .filter((target) => target.getBoundingClientRect().height < 24)
            .map((target) => target.outerHTML.slice(0, 80))"""
        )
        assert small == []
