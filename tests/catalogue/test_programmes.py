"""Programmes: VIA with its pilots, trajectories in their categories, and everything else with parts."""

import pytest

from evidence import verdicts
from evidence.choices import EditorialState, LifeStatus
from evidence.models import Figure
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def programme():
    return factories.InterventionFactory(slug="programma-via", name="Programma VIA", summary_nl="Acht pilots.")


def pilot(whole, number, **kwargs):
    name = kwargs.pop("name", f"Pilot nummer {number}")
    return factories.InterventionFactory(part_of=whole, name=name, locator=f"Pilot {number}", **kwargs)


def category(code="parallel", label="Naast elkaar"):
    return factories.TermFactory(of="trajectory-category", code=code, label_nl=label)


def figure(row, words):
    return Figure.objects.create(
        slug=f"cijfer-{row.pk}",
        statement_nl=words,
        statement_en=words,
        source=row.source,
        locator="Cijfers",
        intervention=row,
    )


def planted(number=1):
    whole = programme()
    for position in range(1, number + 1):
        row = pilot(whole, position)
        figure(row, "Een cijfer.")
        factories.FindingFactory(
            intervention=row, direction="positive", study=factories.StudyFactory(interventions=[row])
        )
        part = factories.InterventionFactory(part_of=row)
        factories.ClassificationFactory(intervention=part, term=category())
        factories.InterventionFactory(part_of=factories.InterventionFactory())
    verdicts.rebuild()


def test_a_pilot_says_where_it_stands_what_it_answers_and_what_came_out(client):
    whole = programme()
    late = pilot(whole, 10, name="Laatste")
    row = pilot(
        whole, 2, name="Eerste", status=LifeStatus.RUNNING, status_note_nl="Stand 2021.", summary_nl="Kiezen. Meer."
    )
    figure(row, "Twee keer zo vaak.")
    factories.FindingFactory(intervention=row, direction="positive", statement_nl="Het hielp.", self_reported=True)
    verdicts.rebuild()
    page = Page(client.get("/programmes"))
    assert (
        "Eerste Lopend Kiezen. Stand 2021. Test Source, Pilot 2 Bron: Testbron. Plaats: Pilot 2. "
        "Het probleem in cijfers Twee keer zo vaak. Test Source, Cijfers Bron: Testbron. Plaats: Cijfers. "
        "Wat eruit kwam Begrip placements: Te weinig onderzoek Toename of verbetering Het hielp. "
        "Eigen opgave van de organisatie." in page.text
    )
    assert page.text.index("Eerste") < page.text.index("Laatste")
    assert late.slug in page.ids


def test_a_part_of_a_pilot_that_is_a_trajectory_is_joined_to_it(client):
    row = pilot(programme(), 6, name="Leren en Werken", slug="pilot-6")
    part = factories.InterventionFactory(name="Spoor", slug="spoor", part_of=row)
    factories.ClassificationFactory(intervention=part, term=category(), locator="Bijlage 1, nr 12")
    page = Page(client.get("/programmes"))
    assert "Onderdelen Spoor Leerwerktraject: Naast elkaar Test Source, Bijlage 1, nr 12" in page.text
    assert "Spoor Alleen genoemd Leren en Werken Test Source, Bijlage 1, nr 12" in page.text
    assert "#parallel" in page.links
    assert "/interventions?category=parallel" in page.links


def test_trajectories_stand_in_the_order_of_the_annex(client):
    for number in (10, 9, 1):
        row = factories.InterventionFactory(slug=f"traject-{number}", name=f"T{number:02}")
        factories.ClassificationFactory(intervention=row, term=category(), locator=f"Bijlage 1, nr {number}")
    assert Page(client.get("/programmes")).slugs() == ["traject-1", "traject-9", "traject-10"]


def test_every_other_intervention_with_parts_is_there_once(client):
    whole = factories.InterventionFactory(name="Wet", slug="wet")
    for name in ("Deel A", "Deel B"):
        factories.InterventionFactory(name=name, slug=name.lower().replace(" ", "-"), part_of=whole)
    page = Page(client.get("/programmes"))
    assert page.slugs() == ["wet", "deel-a", "deel-b"]
    assert page.links["/interventions/wet"] == ["Wet"]


def test_what_is_archived_does_not_show(client):
    archived = {"name": "Geheim", "editorial_state": EditorialState.ARCHIVED}
    whole = programme()
    pilot(whole, 1, **archived)
    factories.InterventionFactory(part_of=pilot(whole, 2), **archived)
    hidden = factories.InterventionFactory(**archived)
    part = factories.InterventionFactory(name="Open deel", part_of=hidden)
    factories.ClassificationFactory(intervention=part, term=category())
    factories.ClassificationFactory(intervention=hidden, term=category())
    factories.InterventionFactory(part_of=factories.InterventionFactory(name="Leeg geheel"), **archived)
    text = Page(client.get("/programmes")).text
    assert "Geheim" not in text
    assert "Open deel" in text
    assert "Leeg geheel" not in text


def test_an_archived_programme_takes_its_heading_along(client):
    whole = programme()
    pilot(whole, 1)
    whole.editorial_state = EditorialState.ARCHIVED
    whole.save()
    assert "Programma VIA" not in Page(client.get("/programmes")).text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions_for_any_number_of_rows(client, number, django_assert_num_queries):
    planted(number)
    with django_assert_num_queries(18):
        assert client.get("/programmes").status_code == 200


def test_the_page_reads_in_english(client):
    pilot(programme(), 1)
    assert "Het probleem in cijfers" not in Page(client.get("/en/programmes")).text
