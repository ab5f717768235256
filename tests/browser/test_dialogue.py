"""The dialogue in a real browser: a correction up to its answer, following up to stopping, and a conversation."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from dialogue import contacts, corrections, following
from dialogue.models import ContactRequest, Correction, Follow
from evidence.models import RecordVersion
from tests import factories, people
from tests.accounts.signing_in import sign_in
from tests.browser.looking import faults_on

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def record():
    caches["default"].clear()
    return factories.InterventionFactory(
        slug="jobmentoren", name="Jobmentoren in de zorg", summary_nl="Mentoren helpen aan werk."
    )


def enter(context, live_server, user, **how):
    client = sign_in(Client(), user, **how)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])


def link_in(letter, live_server):
    return live_server.url + re.search(r"http://127\.0\.0\.1:8000(/\S+/\S+)", letter.body)[1]


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_visitor_reports_a_fault_and_gets_an_answer(browser, live_server, scripts):
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/interventions/jobmentoren")
        page.get_by_role("link", name="Meld het aan de redactie").click()
        page.get_by_role("button", name="Verstuur de melding").click()
        expect(page.get_by_role("alert")).to_contain_text("Schrijf wat er niet klopt.")
        page.get_by_label("Wat klopt er niet?").fill("De naam klopt niet.")
        page.get_by_label("Uw e-mailadres").fill("lezer@voorbeeld.example")
        page.wait_for_timeout(2100)  # people are slower than programs: the form asks for two seconds
        page.get_by_role("button", name="Verstuur de melding").click()
        expect(page.locator("h1")).to_have_text("Kijk in uw mail")
        page.goto(link_in(mail.outbox[0], live_server))
        page.get_by_role("button", name="Ja, dit is mijn melding").click()
        expect(page.locator("h1")).to_have_text("Uw melding is bevestigd")
        enter(context, live_server, people.editor(), second_step=True)
        page.goto(f"{live_server.url}/review/corrections")
        page.get_by_role("link", name="Jobmentoren in de zorg").click()
        page.get_by_label("Uw antwoord").fill("Dank u wel, aangepast.")
        page.get_by_role("button", name="Verstuur het antwoord").click()
        expect(page.locator("main")).to_contain_text("Dank u wel, aangepast.")
    assert Correction.objects.get().answer == "Dank u wel, aangepast."
    assert mail.outbox[-1].to == ["lezer@voorbeeld.example"]


def test_a_selection_is_followed_from_the_list_and_stopped_from_a_letter(page, live_server, record, complaints):
    page.goto(f"{live_server.url}/interventions?country=NL")
    page.get_by_role("link", name="Volg deze selectie").click()
    expect(page.locator("main")).to_contain_text("Land: Land NL (nu 1 aanpak)")
    page.get_by_label("Uw e-mailadres").fill("lezer@voorbeeld.example")
    page.wait_for_timeout(2100)
    page.get_by_role("button", name="Volgen").click()
    page.goto(link_in(mail.outbox[0], live_server))
    page.get_by_role("button", name="Ja, ik wil dit volgen").click()
    expect(page.locator("h1")).to_have_text("U volgt dit nu")
    now = timezone.now()
    RecordVersion.objects.create(
        intervention=record, number=1, snapshot={}, note_nl="Nieuw", note_en="New", created=now
    )
    assert following.send_letters(now + timedelta(minutes=6)) == 1
    stop = re.search(r"http://127\.0\.0\.1:8000(/follow/stop/\S+)", mail.outbox[-1].body)[1]
    page.goto(live_server.url + stop)
    page.get_by_role("button", name="Ja, stop hiermee").click()
    expect(page.locator("h1")).to_have_text("U volgt dit niet meer")
    assert not Follow.objects.exists()
    assert complaints == []


def test_two_organisations_talk(page, live_server, record, complaints):
    asked = people.member(people.organisation("Gemeente Gevraagd"))
    factories.ParticipationFactory(intervention=record, organisation=people.organisation_of(asked))
    enter(page.context, live_server, people.member(people.organisation("Gemeente Vraagt")))
    page.goto(f"{live_server.url}/interventions/jobmentoren")
    page.get_by_role("link", name="Stel een vraag aan Gemeente Gevraagd").click()
    page.get_by_label("Onderwerp").fill("Hoe vond u mentoren?")
    page.get_by_label("Uw bericht").fill("Wij zoeken er twintig.")
    page.get_by_role("button", name="Verstuur het bericht").dblclick()
    expect(page.locator("h1")).to_have_text("Hoe vond u mentoren?")
    enter(page.context, live_server, asked)
    page.goto(f"{live_server.url}/contact")
    page.get_by_role("link", name="Hoe vond u mentoren?").click()
    page.get_by_label("Uw bericht").fill("Via de bibliotheek.")
    page.get_by_role("button", name="Verstuur het bericht").click()
    expect(page.locator(".conversation > li")).to_have_count(2)
    assert [message.text for message in ContactRequest.objects.get().messages.all()] == [
        "Wij zoeken er twintig.",
        "Via de bibliotheek.",
    ]
    assert complaints == []


@pytest.mark.look
def test_every_page_of_the_dialogue_is_accessible_with_its_faults_shown(page, live_server, record):
    editor = people.editor()
    asker, asked = (
        people.member(people.organisation("Gemeente Vraagt")),
        people.member(people.organisation("Gemeente Gevraagd")),
    )
    factories.ParticipationFactory(intervention=record, organisation=people.organisation_of(asked))
    found = []

    def look(address, button=""):
        page.goto(live_server.url + address)
        found.extend(faults_on(page, address))
        if button:
            page.get_by_role("button", name=button).click()
            expect(page.locator("#error-summary")).to_be_visible()
            found.extend(faults_on(page, f"{address} with faults"))

    look("/interventions/jobmentoren/correct", "Verstuur de melding")
    look("/corrections/sent")
    look("/interventions/jobmentoren/follow", "Volgen")
    look("/follow?country=NL", "Volgen")
    look("/follow/sent")
    look("/privacy")
    following.follow(email="lezer@voorbeeld.example", language="nl", intervention=record)
    follow = Follow.objects.get()
    look(f"/follow/confirm/{following.token(follow, following.CONFIRM)}")
    look(f"/follow/stop/{following.token(follow, following.STOP)}")
    look("/follow/stop/x:y")
    corrections.propose_correction(
        record, text="De naam klopt niet.", origin="Bron", email="lezer@voorbeeld.example", language="nl"
    )
    link = re.search(r"http://127\.0\.0\.1:8000(/corrections/confirm/\S+)", mail.outbox[-1].body)[1]
    look(link)
    corrections.confirm_correction(Correction.objects.get())
    look(link)
    enter(page.context, live_server, editor, second_step=True)
    look("/review/corrections")
    look(f"/review/corrections/{Correction.objects.get().reference}", "Verstuur het antwoord")
    enter(page.context, live_server, asker)
    look("/contact")
    look("/interventions/jobmentoren/contact", "Verstuur het bericht")
    made = contacts.start_contact(
        record,
        asker=people.organisation_of(asker),
        asked=people.organisation_of(asked),
        subject="Vraag",
        text="Hoe?",
        by=asker,
    )
    look("/contact")
    look(f"/contact/{made.reference}", "Verstuur het bericht")
    enter(page.context, live_server, asked)
    look("/interventions/jobmentoren/contact")
    assert found == []
