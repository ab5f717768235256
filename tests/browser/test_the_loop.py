"""The whole loop in a real browser.

Reported, sent back, described, published, found everywhere, practised by another, changed.
"""

import json
from urllib.request import urlopen

import pytest
from django.test import Client
from playwright.sync_api import expect

from evidence.models import Intervention
from letters.models import Letter
from submissions import questions
from submissions.choices import Aspect, Kind, Tier
from submissions.questions.declaration import Form
from tests import people, suite
from tests.accounts.signing_in import sign_in as signed_in

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Kwikzilver naar werk"
VISITS = dict(suite.in_turn({"wide": (True, 1280), "without-javascript-320": (False, 320)}.items()))


@pytest.fixture(params=VISITS.values(), ids=VISITS)
def visit(request, browser, site):
    """Open a page as someone: each person has a browser of their own."""
    script, width = request.param
    contexts = []

    def visit(user=None, *, second_step=False):
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 900}, base_url=site
        )
        contexts.append(context)
        if second_step:
            cookie = signed_in(Client(), user, second_step=True).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
        elif user:
            page = context.new_page()
            page.goto("/account/login")
            page.fill("input[name=login]", user.email)
            page.fill("input[name=password]", people.PASSWORD)
            page.locator("main form button[type=submit]").first.click()
            page.wait_for_url("**/submissions")
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


def fill(page, asked, answers):
    """Answer the questions of one topic as a visitor does."""
    for question in asked:
        value = answers.get(question.code)
        if value is None:
            continue
        field = page.locator(f"[name='{question.code}']")
        if question.form in (Form.CHOICE, Form.CHOICES, Form.YES_NO):
            if field.first.evaluate("element => element.tagName") == "SELECT":
                field.select_option(value)
                continue
            chosen = {True: ["yes"], False: ["no"]}.get(value) if isinstance(value, bool) else value
            for code in [chosen] if isinstance(chosen, str) else chosen:
                page.locator(f"[name='{question.code}'][value='{code}']").check()
        else:
            field.fill("\n".join(value) if isinstance(value, list) else str(value))


def answer_all(page, kind, tier, answers):
    """Go through all topics, from the list and by “Opslaan en verder”, and end at the page with all answers."""
    page.locator(".task-list a, [class*=task] a").first.click()
    for topic in questions.pages(kind, tier):
        expect(page.locator("h1")).to_have_text(str(topic.title))
        fill(page, topic.questions, answers)
        page.get_by_role("button", name="Opslaan en verder").click()


def hand_in(page):
    """Tick the permission, and hand in."""
    page.locator("#permission").check()
    page.get_by_role("button", name="Dien in", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Uw inzending is binnen")


def claim(page, title):
    """Take the one that waits in hand."""
    page.goto("/review")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("button", name="In behandeling nemen").click()


def publish(page, title):
    """Judge every aspect, and make it public."""
    claim(page, title)
    for aspect in Aspect:
        page.locator(f"[name='judgement-{aspect}'][value=yes]").check()
    page.locator("form[action$='/checklist'] button").click()
    page.get_by_role("link", name="Publiceren").click()
    page.get_by_role("button", name="Ja, publiceren").click()
    expect(page.locator("main")).to_contain_text("Gepubliceerd")


def read(site, address):
    """Read a feed, an export or JSON as a machine does."""
    with urlopen(f"{site}{address}") as answer:  # noqa: S310 — the address of the test server
        return answer.read().decode()


def report(page, answers):
    """Report an initiative."""
    page.goto("/submissions/start")
    page.locator("[name=tier][value=report]").check()
    page.get_by_role("button", name="Begin").click()
    answer_all(page, Kind.NEW, Tier.REPORT, answers)
    hand_in(page)


def send_back(page):
    """Ask for a full description."""
    claim(page, NAME)
    page.locator("summary", has_text="Aanvulling vragen").click()
    form = page.locator("form[action$='request-changes']")
    form.locator("[name=reason]").fill("Beschrijf het volledig.")
    form.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text("Aanvulling gevraagd")


def describe(page, answers):
    """Read what was asked, and tell all."""
    page.goto("/submissions")
    page.get_by_role("link", name=NAME).first.click()
    expect(page.locator("main")).to_contain_text("Beschrijf het volledig.")
    page.locator("summary", has_text="Meer of minder vertellen").click()
    page.locator("[name=tier][value=describe]").check()
    page.locator("form[action$='/tier'] button").click()
    answer_all(page, Kind.NEW, Tier.DESCRIBE, answers)
    hand_in(page)


def practise(page, slug):
    """Tell of an own practice, from the record on."""
    answers = people.complete_answers(Kind.EXPERIENCE, Tier.REPORT, everything=True)
    answers |= {"start": "2024-01", "end": "2024-12", "entered": 20, "left": 2, "place": "Zilverstad"}
    answers |= {f"in_work_after_{months}_months": months // 2 for months in (6, 12, 24)}
    page.goto(f"/interventions/{slug}")
    page.locator(f"a[href$='/interventions/{slug}/experience']").first.click()
    page.locator("main form button[type=submit]").first.click()
    answer_all(page, Kind.EXPERIENCE, Tier.REPORT, answers)
    hand_in(page)


def change(page, slug):
    """Propose another summary."""
    page.goto(f"/interventions/{slug}/change")
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("link", name="Naam en plaats").click()
    page.fill("#summary", "Nu met een nieuwe samenvatting.")
    page.get_by_role("button", name="Opslaan en terug naar de lijst").click()
    page.get_by_role("link", name="Lees na en dien in").click()
    hand_in(page)


def test_from_a_report_to_a_record_an_experience_and_a_change(visit, site):
    author, other = (
        people.member(people.organisation("Gemeente Kwik")),
        people.member(people.organisation("Gemeente Zilver")),
    )
    author_page, reviewer_page = visit(author), visit(people.reviewer(), second_step=True)
    told = people.complete_answers(Kind.NEW, Tier.REPORT) | {"name": NAME, "different_because": "Hier met kwikzilver."}
    report(author_page, told)
    send_back(reviewer_page)
    describe(author_page, people.complete_answers(Kind.NEW, Tier.DESCRIBE) | told)
    assert NAME not in read(site, "/interventions?search=kwikzilver")

    publish(reviewer_page, NAME)
    slug = Intervention.objects.get(name=NAME).slug
    assert [row["name"] for row in json.loads(read(site, "/api/v1/interventions?search=kwikzilver"))["results"]] == [
        NAME
    ]
    for outlet in ("/interventions?", "/interventions/feed?", "/interventions/export.csv?"):
        assert NAME in read(site, f"{outlet}search=kwikzilver")

    other_page = visit(other)
    practise(other_page, slug)
    publish(reviewer_page, NAME)
    other_page.goto(f"/interventions/{slug}")
    expect(other_page.locator("#experiences")).to_contain_text("Gemeente Zilver")
    expect(other_page.locator("#experiences")).to_contain_text("Zilverstad")

    change(author_page, slug)
    assert "nieuwe samenvatting" not in read(site, f"/interventions/{slug}")
    publish(reviewer_page, NAME)
    author_page.goto(f"/interventions/{slug}")
    expect(author_page.locator("main")).to_contain_text("Nu met een nieuwe samenvatting.")
    assert Letter.objects.filter(sent__isnull=True).count() == 0
