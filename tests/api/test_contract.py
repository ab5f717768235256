"""What each resource answers, whole: a field that appears, disappears or changes its form fails here."""

import pytest

from tests.api import world
from tests.api.conftest import HERE

API = f"{HERE}/api/v1"


@pytest.fixture(autouse=True)
def _world(db):
    world.build()


def page(*results) -> dict:
    return {"count": len(results), "next": None, "previous": None, "results": list(results)}


def concept(code: str, dutch: str, english: str, **more) -> dict:
    return {"code": code, "label": dutch, "labelNl": dutch, "labelEn": english, **more}


WOMEN = concept("women", "Vrouwen", "Women")
TABLE = {"source": "rapport-a", "locator": "tabel 3.1"}
NO_NOTE = {"note": None, "noteEn": None}
VERSION = {
    "number": 2,
    "modified": "2026-01-31T12:00:00Z",
    "note": "Beter gelezen",
    "noteEn": "Read again",
    "changed": ["country", "summary"],
}
CARD = {
    "id": "maatjes",
    "url": f"{API}/interventions/maatjes",
    "name": "Kompisar",
    "nameNl": "Maatjes",
    "nameEn": "Buddies",
    "aliases": ["K-2"],
    "country": "SE",
    "countries": ["SE", "DK"],
    "place": "Malmö",
    "scope": "local",
    "scale": "project",
    "status": "stopped",
    "asOf": "2022-11",
    "statusText": "Gestopt",
    "statusTextEn": "Stopped",
    "kind": "instance",
    "start": "2016-06",
    "end": "2018",
    "described": True,
    "duration": {"min": 6, "max": 12},
    "intensity": "Een keer per week",
    "intensityEn": "Once a week",
    "types": [concept("mentoring", "Mentoring", "Mentoring", **TABLE)],
    "targetGroups": [{**WOMEN, **TABLE}],
    "components": [],
    "successMeasures": [concept("placements", "Werk", "Work")],
    "buildingBlocks": [],
    "sectors": [],
    "careerMoments": [],
    "pillars": [],
    "lloStages": [],
    "funding": [],
    "steering": [],
    "categories": [],
    "smsHighest": 3,
    "smsPrinted": "3",
    "smsDistribution": {"3": 1},
    "headline": "placements",
    "verdictText": "Positief effect gevonden",
    "verdictTextEn": "Positive effect found",
    "verdicts": [
        {
            "measure": "placements",
            "direction": "positive",
            "smsHighest": 3,
            "studyCount": 1,
            "findingCount": 1,
            "partStudyCount": 0,
            "inferred": True,
            "evidenceCountries": ["SE"],
        }
    ],
    "studyCount": 1,
    "findingCount": 1,
    "experienceCount": 1,
    "selfReported": False,
    "source": "rapport-a",
    "locator": "§3",
    "modified": "2026-01-31T12:00:00Z",
}
STUDY = {
    "id": "studie-a",
    "url": f"{API}/studies/studie-a",
    "title": "Studie A",
    "description": None,
    "descriptionEn": None,
    "citation": {
        "id": "studie-a",
        "type": "article-journal",
        "title": "Studie A",
        "author": [{"family": "Berg", "given": "Eva"}],
        "issued": {"date-parts": [[2019]]},
        "container-title": "Tijdschrift",
        "volume": "4",
        "page": "1-9",
        "URL": "https://studie.example/a",
        "language": "sv",
    },
    "documentUrl": "https://studie.example/a",
    "year": 2019,
    "language": "sv",
    "kind": "article",
    "stage": "published",
    "stageText": "Verschenen",
    "stageTextEn": "Published",
    "due": None,
    "design": None,
    "designEn": None,
    "smsPrinted": "3",
    "smsMin": 3,
    "smsMax": 3,
    "smsCounted": 3,
    "counted": True,
    "country": "SE",
    "interventions": ["maatjes"],
    **NO_NOTE,
    "source": "rapport-a",
    "locator": "Bijlage 3, rij 1",
}
FINDING = {
    "id": "meer-werk",
    "statement": "Meer mensen hadden werk.",
    "statementEn": "More people had work.",
    "qualifier": "=",
    "value": 34.5,
    "valueMax": None,
    "unit": "percent",
    "comparatorValue": 30,
    "comparator": "Wie geen maatje had",
    "comparatorEn": "Who had no buddy",
    "difference": 4.5,
    **NO_NOTE,
    "source": "rapport-a",
    "locator": "§3.1",
    "kind": "result",
    "intervention": "maatjes",
    "study": "studie-a",
    "studyInferred": True,
    "evidenceCountry": "SE",
    "printed": "ruim een derde",
    "printedEn": "over a third",
    "successMeasure": "placements",
    "direction": "positive",
    "subgroup": [WOMEN],
    "monthsAfter": 12,
    "selfReported": False,
    "illegible": False,
}
FIGURE = {
    "id": "zonder-werk",
    "statement": "Veel mensen hebben geen werk.",
    "statementEn": "Many people have no work.",
    "qualifier": "~",
    "value": 20,
    "valueMax": None,
    "unit": "percent",
    "comparatorValue": None,
    "comparator": None,
    "comparatorEn": None,
    "difference": None,
    **NO_NOTE,
    "source": "rapport-a",
    "locator": "§1",
    "url": f"{API}/figures/zonder-werk",
    "country": "SE",
    "intervention": "maatjes",
    "provision": None,
    "period": "2015",
    "origin": "SCB",
    "printed": "een vijfde",
    "printedEn": "a fifth",
    "about": ["women"],
    "concepts": [{**WOMEN, "scheme": "target-group"}],
}
BUDGET = {
    **FIGURE,
    "id": "budget",
    "url": f"{API}/figures/budget",
    "statement": "Er is 5 euro.",
    "statementEn": "There are 5 euros.",
    "qualifier": "=",
    "value": 5,
    "unit": "euro",
    "locator": "§8",
    "country": None,
    "intervention": None,
    "provision": "fonds",
    "period": None,
    "origin": None,
    "printed": None,
    "printedEn": None,
    "about": [],
    "concepts": [],
}
LESSON = {
    "id": "les-a",
    "kind": "recommendation",
    "text": "Werk samen met werkgevers.",
    "textEn": "Work together with employers.",
    "number": "1",
    "main": True,
    "partOf": None,
    "addressees": "de werkgevers",
    "addresseesEn": "employers",
    "countries": ["DK"],
    "provisions": ["fonds"],
    "concepts": [concept("employers", "Werkgevers", "Employers", scheme="party")],
    "source": "rapport-a",
    "locator": "§5",
}
PROVISION = {
    "id": "fonds",
    "url": f"{API}/provisions/fonds",
    "name": "Fonden",
    "nameNl": "Fonds",
    "nameEn": "Fund",
    "language": "sv",
    "aliases": ["F-1"],
    "kind": "funding",
    "summary": "Het fonds betaalt maatjes.",
    "summaryEn": "The fund pays for buddies.",
    "country": "SE",
    "place": None,
    "scope": "national",
    "status": "running",
    "asOf": "2022-11",
    "statusText": "Liep; einde gepland voor 2024 (stand november 2022)",
    "statusTextEn": "Ran; end planned for 2024 (as of November 2022)",
    "statusNote": None,
    "statusNoteEn": None,
    "start": None,
    "end": "2024",
    "classifications": [{**WOMEN, "source": "rapport-a", "locator": "§7", "scheme": "target-group"}],
    "interventions": ["maatjes"],
    "source": "rapport-a",
    "locator": "§7",
}
FUNDER = {"id": "stad", "name": "Stad", "kind": "municipality", "role": "funder", "source": "rapport-a"}
PROVISION_RECORD = {
    **PROVISION,
    "organisations": [{**FUNDER, "locator": "§7"}],
    "figures": [BUDGET],
    "lessons": [LESSON],
    "locators": {"end": "§8"},
}
EXPERIENCE = {
    "organisation": "stad",
    "organisationName": "Stad",
    "organisationKind": "municipality",
    "place": "Lund",
    "start": "2020-01-01",
    "end": None,
    "entered": 40,
    "left": None,
    "inWorkAfter6Months": 10,
    "inWorkAfter12Months": None,
    "inWorkAfter24Months": None,
    "costInEuro": None,
    "satisfaction": None,
    "match": None,
    "adaptations": None,
    "lessonsLearned": None,
    "wouldDoAgain": True,
    "whyStopped": None,
    "source": "opgave-b",
    "locator": "Opgave",
}
RECORD = {
    **CARD,
    "language": "sv",
    "summary": "Een maatje helpt.",
    "summaryEn": "A buddy helps.",
    "statusNote": "Geld op.",
    "statusNoteEn": None,
    "participants": 120,
    "blanks": {"cost": "not-in-source"},
    "locators": {"statusNote": "§9"},
    "partOf": None,
    "parts": [],
    "partsFound": None,
    "classifications": [
        {**WOMEN, **TABLE, "scheme": "target-group", "broader": "gender", **NO_NOTE},
        concept("mentoring", "Mentoring", "Mentoring", **TABLE, scheme="intervention-type", broader=None, **NO_NOTE),
    ],
    "organisations": [{**FUNDER, "locator": "§4"}],
    "unnamedParties": [
        {
            "name": "private investeerders",
            "nameEn": "private investors",
            "role": "funder",
            "source": "rapport-a",
            "locator": "§4",
        }
    ],
    "provisions": [
        {
            "id": "fonds",
            "url": f"{API}/provisions/fonds",
            "name": "Fonden",
            "kind": "funding",
            "source": "rapport-a",
            "locator": "§7",
        }
    ],
    "studies": [STUDY],
    "findings": [FINDING],
    "figures": [FIGURE],
    "lessons": [LESSON],
    "experiences": [EXPERIENCE],
    "passages": [],
    "amendments": [],
    "sources": ["rapport-a", "opgave-b"],
    "history": [VERSION],
}
COUNTRY = {
    "id": "SE",
    "url": f"{API}/countries/SE",
    "name": "Zweden",
    "nameEn": "Sweden",
    "interventionCount": 1,
    "mentionedCount": 0,
    "studyCount": 1,
    "levels": {"1": 0, "2": 0, "3": 1, "4": 0, "5": 0},
    "contextPoints": [
        {
            "title": "Gids",
            "titleEn": "Guide",
            "text": "Iedereen krijgt een gids.",
            "textEn": "All get a guide.",
            "source": "rapport-a",
            "locator": "Bijlage 4",
        }
    ],
}
SOURCE = {
    "id": "rapport-a",
    "url": f"{API}/sources/rapport-a",
    "title": "Rapport A",
    "authors": ["Jansen, An", "Instituut"],
    "publisher": "Uitgever",
    "year": 2023,
    "asOf": "2022-11",
    "language": "nl",
    "kind": "report",
    "documentUrl": "https://bron.example/a",
    "citation": {
        "id": "rapport-a",
        "type": "report",
        "title": "Rapport A",
        "author": [{"family": "Jansen", "given": "An"}, {"literal": "Instituut"}],
        "issued": {"date-parts": [[2023]]},
        "publisher": "Uitgever",
        "URL": "https://bron.example/a",
        "language": "nl",
    },
    **NO_NOTE,
    "counts": {"interventions": 1, "studies": 1, "findings": 1, "lessons": 1, "provisions": 1, "figures": 2},
}
UNDEFINED = {"definition": None, "definitionEn": None, "source": None, "locator": None}
GROUPS = {
    "id": "target-group",
    "url": f"{API}/schemes/target-group",
    "name": "Schema target-group",
    "nameEn": "Scheme target-group",
    "concepts": [
        concept("gender", "Geslacht", "Gender", **UNDEFINED, broader=None, count=1, lessonCount=0),
        {
            **WOMEN,
            "definition": "Wie vrouw is",
            "definitionEn": None,
            "broader": "gender",
            "count": 1,
            "lessonCount": 0,
            "source": "rapport-a",
            "locator": "§2",
        },
    ],
}
ORGANISATION = {
    "id": "stad",
    "url": f"{API}/organisations/stad",
    "name": "Stad",
    "kind": "municipality",
    "country": "SE",
    "interventionCount": 1,
    "provisionCount": 1,
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("interventions", page(CARD)),
        ("interventions/maatjes", RECORD),
        ("studies", page(STUDY)),
        ("studies/studie-a", STUDY),
        ("findings", page(FINDING)),
        ("lessons", page({**LESSON, "interventions": ["maatjes"]})),
        ("figures", page(FIGURE, BUDGET)),
        ("figures/zonder-werk", FIGURE),
        ("provisions", page(PROVISION)),
        ("provisions/fonds", PROVISION_RECORD),
        ("countries/SE", {**COUNTRY, "figures": [FIGURE]}),
        ("sources/rapport-a", SOURCE),
        ("schemes/target-group", GROUPS),
        ("organisations", page(ORGANISATION)),
        (
            "organisations/stad",
            {
                **ORGANISATION,
                "interventions": [
                    {
                        "intervention": "maatjes",
                        "name": "Kompisar",
                        "role": "funder",
                        "source": "rapport-a",
                        "locator": "§4",
                    }
                ],
                "provisions": [
                    {
                        "provision": PROVISION["id"],
                        "name": PROVISION["name"],
                        "role": "funder",
                        "source": "rapport-a",
                        "locator": "§7",
                    }
                ],
            },
        ),
        (
            "changes",
            page(
                {
                    **VERSION,
                    "intervention": {"id": "maatjes", "url": f"{API}/interventions/maatjes", "name": "Kompisar"},
                }
            ),
        ),
        (
            "evidence-map?rows=country&columns=type",
            {
                "count": 1,
                "mentionedCount": 0,
                "rows": [
                    {"code": "SE", "label": "Zweden", "group": None, "depth": 0},
                    {"code": "DK", "label": "Denemarken", "group": None, "depth": 0},
                ],
                "columns": [{"code": "mentoring", "label": "Mentoring", "group": None, "depth": 0}],
                "cells": [
                    {
                        "row": country,
                        "column": "mentoring",
                        "interventions": 1,
                        "studies": 1,
                        "smsHighest": 3,
                        "directions": {"positive": 1},
                    }
                    for country in ("SE", "DK")
                ],
            },
        ),
    ],
)
def test_a_resource_answers_exactly(ask, path, expected):
    assert ask(path) == expected


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("countries", ["SE", "DK"]),
        ("sources", ["opgave-b", "rapport-a"]),
        ("schemes", ["target-group", "intervention-type", "success-measure", "party"]),
    ],
)
def test_a_list_holds_what_its_records_hold(ask, path, ids):
    """A country's figures are in its record only."""
    answer = ask(path)
    records = [ask(f"{path}/{key}") for key in ids]
    for record in records:
        record.pop("figures", None)
    assert answer == page(*records)


def test_facets_give_code_label_and_count(ask):
    facets = {(facet["parameter"], facet["group"]): facet for facet in ask("interventions/facets?country=DK")["facets"]}
    assert facets["country", None] == {
        "parameter": "country",
        "group": None,
        "label": "Land",
        "values": [
            {"code": "SE", "label": "Zweden", "count": 1, "selected": False, "depth": 0},
            {"code": "DK", "label": "Denemarken", "count": 1, "selected": True, "depth": 0},
        ],
    }
    assert facets["targetGroup", "gender"]["values"] == [
        {"code": "women", "label": "Vrouwen", "count": 1, "selected": False, "depth": 0}
    ]


def test_a_scheme_is_linked_data_too(client):
    by_header = client.get("/api/v1/schemes/target-group", headers={"accept": "application/ld+json"})
    by_parameter = client.get("/api/v1/schemes/target-group?format=jsonld")
    place = f"{API}/schemes/target-group"
    assert by_header.headers["Content-Type"] == by_parameter.headers["Content-Type"] == "application/ld+json"
    assert by_header.json() == by_parameter.json()
    assert by_header.json()["@graph"] == [
        {"id": place, "type": "ConceptScheme", "prefLabel": {"nl": "Schema target-group", "en": "Scheme target-group"}},
        {
            "id": f"{place}#gender",
            "type": "Concept",
            "notation": "gender",
            "prefLabel": {"nl": "Geslacht", "en": "Gender"},
            "inScheme": place,
            "topConceptOf": place,
        },
        {
            "id": f"{place}#women",
            "type": "Concept",
            "notation": "women",
            "prefLabel": {"nl": "Vrouwen", "en": "Women"},
            "inScheme": place,
            "broader": f"{place}#gender",
            "definition": {"nl": "Wie vrouw is"},
            "source": f"{API}/sources/rapport-a",
        },
    ]


def test_the_language_of_the_asker_changes_nothing(ask):
    assert ask("interventions/facets", **{"accept-language": "en"}) == ask("interventions/facets")
