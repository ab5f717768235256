"""A change starts from what is published; everything else starts empty."""

import datetime

import pytest

from evidence.models import Term
from submissions import questions
from submissions.answers import prefill
from submissions.answers.validity import valid
from submissions.choices import Kind, Tier
from submissions.history import History
from submissions.models import Submission
from tests import factories, people
from tests.submissions import published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vocabularies(db):
    published.vocabularies()


def started(record, organisation, kind=Kind.CHANGE):
    return Submission(kind=kind, organisation=organisation, intervention=record)


@pytest.mark.parametrize("kind", [Kind.NEW, Kind.EXPERIENCE])
def test_other_kinds_start_empty(kind):
    record = None if kind == Kind.NEW else factories.InterventionFactory()
    assert prefill.from_record(History(started(record, people.organisation(), kind))) == {}


@pytest.mark.parametrize("tier", [Tier.DESCRIBE, Tier.RESEARCH])
def test_an_own_record_gives_back_every_answer(tier):
    first = published.new(tier)
    answers = published.ANSWERS | (published.RESEARCH if tier == Tier.RESEARCH else {})
    expected = {code: answer for code, answer in answers.items() if code != "different_because"}
    assert prefill.from_record(History(started(first.intervention, first.organisation))) == expected


def test_an_own_record_gives_back_what_was_changed_since():
    first = published.new()
    published.change(first, budget=1000, place="Elders", conditions=None, has_plan=False, why_no_plan="Geen geld.")
    found = prefill.from_record(History(started(first.intervention, first.organisation)))
    assert (found["budget"], found["place"], found["has_plan"], found["why_no_plan"]) == (
        1000,
        "Elders",
        False,
        "Geen geld.",
    )
    assert "conditions" not in found


def test_a_record_of_a_document_gives_its_facts_and_nothing_it_does_not_say():
    record = factories.InterventionFactory(
        name="Aanpak", summary_nl="Wat het is.", place="Malmö", status="completed",
        status_note_nl="Volgens het rapport.",
        start=datetime.date(2016, 6, 1), start_precision=7,
    )  # fmt: skip
    factories.ClassificationFactory(intervention=record, term=Term.objects.get(code="women"))
    factories.LessonFactory(text_nl="Een vaste coach.", kind="condition", interventions=[record])
    factories.LessonFactory(text_nl="Kan hier ook.", kind="applicability", interventions=[record])
    factories.LessonFactory(text_nl="Te lang. " * 40, kind="barrier", interventions=[record])
    for role in ("partner", "executor", "funder"):
        organisation = factories.OrganisationFactory(name=f"Bureau {role}")
        factories.ParticipationFactory(intervention=record, organisation=organisation, role=role)
    assert prefill.from_record(History(started(record, people.organisation()))) == {
        "name": "Aanpak", "summary": "Wat het is.", "place": "Malmö", "status": "completed", "start": "2016-06",
        "target_groups": ["women"], "conditions": ["Een vaste coach."], "executor": "Bureau executor",
        "partners": ["Bureau partner"],
    }  # fmt: skip


def test_what_is_no_answer_to_the_question_is_left_out():
    record = factories.InterventionFactory(name="Aanpak", summary_nl="x" * 9000, status="unknown", name_en="Aanpak")
    factories.ClassificationFactory(
        intervention=record, term=factories.TermFactory(of="success-measure", code="not-stated")
    )
    found = prefill.from_record(History(started(record, people.organisation())))
    assert found == {"name": "Aanpak"}
    asked = questions.all_questions(Kind.CHANGE)
    assert all(valid(asked[code], answer) == answer for code, answer in found.items())


def test_a_text_of_another_organisation_is_not_given():
    first = published.new()
    found = prefill.from_record(History(started(first.intervention, people.organisation())))
    assert found["name"] == "Koken naar werk"
    assert not {"approach", "goal", "budget", "has_plan", "needed_elsewhere", "possible_elsewhere"} & set(found)


def test_own_lines_come_first_so_that_they_are_never_cut_off():
    record = factories.InterventionFactory()
    for number in range(25):
        factories.LessonFactory(text_nl=f"Uit het rapport {number}.", kind="condition", interventions=[record])
    author = people.member()
    published.change_of(record, by=author, conditions=["Van ons."])
    found = prefill.from_record(History(started(record, people.organisation_of(author))))
    assert (len(found["conditions"]), found["conditions"][0]) == (20, "Van ons.")
    published.change_of(record, by=author, place="Elders")
    assert record.lessons.filter(text_nl="Van ons.").count() == 1
    assert record.lessons.count() == 26
