"""Who gets a letter about what; what it says, and what no letter says."""

import pytest
from django.utils import translation
from django.utils.formats import date_format

from accounts.choices import EditorialRole
from letters.models import Letter
from submissions import actions
from submissions.choices import Audience, Move
from tests import people

pytestmark = pytest.mark.django_db
TITLE = "De verzonnen <taalwerkplaats> & co"


@pytest.fixture
def scene():
    """An organisation with two members, one of them also a reviewer.

    Two other reviewers, an editor; and people who get nothing.
    """
    group = people.organisation("Gemeente Verzonnen aan Zee")
    author = people.member(group, email="auteur@voorbeeld.example")
    people.member(group, email="collega@voorbeeld.example")
    people.member(group, email="eigen@voorbeeld.example", editorial_role=EditorialRole.REVIEWER)
    people.member(group, email="weg@voorbeeld.example", is_active=False)
    people.member(email="vreemd@voorbeeld.example")
    people.person(email="niemand@voorbeeld.example")
    people.reviewer(email="gesloten@voorbeeld.example", is_active=False)
    return {
        "author": author,
        "handler": people.reviewer(email="behandelaar@voorbeeld.example"),
        "other": people.reviewer(email="beoordelaar@voorbeeld.example"),
        "editor": people.editor(email="redacteur@voorbeeld.example"),
        "draft": people.draft(by=author, name=TITLE),
    }


ORGANISATION = ["auteur", "collega", "eigen"]
REVIEWERS = ["behandelaar", "beoordelaar", "redacteur"]


def letters():
    """Return who got what since last asked, as (reader, subject), and forget them."""
    found = [(mail.to.partition("@")[0], mail.subject) for mail in Letter.objects.all()]
    Letter.objects.all().delete()
    return found


def to(readers, subject):
    return [(reader, f"{subject}: {TITLE}") for reader in readers]


def test_every_move_tells_whom_it_concerns(scene):
    author, handler = scene["author"], scene["handler"]
    now = people.hand_in(scene["draft"])
    assert letters() == to(ORGANISATION, "Wij hebben uw inzending ontvangen") + to(REVIEWERS, "Nieuw in de wachtrij")
    now = actions.claim(now, by=handler)
    assert letters() == to(ORGANISATION, "In behandeling")
    now = actions.claim(now, by=handler)
    assert letters() == []
    now = actions.release(now, by=handler, reason="Ik ben met vakantie.")
    assert letters() == to(ORGANISATION, "Terug in de wachtrij") + to(
        ["beoordelaar", "redacteur"], "Terug in de wachtrij"
    )
    now = actions.request_changes(actions.claim(now, by=handler), reason="Vertel meer.", by=handler)
    assert letters() == to(ORGANISATION, "In behandeling") + to(ORGANISATION, "Wij vragen een aanvulling")
    now = actions.withdraw(now, by=author)
    assert letters() == to(["collega", "eigen", "behandelaar"], "Ingetrokken")
    now = actions.reopen_draft(now, by=author)
    assert letters() == to(["collega", "eigen"], "Uw collega werkt verder aan")
    now = people.hand_in(now)
    assert letters() == to(ORGANISATION, "Wij hebben uw inzending ontvangen") + to(
        REVIEWERS, "Aangevuld in de wachtrij"
    )
    now = actions.decline(actions.claim(now, by=handler), reason="Past niet.", by=handler)
    assert letters() == to(ORGANISATION, "In behandeling") + to(ORGANISATION, "Wij plaatsen uw inzending niet")
    now = actions.reopen_review(now, reason="Toch wel.", by=handler)
    assert letters() == to(ORGANISATION, "Wij bekijken uw inzending opnieuw")
    now = actions.publish(people.judged(now), by=handler)
    assert letters() == to(ORGANISATION, "Gepubliceerd")
    now = actions.archive(now, reason="Bestaat niet meer.", by=scene["editor"])
    assert letters() == to(ORGANISATION, "Uit de catalogus")
    actions.restore(now, reason="Bestaat toch.", by=scene["editor"])
    assert letters() == to(ORGANISATION, "Terug in de catalogus")


def test_a_letter_about_every_move_is_plain_dutch_signed_by_the_editors(scene, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    with translation.override("en"):
        actions.request_changes(
            actions.claim(people.hand_in(scene["draft"]), by=scene["handler"]),
            reason="Wie doet er mee?",
            by=scene["handler"],
        )
    reference, due = scene["draft"].reference, date_format(people.Submission.objects.get().due, "j F Y")
    bodies = {
        mail.subject.partition(":")[0]: mail.body for mail in Letter.objects.filter(to__in=["auteur@voorbeeld.example"])
    }
    assert bodies["Wij hebben uw inzending ontvangen"] == (
        "Goedendag,\n\n"
        f"Wij hebben “{TITLE}” van Gemeente Verzonnen aan Zee ontvangen. "
        "Een beoordelaar van de redactie bekijkt de inzending.\n"
        f"U hoort vóór {due} van ons. U kunt de inzending tot die tijd niet wijzigen. "
        "Wilt u dat wel, trek haar dan eerst in.\n\n"
        f"Bekijk uw inzending: https://werkwijs.example/submissions/{reference}\n\n"
        "Met vriendelijke groet,\nde redactie van Werkwijs\n\n"
        f"U krijgt deze mail omdat u meewerkt aan inzending {reference} van Gemeente Verzonnen aan Zee.\n"
    )
    assert (
        "De beoordelaar schrijft:\n\nWie doet er mee?\n\nU kunt de antwoorden nu wijzigen."
        in bodies["Wij vragen een aanvulling"]
    )
    queue = Letter.objects.filter(to="beoordelaar@voorbeeld.example").get().body
    assert f"Bekijk de inzending: https://werkwijs.example/review/{reference}\n" in queue
    for mail in Letter.objects.all():
        assert "@" not in mail.body
        assert "&amp;" not in mail.body + mail.subject
        assert "  " not in mail.body
        assert "\n\n\n" not in mail.body


def test_the_letter_about_publication_leads_to_the_record(scene, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    now = actions.publish(
        people.judged(actions.claim(people.hand_in(scene["draft"]), by=scene["handler"])), by=scene["handler"]
    )
    body = Letter.objects.filter(to="auteur@voorbeeld.example", subject__startswith="Gepubliceerd").get().body
    assert f"Iedereen kan het nu lezen: https://werkwijs.example/interventions/{now.intervention.slug}\n" in body


def test_a_remark_is_told_to_the_other_side_and_an_internal_note_to_nobody(scene):
    author, handler = scene["author"], scene["handler"]
    now = people.hand_in(scene["draft"])
    letters()
    actions.comment(now, "Wanneer hoor ik iets?", audience=Audience.AUTHOR, by=author)
    assert letters() == to(REVIEWERS, "Bericht van de indiener")
    now = actions.claim(now, by=handler)
    letters()
    actions.comment(now, "GEHEIM", audience=Audience.INTERNAL, by=handler)
    assert letters() == []
    actions.comment(now, "Wat bedoelt u met doel 2?", audience=Audience.AUTHOR, by=scene["other"])
    assert Letter.objects.filter(body__contains="Wat bedoelt u met doel 2?").count() == 3
    assert letters() == to(ORGANISATION, "Bericht van de redactie")
    actions.comment(now, "Dat leggen wij uit.", audience=Audience.AUTHOR, by=author)
    assert letters() == to(["behandelaar"], "Bericht van de indiener")
    actions.decline(now, reason="Verzonnen reden.", by=handler)
    assert not Letter.objects.filter(body__contains="GEHEIM").exists()


def test_a_remark_on_a_draft_betrays_it_to_no_reviewer(scene):
    actions.comment(scene["draft"], "Nog even wachten.", audience=Audience.AUTHOR, by=scene["author"])
    assert letters() == []


def test_who_left_the_organisation_hears_nothing_more_and_a_handler_who_joined_it_is_passed_over(scene):
    now = actions.claim(people.hand_in(scene["draft"]), by=scene["handler"])
    letters()
    scene["author"].memberships.all().delete()
    people.join(scene["handler"], now.organisation)
    actions.withdraw(now, by=people.User.objects.get(email="collega@voorbeeld.example"))
    assert letters() == to(["eigen", "behandelaar"], "Ingetrokken")
    assert now.decisions.last().move == Move.WITHDRAW
