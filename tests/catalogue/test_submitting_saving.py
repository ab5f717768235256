"""A page keeps everything that is right, shows what is wrong, and loses nothing when two people write."""

import random

import pytest
from django.urls import reverse

from catalogue.submitting.merging import digest
from submissions import actions
from submissions.choices import State, Tier
from submissions.models import Submission
from tests import people
from tests.catalogue.filling_in import form_on, send
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(client):
    user = people.member()
    client.force_login(user)
    return people.draft(by=user, name="Oud", goal="Oud doel", for_whom="Oude groep")


def at(made, page="basics"):
    return reverse("submission-page", args=(made.reference, page))


def stored(made):
    return Submission.objects.get(pk=made.pk).answers


def colleague_saves(made, **answers):
    current = Submission.objects.get(pk=made.pk)
    actions.save(current, answers, version=current.version, by=made.author)


def test_what_is_right_is_kept_and_what_is_wrong_is_shown_with_a_way_to_it(client, made):
    before = stored(made)
    response = send(client, client.get(at(made)), "/basics", name="Nieuw", start="ooit", summary="te lang " * 200)
    assert response.status_code == 422
    assert stored(made) == before | {"name": "Nieuw"}
    page, form = Page(response), form_on(response, "/basics")
    assert set(page.links) >= {"#start", "#summary"}
    assert (form.values["start"], form.values["summary"]) == (["ooit"], ["te lang " * 200])
    assert response.content.decode().count('aria-invalid="true"') == 2
    mended = send(client, response, "/basics", start="mei 2023", summary="Kort.")
    assert mended.url == at(made, "occasion")
    assert stored(made) == before | {"name": "Nieuw", "start": "2023-05", "summary": "Kort."}


def test_the_buttons_lead_on_back_and_to_the_help(client, made):
    page = client.get(at(made))
    assert send(client, page, "/basics").url == at(made, "occasion")
    assert send(client, page, "/basics", then="list").url == reverse("submission-detail", args=(made.reference,))
    assert send(client, page, "/basics", then="similar").url == f"{at(made)}#similar"
    last = client.get(at(made, "difference"))
    assert send(client, last, "/difference").url == reverse("submission-check", args=(made.reference,))


def test_an_answer_can_be_taken_away(client, made):
    before = stored(made)
    send(client, client.get(at(made)), "/basics", name="", scope=None)
    assert stored(made) == {code: answer for code, answer in before.items() if code not in ("name", "scope")}


def test_two_people_on_different_questions_never_notice_each_other(client, made):
    before, page = stored(made), client.get(at(made))
    colleague_saves(made, goal="Doel van de collega", summary="Zin van de collega")
    assert send(client, page, "/basics", name="Mijn naam").status_code == 302
    assert stored(made) == before | {
        "goal": "Doel van de collega", "summary": "Zin van de collega", "name": "Mijn naam",
    }  # fmt: skip


def test_two_answers_to_one_question_are_both_shown_and_neither_is_lost(client, made):
    before, page = stored(made), client.get(at(made))
    colleague_saves(made, name="Naam van de collega")
    response = send(client, page, "/basics", name="Mijn naam", summary="Mijn zin")
    assert response.status_code == 409
    assert stored(made) == before | {"name": "Naam van de collega", "summary": "Mijn zin"}
    text, form = Page(response).text, form_on(response, "/basics")
    assert "Naam van de collega" in text
    assert form.values["name"] == ["Mijn naam"]
    assert "keep-name" not in form.values  # nothing is chosen for the visitor
    undecided = send(client, response, "/basics")
    assert undecided.status_code == 409
    assert stored(made)["name"] == "Naam van de collega"
    assert send(client, undecided, "/basics", **{"keep-name": "mine", "name": "Mijn naam, beter"}).status_code == 302
    assert stored(made)["name"] == "Mijn naam, beter"


def test_who_chooses_theirs_keeps_theirs(client, made):
    page = client.get(at(made))
    colleague_saves(made, name="Naam van de collega")
    response = send(client, page, "/basics", name="Mijn naam")
    assert send(client, response, "/basics", **{"keep-name": "theirs"}).status_code == 302
    assert stored(made)["name"] == "Naam van de collega"


def test_what_changed_again_is_asked_again(client, made):
    page = client.get(at(made))
    colleague_saves(made, name="Naam van de collega")
    response = send(client, page, "/basics", name="Mijn naam")
    colleague_saves(made, name="Weer een andere naam")
    again = send(client, response, "/basics", **{"keep-name": "mine"})
    assert again.status_code == 409
    assert "Weer een andere naam" in Page(again).text
    assert stored(made)["name"] == "Weer een andere naam"


def test_a_wrong_answer_that_a_colleague_changed_too_is_contested_once_it_is_right(client, made):
    page = client.get(at(made))
    colleague_saves(made, start="2020")
    wrong = send(client, page, "/basics", start="ooit")
    assert wrong.status_code == 422
    contested = send(client, wrong, "/basics", start="2021")
    assert contested.status_code == 409
    assert stored(made)["start"] == "2020"


def test_a_page_of_another_tier_takes_nothing_away(client, made):
    narrow = actions.set_tier(made, Tier.REPORT, version=made.version, by=made.author)
    page = client.get(at(made))
    actions.set_tier(narrow, Tier.RESEARCH, version=narrow.version, by=made.author)
    colleague_saves(made, name_en="New name")
    before = stored(made)
    assert send(client, page, "/basics", name="Mijn naam").status_code == 302
    assert stored(made) == before | {"name": "Mijn naam"}


def test_a_page_that_the_tier_no_longer_has_still_keeps_what_was_typed(client, made):
    page = client.get(at(made, "occasion"))
    actions.set_tier(made, Tier.REPORT, version=made.version, by=made.author)
    assert send(client, page, "/occasion", occasion="Getypt").status_code == 302
    assert stored(made)["occasion"] == "Getypt"
    assert client.get(at(made, "occasion")).status_code == 404


def test_what_was_typed_while_a_colleague_handed_it_in_is_given_back(client, made):
    page = client.get(at(made))
    actions.submit(made, permission=True, version=made.version, by=made.author)
    response = send(client, page, "/basics", name="Mijn <i>naam</i>", summary="Eerste regel\nTweede regel")
    assert response.status_code == 409
    assert b"Mijn &lt;i&gt;naam&lt;/i&gt;" in response.content
    assert b"Eerste regel\nTweede regel" in response.content
    made.refresh_from_db()
    assert (made.state, made.answers["name"]) == (State.SUBMITTED, "Oud")


def edits(made, number):
    """Edits by two people who each save from a page that may be old: (who, question, text)."""
    dice = random.Random(4)  # noqa: S311 — fixed dice
    return [(dice.choice("ab"), dice.choice(["name", "summary", "place"]), f"tekst {turn}") for turn in range(number)]


def test_of_many_edits_from_old_pages_none_is_lost(client, made):
    pages = dict.fromkeys("ab", client.get(at(made)))
    asked = 0
    for who, question, text in edits(made, 200):
        response = send(client, pages[who], "/basics", **{question: text})
        if response.status_code == 409:  # both are on the page: neither is lost, the visitor decides
            asked += 1
            content = response.content.decode()
            kept = form_on(response, "/basics").values
            contested = kept["contested"]
            assert all(str(stored(made)[code]) in content for code in contested)
            response = send(client, response, "/basics", **{f"keep-{code}": "mine" for code in contested})
        assert response.status_code == 302
        assert stored(made)[question] == text
        if asked % 3 == 0:
            pages[who] = client.get(at(made))
    assert asked > 20


@pytest.mark.sabotage
def test_a_form_that_said_nothing_of_what_it_showed_would_lose_some(client, made):
    """The sabotage of the tests above: a page that names the present version and answers, whatever it showed."""
    page = client.get(at(made))
    colleague_saves(made, name="Naam van de collega")
    lie = {"version": str(Submission.objects.get(pk=made.pk).version), "was-name": digest("Naam van de collega")}
    assert send(client, page, "/basics", name="Mijn naam", **lie).status_code == 302
    assert stored(made)["name"] == "Mijn naam"


@pytest.mark.parametrize(("version", "status", "name"), [("present", 302, "Van een programma"), ("older", 409, "Oud")])
def test_a_form_of_a_program_is_believed_when_it_names_the_present_version(client, made, version, status, name):
    number = made.version if version == "present" else made.version - 1
    assert client.post(at(made), {"version": number, "name": "Van een programma"}).status_code == status
    assert stored(made) == made.answers | {"name": name}
