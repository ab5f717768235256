"""The real catalogue through the API: numbers of the sources, and lists that agree with each other."""

import pytest
from django.http import QueryDict

from api.counts import LEVELS
from evidence import filters
from evidence.evidence_map import AXES
from evidence.loading.report import reconciliation
from tests import suite

pytestmark = pytest.mark.usefixtures("catalogue_data")

LISTS = {
    "interventions": filters.InterventionFilter,
    "studies": filters.StudyFilter,
    "findings": filters.FindingFilter,
    "figures": filters.FigureFilter,
    "lessons": filters.LessonFilter,
    "provisions": filters.ProvisionFilter,
    "countries": filters.CountryFilter,
    "sources": filters.SourceFilter,
    "schemes": filters.SchemeFilter,
    "organisations": filters.OrganisationFilter,
}
RECORDS = ("interventions", "studies", "figures", "provisions", "countries", "sources", "schemes", "organisations")


def everything(ask, path: str) -> list[dict]:
    """Read a list to its last page."""
    found, number = [], 1
    while True:
        answer = ask(f"{path}{'&' if '?' in path else '?'}pageSize=200&page={number}")
        found += answer["results"]
        if not answer["next"]:
            assert len(found) == answer["count"]
            return found
        number += 1


def test_the_report_counts_32_studies(ask):
    studies = everything(ask, "studies?source=risbo-2023&counted=true")
    assert len(studies) == 32
    assert {study["source"] for study in studies} == {"risbo-2023"}


def test_table_2_2_comes_out_of_studies_and_of_countries(ask):
    countries = {country["id"]: country for country in everything(ask, "countries")}
    for country, levels in reconciliation.TABLE_2_2.items():
        question = f"studies?source=risbo-2023&counted=true&country={country}"
        assert tuple(ask(f"{question}&smsMin={level}&smsMax={level}")["count"] for level in LEVELS) == levels
        assert tuple(countries[country]["levels"].values()) == levels
        assert ask(question)["count"] == reconciliation.TABLE_2_1[country]


@pytest.mark.parametrize("noun", LISTS)
def test_a_list_holds_exactly_what_its_filter_finds(ask, noun):
    """In the same order: the API shows the ids of the filter set, and nothing of its own."""
    filterset = LISTS[noun](QueryDict())
    key = "code" if noun in ("countries", "schemes") else "slug"
    assert [row["id"] for row in everything(ask, noun)] == [
        getattr(row, key) for row in filterset.rows(filterset.ids, filterset.visible())
    ]


@pytest.mark.parametrize("noun", RECORDS)
def test_every_record_of_a_list_has_an_address_that_says_the_same(ask, noun):
    for row in everything(ask, noun)[:40]:
        record = ask(row["url"].split("/api/v1/")[1])
        assert {name: record[name] for name in row} == row


def test_an_organisation_has_its_roles_in_interventions_and_provisions(ask):
    known = {organisation["id"]: organisation for organisation in everything(ask, "organisations")}
    assert (known["ipo"]["interventionCount"], known["ipo"]["provisionCount"]) == (0, 1)
    for slug in ("ipo", "rijksoverheid", "uwv"):
        record = ask(f"organisations/{slug}")
        for noun in ("intervention", "provision"):
            listed = ask(f"{noun}s?organisation={slug}")
            assert known[slug][f"{noun}Count"] == record[f"{noun}Count"] == listed["count"]
            assert {part[noun] for part in record[f"{noun}s"]} == {row["id"] for row in listed["results"]}


def test_counts_are_what_the_lists_give(ask):
    for source in everything(ask, "sources"):
        for noun in ("interventions", "studies", "findings", "figures", "lessons", "provisions"):
            assert source["counts"][noun] == ask(f"{noun}?source={source['id']}")["count"]
    for country in everything(ask, "countries"):
        question = f"interventions?country={country['id']}&described="
        assert country["interventionCount"] == ask(f"{question}true")["count"]
        assert country["mentionedCount"] == ask(f"{question}false")["count"]
        assert country["studyCount"] == ask(f"studies?country={country['id']}")["count"]
    for organisation in everything(ask, "organisations")[:20]:
        assert organisation["interventionCount"] == ask(f"interventions?organisation={organisation['id']}")["count"]
    for parameter, scheme in (
        ("targetGroup", "target-group"),
        ("successMeasure", "success-measure"),
        ("component", "component"),
    ):
        for concept in ask(f"schemes/{scheme}")["concepts"]:
            assert concept["count"] == ask(f"interventions?{parameter}={concept['code']}")["count"], concept["code"]
    for concept in ask("schemes/building-block")["concepts"]:
        assert concept["lessonCount"] == ask(f"lessons?buildingBlock={concept['code']}")["count"], concept["code"]


@pytest.mark.parametrize(
    ("rows", "columns", "selection"),
    suite.in_turn(
        [
            ("type", "targetGroup", ""),
            ("country", "direction", "smsMin=1"),
            ("successMeasure", "direction", ""),
            ("successMeasure", "scope", "direction=insufficient"),
            ("smsMin", "source", "country=SE,DE"),
        ]
    ),
)
def test_a_cell_of_the_map_is_the_list_one_gets_by_choosing_both(ask, rows, columns, selection):
    drawn = ask(f"evidence-map?rows={rows}&columns={columns}&{selection}")
    assert drawn["count"] == ask(f"interventions?{selection}&described=true")["count"]
    assert drawn["mentionedCount"] == ask(f"interventions?{selection}&described=false")["count"]
    selection = f"described=true&{selection}"
    assert len(drawn["cells"]) == len(drawn["rows"]) * len(drawn["columns"])
    filled = [cell for cell in drawn["cells"] if cell["interventions"]]
    assert filled
    for cell in drawn["cells"]:
        chosen = f"{selection}&{rows}={cell['row']}&{columns}={cell['column']}"
        assert cell["interventions"] == len(filters.InterventionFilter(QueryDict(chosen)).ids), chosen
    for cell in filled[:8]:
        chosen = f"{selection}&{rows}={cell['row']}&{columns}={cell['column']}"
        found = everything(ask, f"interventions?{chosen}")
        assert (cell["smsHighest"] or 0) == max(row["smsHighest"] or 0 for row in found), chosen
        studies = {study["id"] for row in found for study in ask(f"interventions/{row['id']}")["studies"]}
        assert cell["studies"] == len(studies), chosen


def test_directions_of_a_cell_are_those_of_its_measure(ask):
    drawn = ask("evidence-map?rows=successMeasure&columns=country")
    for cell in [cell for cell in drawn["cells"] if cell["directions"]][:8]:
        for direction, number in cell["directions"].items():
            chosen = f"described=true&successMeasure={cell['row']}&country={cell['column']}&direction={direction}"
            assert ask(f"interventions?{chosen}")["count"] == number


@pytest.mark.parametrize("axis", AXES)
def test_every_axis_can_be_drawn(ask, axis):
    other = "type" if axis == "kind" else "kind"
    drawn = ask(f"evidence-map?rows={axis}&columns={other}")
    assert drawn["rows"]
    assert {cell["row"] for cell in drawn["cells"]} == {row["code"] for row in drawn["rows"]}


def test_changes_are_the_versions_of_records_and_since_narrows_them(ask):
    changes = everything(ask, "changes")
    assert len(changes) == ask("interventions")["count"]
    last = changes[0]["modified"]
    assert ask(f"changes?since={last}")["count"] == sum(change["modified"] >= last for change in changes)
    assert ask("changes?since=2999-01-01")["count"] == 0


def test_search_finds_what_the_filter_finds_best_first(ask):
    found = ask("interventions?search=mentor")["results"]
    filterset = filters.InterventionFilter(QueryDict("search=mentor"))
    assert [row["id"] for row in found] == [row.slug for row in filterset.rows(filterset.ids, filterset.qs)][:25]
    assert found
