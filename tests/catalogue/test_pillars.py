"""Pillars, the types of labour migrants, and the numbered recommendations."""

from decimal import Decimal

import pytest

from catalogue.public.pillars import LONG, SHORT
from evidence.choices import EditorialState, LessonKind
from evidence.models import Figure
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def pillar(code="learning-dutch", label="Nederlands leren"):
    return factories.TermFactory(of="pillar", code=code, label_nl=label, definition_nl="Genoeg Nederlands kennen.")


def types():
    return {
        code: factories.TermFactory(of="migrant-typology", code=code, label_nl=f"Type {code}")
        for code in (*SHORT, *LONG)
    }


def figure(slug, value, *terms):
    row = Figure.objects.create(
        slug=slug, statement_nl=f"Zin {slug}", statement_en=f"Sentence {slug}", value=Decimal(value), unit="percent",
        qualifier="=", source=factories.SourceFactory(), locator="Figuur 8",
    )  # fmt: skip
    row.terms.set(terms)
    return row


def planted(number=1):
    term, kinds = pillar(), types()
    source = factories.SourceFactory(slug="adviesraad-2025")
    for position in range(number):
        row = factories.InterventionFactory()
        factories.ClassificationFactory(term=term, intervention=row)
        factories.ClassificationFactory(term=kinds[SHORT[0]], intervention=row)
        for carried in (term, kinds[SHORT[0]]):
            factories.LessonFactory(
                terms=[carried, factories.TermFactory(of="party", code="employers")], interventions=[row]
            )
        advice = factories.LessonFactory(source=source, main=True, number=str(position + 1), interventions=[row])
        factories.LessonFactory(source=source, part_of=advice, interventions=[row])
        provision = factories.ProvisionFactory()
        provision.classifications.create(term=term, source=source, locator="§4")
        figure(f"pijler-{position}", position, term)
        figure(f"type-{position}", position, kinds[SHORT[0]])


def test_the_overview_counts_per_pillar(client):
    term = pillar()
    factories.LessonFactory.create_batch(2, terms=[term])
    row = factories.InterventionFactory()
    for locator in ("§1", "§2"):
        factories.ClassificationFactory(term=term, intervention=row, locator=locator)
    page = Page(client.get("/pillars"))
    assert "Nederlands leren Genoeg Nederlands kennen. 2 lessen · 1 aanpak" in page.text
    assert "/pillars/learning-dutch" in page.links


def test_the_typology_is_a_table_of_stay_against_prospects_with_shares_and_sums(client):
    kinds = types()
    for slug, value, codes in (("a", 15, SHORT[:1]), ("b", 9, SHORT[1:]), ("c", 7, LONG[:1]), ("d", 17, LONG[1:])):
        figure(slug, value, *(kinds[code] for code in codes))
    figure("e", 22, kinds[SHORT[0]], kinds[LONG[0]])
    text = Page(client.get("/pillars")).text
    places = [text.index(part) for part in ("Type vulnerable-short-stay 15%", "Type promising-short-stay 9%",
              "Type chronically-vulnerable 7%", "Type lasting-good-prospects 17%", "Samen 22%")]  # fmt: skip
    assert places == sorted(places)


def test_a_lesson_about_all_types_opens_and_the_others_stand_with_their_type(client):
    kinds = types()
    factories.LessonFactory(text_nl="Kijk per groep.", terms=list(kinds.values()))
    factories.LessonFactory(text_nl="Wacht niet.", terms=[kinds[LONG[0]]])
    text = Page(client.get("/pillars")).text
    assert text.count("Kijk per groep.") == text.count("Wacht niet.") == 1
    assert text.index("Kijk per groep.") < text.index("Vier typen") < text.index("Wacht niet.")


def test_recommendations_stand_by_their_number_with_their_parts_and_addressees_as_printed(client):
    source = factories.SourceFactory(slug="adviesraad-2025")
    main = {"source": source, "main": True, "kind": LessonKind.RECOMMENDATION}
    party = factories.TermFactory(of="party", code="employers")
    factories.LessonFactory(text_nl="Informeer.", number="2", terms=[party], **main)
    first = factories.LessonFactory(
        text_nl="Leer de taal.", number="1", addressees_nl="Werkgevers en Rijk", terms=[party], **main
    )
    factories.LessonFactory(text_nl="Betaal mee.", source=source, part_of=first, terms=[party])
    factories.LessonFactory(text_nl="Van een ander rapport.", **main | {"source": factories.SourceFactory()})
    text = Page(client.get("/pillars")).text
    assert "Leer de taal. Gericht aan: Werkgevers en Rijk Test Source, §1" in text.replace(
        "Adviesraad 2025", "Test Source"
    )
    assert text.index("Leer de taal.") < text.index("Betaal mee.") < text.index("Informeer.")
    assert text.count("Voor begrip employers") == 2
    assert "Hoort bij" not in text
    assert "Van een ander rapport." not in text


def test_a_pillar_leads_to_its_provisions(client):
    term = pillar()
    provision = factories.ProvisionFactory(slug="wet", name="Wet inburgering")
    provision.classifications.create(term=term, source=factories.SourceFactory(), locator="§4")
    factories.ProvisionFactory(name="Iets anders")
    page = Page(client.get("/pillars/learning-dutch"))
    assert "Regelingen en loketten Wet inburgering Wet of regel · Land NL" in page.text
    assert "/provisions/wet" in page.links
    assert "Iets anders" not in page.text


def test_a_pillar_puts_lessons_under_whom_they_are_for(client):
    term = pillar()
    parties = [
        factories.TermFactory(of="party", code=code, label_nl=code.title(), position=place)
        for place, code in enumerate("ab")
    ]
    factories.LessonFactory(text_nl="Voor beide.", terms=[term, *parties])
    factories.LessonFactory(text_nl="Voor niemand apart.", terms=[term])
    figure("f", 93, term)
    factories.ClassificationFactory(term=term, intervention=factories.InterventionFactory(name="Taalles"))
    page = Page(client.get("/pillars/learning-dutch"))
    assert [text for name, text in page.headings if name == "h2"] == [
        "Op deze pagina",
        "Cijfers",
        "A",
        "B",
        "Voor iedereen",
        "Aanpakken",
    ]
    assert page.text.count("Voor beide.") == 2
    assert "Zin f 93%" in page.text
    assert "/interventions?pillar=learning-dutch" in page.links


def test_what_is_archived_does_not_show(client):
    row = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    term = pillar()
    factories.ClassificationFactory(term=term, intervention=row)
    factories.LessonFactory(text_nl="Geheime les.", terms=[term], interventions=[row])
    assert "0 lessen · 0 aanpakken" in Page(client.get("/pillars")).text
    assert "Geheim" not in Page(client.get("/pillars/learning-dutch")).text


def test_a_figure_of_an_archived_intervention_does_not_show(client):
    row = factories.InterventionFactory(editorial_state=EditorialState.ARCHIVED)
    hidden = figure("geheim", 5, pillar(), types()[SHORT[0]])
    hidden.intervention = row
    hidden.save()
    assert "5%" not in Page(client.get("/pillars")).text
    assert "Zin geheim" not in Page(client.get("/pillars/learning-dutch")).text


@pytest.mark.parametrize("code", ["nope", "%00"])
def test_a_pillar_that_does_not_exist_is_not_found(client, code):
    assert client.get(f"/pillars/{code}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/pillars", 17), ("/pillars/learning-dutch", 10)])
def test_the_pages_ask_the_same_number_of_questions_for_any_number_of_rows(
    client, number, address, queries, django_assert_num_queries
):
    planted(number)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_an_empty_catalogue_has_a_page(client):
    assert client.get("/en/pillars").status_code == 200
