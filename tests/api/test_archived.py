"""What the public may not see stands in no answer, and changes no count."""

import pytest

from evidence.models import CatalogueVersion
from tests.api import world

LISTS = [
    "interventions", "interventions/facets", "studies", "findings", "figures", "lessons", "lessons/facets",
    "provisions", "provisions/facets", "countries", "sources", "schemes",
    "organisations", "changes", "evidence-map?rows=targetGroup&columns=direction",
]  # fmt: skip
RECORDS = [
    "interventions/maatjes", "studies/studie-a", "countries/SE", "sources/rapport-a", "schemes/target-group",
    "organisations/stad", "figures/zonder-werk", "provisions/fonds",
]  # fmt: skip
HIDDEN = [
    "figures/verborgen-cijfer",
    "interventions/verborgen-aanpak",
    "interventions/deel",
    "studies/verborgen-studie",
]


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_an_archived_intervention_changes_no_answer(ask, path, db):
    """Every answer is the one of a world in which it never was."""
    hidden = world.archived()
    with_it = ask(path)
    assert "verborgen" not in str(with_it).lower()
    for study in hidden.studies.filter(slug="verborgen-studie"):
        study.delete()
    hidden.findings.all().delete()
    hidden.figures.all().delete()
    hidden.lessons.filter(slug="verborgen-les").delete()
    type(hidden).objects.filter(part_of=hidden).update(part_of=None)
    hidden.delete()
    CatalogueVersion.advance()
    assert with_it == ask(path)


@pytest.mark.parametrize("path", HIDDEN)
def test_an_archived_record_is_not_found(ask, path, db):
    world.archived()
    ask(path, status=404)


@pytest.mark.parametrize(
    "question",
    ["studies?intervention=verborgen-aanpak", "findings?intervention=verborgen-aanpak",
     "findings?study=verborgen-studie", "lessons?intervention=verborgen-aanpak",
     "interventions?partOf=verborgen-aanpak"],
)  # fmt: skip
def test_a_filter_does_not_know_what_is_archived(ask, question, db):
    """Nor does its problem offer it as a choice."""
    world.archived()
    problem = ask(question, status=400)
    code = question.partition("=")[2]
    assert [fault["code"] for fault in problem["errors"]] == ["invalid"]
    assert problem["detail"].count(code) == 1
