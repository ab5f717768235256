"""What the report of each source can be asked by number, through the API and over the real catalogue."""

import pytest

from evidence.models import Study

pytestmark = pytest.mark.usefixtures("catalogue_data")

MAIN = "lessons?kind=recommendation&main=true&pageSize=200&source="
NARROWER_THAN_WORK = {
    "placements", "sustainability", "regular-work", "labour-participation", "employment", "work-or-study",
}  # fmt: skip
OPTIONS_OF_SCHEMA_3_1 = {
    "plaatsing-naar-kansen-op-werk",  # rij 1
    "eerder-toegang-tot-de-arbeidsmarkt",
    "begeleiding-bij-het-zoeken-naar-werk",
    "uitbreiding-gratis-diplomawaardering",
    "skills-assessment-bij-asielaanvraag",
    "onderwijs-voor-volwassenen-30-plus",
    "intensivering-taalcursussen",  # rij 7
    "intensieve-persoonsgerichte-begeleiding",  # rij 9
}
"""Row 8, dual trajectories, is no option but an instrument that runs and was studied."""
NOT_DUTCH = ("card", "oecd", "oeso", "caliendo")


def ids(ask, path: str) -> set[str]:
    """Read the ids of all pages of a list."""
    found: set[str] = set()
    number, more = 1, True
    while more:
        answer = ask(f"{path}{'&' if '?' in path else '?'}pageSize=200&page={number}")
        found |= {row["id"] for row in answer["results"]}
        number, more = number + 1, bool(answer["next"])
    assert len(found) == answer["count"]
    return found


@pytest.mark.parametrize(("source", "number"), [("adviesraad-2025", 5), ("risbo-2023", 6)])
def test_a_report_has_as_many_main_recommendations_as_it_numbers(ask, source, number):
    answer = ask(f"{MAIN}{source}")
    assert answer["count"] == number
    assert sorted(row["number"] for row in answer["results"]) == [str(count) for count in range(1, number + 1)]
    assert {row["source"] for row in answer["results"]} == {source}


@pytest.mark.parametrize(("addressee", "numbers"), [("employers", ["1", "3"]), ("municipalities", ["2", "4"])])
def test_the_main_recommendations_of_the_advice_to_a_party(ask, addressee, numbers):
    answer = ask(f"{MAIN}adviesraad-2025&addressee={addressee}")
    assert sorted(row["number"] for row in answer["results"]) == numbers


def test_a_count_says_by_which_part_of_the_source(ask):
    """Bijlage 1 of the SER counts eight trajectories to several sectors, its text one more."""
    everywhere = ask("interventions/facets?sector=multiple-sectors")["facets"]
    parts = next(facet["values"] for facet in everywhere if facet["parameter"] == "sectorPart")
    counted = {value["code"]: value["count"] for value in parts if value["count"]}
    assert counted == {"ser-2021-bijlage-1": 8, "ser-2021-par-3-4": 1}
    assert len(ids(ask, "interventions?sector=multiple-sectors")) == 9
    for part, number in counted.items():
        assert len(ids(ask, f"interventions?sector=multiple-sectors&sectorPart={part}")) == number


def test_evidence_from_the_netherlands_is_of_studies_in_the_netherlands(ask):
    """Card, Kluve and Weber, the OECD and Caliendo studied people elsewhere, whatever the approach runs here."""
    dutch = ids(ask, "studies?country=NL")
    elsewhere = {
        study.slug
        for study in Study.objects.all()
        if any(name in " ".join((*study.authors, study.title, study.slug)).lower() for name in NOT_DUTCH)
    }
    assert len(elsewhere) >= len(NOT_DUTCH) - 1
    assert not elsewhere & dutch
    answer = ask("findings?evidenceCountry=NL&pageSize=200")
    assert answer["results"]
    assert answer["next"] is None
    assert {row["study"] for row in answer["results"]} <= dutch


@pytest.mark.parametrize("noun", ["findings", "interventions"])
def test_work_is_the_union_of_what_is_narrower(ask, noun):
    narrower = {code: ids(ask, f"{noun}?successMeasure={code}") for code in NARROWER_THAN_WORK}
    assert all(narrower.values())
    assert ids(ask, f"{noun}?successMeasure=work") == set().union(*narrower.values())
    assert ids(ask, f"{noun}?successMeasure={','.join(sorted(NARROWER_THAN_WORK))}") == set().union(*narrower.values())


def test_work_says_that_it_is_our_grouping(ask):
    concepts = {concept["code"]: concept for concept in ask("schemes/success-measure")["concepts"]}
    assert {code for code, concept in concepts.items() if concept["broader"] == "work"} == NARROWER_THAN_WORK
    assert not concepts["work"]["source"]


def test_policy_options_of_the_exploration_are_those_of_its_schema(ask):
    assert ids(ask, "interventions?kind=policy-option&source=ser-2021") == OPTIONS_OF_SCHEMA_3_1
    assert ids(ask, "interventions?kind=policy-option") == OPTIONS_OF_SCHEMA_3_1


def test_how_many_publications_were_on_the_long_list(ask):
    figures = {row["id"]: row for row in ask("figures?source=risbo-2023&pageSize=200")["results"]}
    longlist = figures["risbo-longlist"]
    assert float(longlist["value"]) == 207
    assert (longlist["locator"], longlist["qualifier"]) == ("§2.1", "=")
    assert float(figures["risbo-shortlist"]["value"]) == 12


def test_which_conditions_the_report_sets_for_inclusion(ask):
    methods = {row["id"]: row for row in ask("lessons?kind=method&source=risbo-2023&pageSize=200")["results"]}
    assert methods.keys() >= {
        "risbo-methode-websearch-criteria",
        "risbo-methode-keuze-van-landen",
        "risbo-methode-vraag-aan-correspondenten",
        "risbo-methode-selectieregels",
    }
    assert "2013" in str(methods["risbo-methode-websearch-criteria"])
    assert "2012" in str(methods["risbo-methode-vraag-aan-correspondenten"])
