"""What helps while one fills in: who does it already, what a study would be worth, and a workbook."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from evidence import vocabulary
from submissions import spreadsheet
from submissions.choices import Kind, Tier
from submissions.models import Submission
from submissions.spreadsheet.layout import ANSWER, CODE, MEDIA_TYPE
from tests import factories, people
from tests.catalogue.filling_in import form_on, send
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    user = people.member()
    client.force_login(user)
    return user


def at(name, made, *more):
    return reverse(name, args=(made.reference, *more))


def stored(made):
    return Submission.objects.get(pk=made.pk).answers


def record(name="Jobmentoren in de zorg"):
    made = factories.InterventionFactory(name=name, summary_nl="Mentoren helpen statushouders aan werk in de zorg.")
    vocabulary.forget_vocabularies()
    return made


# Who does this already


def test_while_typing_the_nearest_record_is_shown_with_the_reason_and_nothing_is_kept(client, member):
    near = record()
    made = people.draft(by=member, name="Iets anders")
    assert near.name not in Page(client.get(at("submission-page", made, "basics"))).text
    typed = send(client, client.get(at("submission-page", made, "basics")), "/basics", name="")  # the form itself
    assert typed.status_code == 302
    form = form_on(client.get(at("submission-page", made, "basics")), "/basics").values | {
        "name": ["Jobmentoren in zorg"]
    }
    before = stored(made)
    page = Page(client.post(at("submission-similar", made), form))
    assert near.name in page.links[reverse("intervention-detail", args=(near.slug,))][0]
    assert "De naam lijkt op “Jobmentoren in de zorg”." in page.text
    assert stored(made) == before


def test_without_javascript_the_button_keeps_and_shows_it(client, member):
    near = record()
    made = people.draft(by=member, name="Iets anders")
    page = client.get(at("submission-page", made, "basics"))
    back = send(client, page, "/basics", name="Jobmentoren in de zorg", then="similar")
    assert near.name in Page(client.get(back.url.split("#")[0])).text


def test_own_drafts_are_alike_too_and_those_of_other_organisations_never(client, member):
    foreign = people.draft(name="Jobmentoren in de zorg")
    made = people.draft(by=member, name="Jobmentoren in de zorg")
    addresses = (at("submission-page", made, "basics"), at("submission-check", made))
    for address in addresses:
        assert "van uw organisatie" not in Page(client.get(address)).text
    own = people.draft(by=member, name="Jobmentoren in de zorg")
    for address in addresses:
        page = Page(client.get(address))
        assert "van uw organisatie" in page.text
        assert at("submission-detail", own) in page.links
        assert at("submission-detail", foreign) not in page.links


@pytest.mark.parametrize(("kind", "carried"), [(Kind.CHANGE, "goal"), (Kind.EXPERIENCE, "place")])
def test_one_goes_on_at_what_is_there_with_the_answers_that_fit(client, member, kind, carried):
    near = record()
    made = people.draft(by=member, tier=Tier.DESCRIBE, name="Jobmentoren in de zorg")
    check = client.get(at("submission-check", made))
    pages = [send(client, check, "/continue", kind=kind) for _ in range(2)]
    assert pages[0].url == pages[1].url
    on = Submission.objects.exclude(pk=made.pk).get()
    assert (on.kind, on.intervention, on.organisation) == (kind, near, made.organisation)
    assert on.answers[carried] == made.answers[carried]
    assert stored(made) == made.answers
    if kind == Kind.CHANGE:
        assert on.answers["name"] == near.name
        assert on.answers["summary"] == near.summary_nl  # never over what the record says


def test_an_experience_takes_no_answer_to_another_question_of_the_same_name(client, member):
    record()
    made = people.draft(by=member, name="Jobmentoren in de zorg", adaptations="Wat mag anders")
    send(client, client.get(at("submission-check", made)), "/continue", kind=Kind.EXPERIENCE)
    assert "adaptations" not in Submission.objects.get(kind=Kind.EXPERIENCE).answers


def test_one_cannot_go_on_at_what_is_not_public(client, member):
    hidden = factories.InterventionFactory(editorial_state="archived")
    made = people.draft(by=member)
    for about, kind in ((hidden.slug, "change"), ("nergens", "change"), (record().slug, "new")):
        assert (
            client.post(at("submission-continue", made), {"about": about, "kind": kind, "key": "k"}).status_code == 404
        )
    assert Submission.objects.count() == 1


# What a study would be worth


def test_the_level_of_a_plan_and_the_step_up_follow_what_is_typed(client, member):
    made = people.draft(by=member, has_plan=True, measures_before_and_after=True, comparison_group="none")
    page = Page(client.get(at("submission-page", made, "evaluation")))
    assert "niveau 2 van 5" in page.text
    assert "Zo komt u op niveau 3" in page.text
    form = form_on(client.get(at("submission-page", made, "evaluation")), "/evaluation").values
    typed = form | {"comparison_group": ["same-pool"], "controls_for_differences": ["yes"], "drawn_by_lot": ["yes"]}
    page = Page(client.post(at("submission-level", made), typed))
    assert "niveau 5 van 5" in page.text
    assert "Dit is het hoogste niveau" in page.text
    assert stored(made) == made.answers


def test_an_example_of_the_level_comes_from_the_catalogue(client, member):
    row = factories.InterventionFactory(name="Voorbeeldaanpak")
    factories.StudyFactory(title="Voorbeeldstudie", sms_printed="2", interventions=[row])
    made = people.draft(by=member, has_plan=True, measures_before_and_after=True, comparison_group="none")
    page = Page(client.get(at("submission-page", made, "evaluation")))
    assert "Voorbeeldaanpak" in page.links[reverse("intervention-detail", args=(row.slug,))][0]


# The workbook


def workbook(made, **cells):
    book = load_workbook(BytesIO(spreadsheet.template(Kind(made.kind), Tier(made.tier), {})))
    for row in book.worksheets[0].iter_rows():
        if row[CODE - 1].value in cells:
            row[ANSWER - 1].value = cells[row[CODE - 1].value]
    file = BytesIO()
    book.save(file)
    return SimpleUploadedFile("ingevuld.xlsx", file.getvalue(), content_type=MEDIA_TYPE)


def upload(client, made, file):
    return client.post(at("submission-upload", made), {"file": file})


@pytest.mark.parametrize("name", ["submission-template", "submission-workbook"])
def test_the_questions_are_given_as_a_workbook(client, member, name):
    made = people.draft(by=member, name="In het bestand")
    response = client.get(reverse(name) if name == "submission-template" else at(name, made))
    assert response["Content-Type"] == MEDIA_TYPE
    found, faults = spreadsheet.read_workbook(response.content, Kind.NEW)
    assert faults == []
    assert found == ({} if name == "submission-template" else made.answers)
    assert client.get(f"{reverse('submission-template')}?tier=wrong").status_code == 404


def test_a_filled_in_workbook_fills_what_is_empty(client, member):
    made = people.draft(by=member, goal=None, executor=None)
    response = upload(client, made, workbook(made, goal="Doel uit het bestand", executor="Stichting Verzonnen"))
    assert response.url == at("submission-detail", made)
    assert "2 antwoorden zijn overgenomen." in Page(client.get(response.url)).text
    assert stored(made) == made.answers | {"goal": "Doel uit het bestand", "executor": "Stichting Verzonnen"}


def test_every_fault_is_named_by_its_cell_and_nothing_is_taken_over_until_asked(client, member):
    made = people.draft(by=member, goal=None, start=None, participants=None)
    response = upload(client, made, workbook(made, goal="Doel", start="ooit", participants="veel"))
    assert response.status_code == 422
    assert Page(response).text.count("Cel E") == 2
    assert stored(made) == made.answers
    assert send(client, response, at=at("submission-upload", made)).url == at("submission-detail", made)
    assert stored(made) == made.answers | {"goal": "Doel"}


def test_what_was_answered_already_is_only_replaced_when_that_is_chosen(client, member):
    made = people.draft(by=member, goal="Oud doel", for_whom="Oude groep", executor=None)
    file = workbook(made, goal="Doel uit het bestand", for_whom="Groep uit het bestand", executor="Stichting Verzonnen")
    response = upload(client, made, file)
    assert response.status_code == 422
    assert {"Oud doel", "Doel uit het bestand"} <= set(
        response.content.decode().replace("</span>", "\n").replace(">", "\n").split("\n")
    )
    assert stored(made) == made.answers | {"executor": "Stichting Verzonnen"}
    undecided = send(client, response, at=at("submission-upload", made), **{"keep-goal": "mine"})
    assert undecided.status_code == 422
    done = send(client, undecided, at=at("submission-upload", made), **{"keep-for_whom": "theirs"})
    assert done.status_code == 302
    assert (stored(made)["goal"], stored(made)["for_whom"]) == ("Doel uit het bestand", "Oude groep")


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04" + b"\0" * 100, b"\0" * 3_000_000])
def test_a_file_that_is_no_workbook_is_refused_with_a_reason(client, member, data):
    made = people.draft(by=member)
    response = upload(client, made, SimpleUploadedFile("x.xlsx", data))
    assert response.status_code == 422
    assert stored(made) == made.answers


def test_no_file_and_answers_of_nowhere_are_refused(client, member):
    made = people.draft(by=member)
    assert "Kies eerst een bestand." in Page(client.post(at("submission-upload", made))).links["#file"]
    for text in ("", "[]", "null", '{"nergens": 1}', '{"goal": {"diep": []}}', "[" * 100_000):
        assert client.post(at("submission-upload", made), {"answers": text}).status_code in (302, 422)
    assert stored(made) == made.answers


def test_what_was_handed_in_takes_no_workbook(client, member):
    made = people.submitted(by=member)
    response = client.get(at("submission-upload", made))
    assert response.url == at("submission-detail", made)
    assert "De antwoorden kunnen nu niet gewijzigd worden." in Page(client.get(response.url)).text
