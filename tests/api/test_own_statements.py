"""What organisations submit, as the API gives it: complete, marked, and apart from evidence."""

import pytest

from submissions import history
from tests import factories, people
from tests.submissions import published

NOTHING_INFERRED = {"partStudyCount": 0, "inferred": False, "evidenceCountries": []}


@pytest.fixture
def author(db):
    published.vocabularies()
    return people.member(people.organisation("Gemeente Verzonnen", slug="verzonnen", kind="municipality"))


def test_an_experience_is_complete(ask, author):
    record = factories.InterventionFactory(slug="maatjes")
    submission = published.experience(record, by=author)
    answer = ask("interventions/maatjes")
    source = history.source_slug(submission)
    assert answer["experiences"] == [
        {
            "organisation": "verzonnen", "organisationName": "Gemeente Verzonnen", "organisationKind": "municipality",
            "place": "Verzonnen Zuid", "start": "2023-03", "end": "2024", "entered": 24, "left": 3,
            "inWorkAfter6Months": 9, "inWorkAfter12Months": 13, "inWorkAfter24Months": 12, "costInEuro": 62000,
            "satisfaction": "Zeventien van de 21 raden het aan.", "match": "Tien werkten op hun niveau.",
            "adaptations": "Kleinere groepen.", "lessonsLearned": "Zoek eerst werkgevers.", "wouldDoAgain": True,
            "whyStopped": "De subsidie liep af.", "source": source, "locator": "Inzending",
        }
    ]  # fmt: skip
    assert (answer["experienceCount"], answer["selfReported"], answer["sources"]) == (1, False, ["test-source", source])
    assert answer["verdicts"] == [
        {
            "measure": None,
            "direction": "not_studied",
            "smsHighest": None,
            "studyCount": 0,
            "findingCount": 0,
            **NOTHING_INFERRED,
        }
    ]
    assert [row["experienceCount"] for row in ask("interventions")["results"]] == [1]
    assert ask(f"interventions?source={source}")["count"] == 1
    assert ask("organisations/verzonnen")["name"] == "Gemeente Verzonnen"


def test_an_own_record_is_marked_and_tells_its_story(ask, author):
    source = history.source_slug(published.new(by=author))
    assert [row["selfReported"] for row in ask("interventions")["results"]] == [True]
    answer = ask("interventions/koken-naar-werk")
    assert answer["selfReported"]
    assert {row["topic"]: (row["text"], row["textEn"], row["source"]) for row in answer["passages"]} == {
        "occasion": ("Weinig mensen hadden werk.", None, source),
        "goal": ("Twaalf mensen aan het werk.", None, source),
        "for-whom": ("Vrouwen die vluchtten.", None, source),
        "entry-requirements": ("Een beetje Nederlands.", None, source),
        "approach": ("Een half jaar in de keuken.\nDaarna een baan.", None, source),
        "intensity": ("Drie dagen per week.", None, source),
        "afterwards": ("Een jobcoach.", None, source),
        "cooperation": ("Elke maand overleg.", None, source),
        "budget": ("€ 180.000", "€ 180,000", source),
        "cost-per-participant": ("€ 4.500", "€ 4,500", source),
        "costs": ("De helft is begeleiding.", None, source),
    }
    assert answer["verdicts"] == [
        {
            "measure": None,
            "direction": "ongoing",
            "smsHighest": None,
            "studyCount": 1,
            "findingCount": 0,
            **NOTHING_INFERRED,
        }
    ]
    assert answer["sources"] == [source]
    assert (answer["history"][0]["note"], answer["amendments"]) == (
        "Gepubliceerd uit een inzending van Gemeente Verzonnen",
        [],
    )
    assert ask("sources/" + source)["kind"] == "submission"


def test_an_amendment_says_what_stood_there(ask, author):
    record = factories.InterventionFactory(slug="maatjes", status="running", place="Malmö")
    source = history.source_slug(published.change_of(record, by=author, status="completed", end="2024"))
    answer = ask("interventions/maatjes")
    assert (answer["status"], answer["end"], answer["place"]) == ("completed", "2024", "Malmö")
    where = {"source": source, "locator": "Inzending, Naam en plaats"}
    assert answer["amendments"] == [
        {"field": "status", "before": "running", **where},
        {"field": "end", "before": None, **where},
    ]
    assert answer["sources"] == ["test-source", source]
    assert ask(f"interventions?source={source}")["count"] == 1


def test_records_without_research_of_their_own_stay_grey_in_every_answer(ask, author):
    published.experience(published.new(by=author).intervention, by=people.member())
    assert ask("interventions?direction=positive,mixed,none,negative")["count"] == 0
    assert ask("findings")["count"] == 0
