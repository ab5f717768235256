"""How often publishing asks the database: literal numbers, and nothing twice."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.models import CatalogueVersion, Finding, Intervention, Lesson, RecordVersion, Verdict
from submissions import actions
from submissions.choices import Kind, Tier
from tests import factories, people
from tests.submissions import published

pytestmark = pytest.mark.django_db

NEW_ANSWERS = {
    "place": "Verzonnen Zuid", "scope": "regional", "start": "2023", "target_groups": ["women"],
    "conditions": ["Er is moed.", "Er is tijd."],
    "partners": ["Taalschool Verzonnen", "Restaurant Verzonnen", "Bureau Verzonnen"],
    "approach": "Anders.", "budget": 200_000, "plan_start": "2025-10",
}  # fmt: skip


@pytest.fixture
def author():
    published.vocabularies()
    CatalogueVersion.advance()  # as everywhere but before the first load
    return people.member(people.organisation("Gemeente Verzonnen", slug="verzonnen"))


def statements(submission) -> list[str]:
    """Publish, and return every statement with its values."""
    claimed = people.judged(submission)
    with CaptureQueriesContext(connection) as captured:
        actions.publish(claimed, by=claimed.reviewer)
    return [query["sql"] for query in captured.captured_queries]


def repeated(found: list[str]) -> list[str]:
    return [statement for statement, number in Counter(found).items() if number > 1]


def test_a_new_initiative_asks_nothing_twice(author):
    draft = people.draft(Kind.NEW, tier=Tier.DESCRIBE, by=author, answers=published.ANSWERS)
    claimed = actions.claim(people.hand_in(draft), by=people.reviewer())
    found = statements(claimed)
    assert repeated(found) == []
    assert len(found) == 52


def test_a_change_by_its_own_organisation_asks_nothing_twice(author):
    first = published.new(by=author)
    found = statements(published.change(first, publish=False, **NEW_ANSWERS))
    assert repeated(found) == []
    assert len(found) == 53
    row = Intervention.objects.get()
    assert (row.place, row.start_text) == ("Verzonnen Zuid", "2023")
    assert RecordVersion.objects.filter(intervention=row).count() == 2


def test_taking_a_lesson_away_asks_nothing_twice(author):
    first = published.new(by=author)
    found = statements(published.change(first, publish=False, **NEW_ANSWERS | {"conditions": ["Er is moed."]}))
    assert repeated(found) == []
    assert len(found) == 56
    assert not Lesson.objects.filter(text_nl="Er is een coach.").exists()


def test_a_change_of_research_asks_nothing_twice(author):
    first = published.new(Tier.RESEARCH, by=author)
    change = published.change(first, publish=False, tier=Tier.RESEARCH, research_effect="negative", partners=[])
    found = statements(change)
    assert repeated(found) == []
    assert len(found) == 49
    assert Finding.objects.get().direction == "negative"


def test_research_in_place_of_a_plan_asks_nothing_twice(author):
    first = published.new(by=author)
    found = statements(published.change(first, publish=False, tier=Tier.RESEARCH, **published.RESEARCH))
    assert repeated(found) == []
    assert len(found) == 56
    assert [row.direction for row in Verdict.objects.all()] == ["insufficient"]


def test_a_change_of_everything_asks_nothing_twice(author):
    answers = NEW_ANSWERS | {
        "name": "Bakken naar werk", "summary": "Wij bakken.", "success_measures": ["match"], "budget": None,
        "executor": "Bakkerij Verzonnen", "partners": ["Bureau Verzonnen"], "conditions": ["Er is moed."],
    }  # fmt: skip
    first = published.new(by=author)
    found = statements(published.change(first, publish=False, **answers))
    assert repeated(found) == []
    assert len(found) == 60


def test_a_change_of_a_record_of_a_document_asks_nothing_twice(author):
    record = factories.InterventionFactory(name="Uit het rapport")
    found = statements(published.change_of(record, by=author, publish=False, **NEW_ANSWERS))
    assert repeated(found) == []
    assert len(found) == 54


def test_an_experience_asks_nothing_twice(author):
    answers = {
        "kind": Kind.EXPERIENCE,
        "intervention": factories.InterventionFactory(),
        "answers": published.EXPERIENCE,
    }
    claimed = actions.claim(people.hand_in(people.draft(by=author, **answers)), by=people.reviewer())
    found = statements(claimed)
    assert repeated(found) == []
    assert len(found) == 42
