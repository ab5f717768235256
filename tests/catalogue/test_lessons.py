"""The list of lessons: what it shows of each, how it narrows, and what it answers to a question that is wrong."""

import pytest

from evidence.choices import EditorialState, LessonKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
LIST = "/lessons"


def party(code="employers", label="Werkgevers"):
    return factories.TermFactory(of="party", code=code, label_nl=label)


def block(code="cooperation", label="Samenwerking"):
    return factories.TermFactory(of="building-block", code=code, label_nl=label)


def planted(number=1):
    """Make lessons with everything a line shows, each with the same number of facts."""
    for _ in range(number):
        row = factories.InterventionFactory()
        factories.LessonFactory(interventions=[row], terms=[party(), block()])


def test_a_lesson_says_what_for_whom_where_and_by_whom_it_is_shown(client):
    row = factories.InterventionFactory(slug="duo", name="Duo")
    factories.LessonFactory(
        slug="praat",
        text_nl="Praat met elkaar.",
        kind=LessonKind.WORKING_ELEMENT,
        interventions=[row],
        terms=[party(), block()],
    )
    page = Page(client.get(LIST))
    assert (
        "1 les gevonden Volgorde Volgorde van de bron Soort les Praat met elkaar. Werkzaam element Voor werkgevers "
        "Bouwsteen: samenwerking Test Source, §1 Bron: Testbron. Plaats: §1. Te zien bij: Duo" in page.text
    )
    assert "lesson-praat" in page.ids
    assert {"/lessons?addressee=employers", "/building-blocks/cooperation", "/interventions/duo"} <= set(page.links)


def test_facets_follow_the_other_filters_but_not_their_own(client):
    one, two = party(), party("municipalities", "Gemeenten")
    factories.LessonFactory(terms=[one], kind=LessonKind.BARRIER)
    factories.LessonFactory(terms=[one, two], kind=LessonKind.BARRIER)
    factories.LessonFactory(terms=[two], kind=LessonKind.INSIGHT)
    page = Page(client.get(f"{LIST}?addressee=employers&kind=barrier"))
    assert set(page.checked()) == {("addressee", "employers"), ("kind", "barrier"), ("main", "")}
    assert "Belemmering2" in page.text
    assert "Inzicht" not in page.text
    assert "Werkgevers2 Gemeenten1" in page.text
    assert "2 lessen gevonden" in page.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_any_number_of_rows(client, number, django_assert_num_queries):
    planted(number)
    client.get(f"{LIST}?page=1")  # the vocabulary and the facets are kept per state of the catalogue
    with django_assert_num_queries(7):
        assert client.get(LIST).status_code == 200


def test_who_chose_an_addressee_is_offered_the_lessons_for_everyone_with_their_number(client):
    factories.LessonFactory(text_nl="Voor werkgevers alleen.", terms=[party()])
    factories.LessonFactory(text_nl="Voor gemeenten alleen.", terms=[party("municipalities", "Gemeenten")])
    factories.LessonFactory.create_batch(2, text_nl="Voor iedereen bedoeld.")
    factories.LessonFactory(text_nl="Hinder voor iedereen.", kind=LessonKind.BARRIER)
    page = Page(client.get(f"{LIST}?addressee=employers&kind=condition"))
    offered = [address for address, texts in page.links.items()
               if texts == ["Neem ook 2 lessen mee die voor iedereen zijn"]]  # fmt: skip
    assert len(offered) == 1
    assert "Voor iedereen2" in page.text
    assert "1 les gevonden" in page.text
    wider = Page(client.get(offered[0]))
    assert "3 lessen gevonden" in wider.text
    assert "Voor gemeenten alleen." not in wider.text
    assert "Hinder voor iedereen." not in wider.text
    assert "Neem ook" not in wider.text


def test_without_lessons_for_everyone_nothing_is_offered(client):
    factories.LessonFactory(terms=[party()])
    assert "Neem ook" not in Page(client.get(f"{LIST}?addressee=employers")).text


def test_without_an_addressee_nothing_is_offered(client):
    factories.LessonFactory(terms=[party()])
    factories.LessonFactory()
    assert "Neem ook" not in Page(client.get(LIST)).text
    assert "Neem ook 1 les mee die voor iedereen is" in Page(client.get(f"{LIST}?addressee=employers")).text


def test_a_part_of_a_recommendation_without_a_number_says_which(client):
    """The page of its source shows numbered ones only: there is no “aanbeveling” without a number to lead to."""
    advice = factories.LessonFactory(slug="taal", kind=LessonKind.RECOMMENDATION, text_nl="Leer de taal.")
    factories.LessonFactory(slug="geld", part_of=advice)
    page = Page(client.get(LIST))
    assert "Hoort bij “Leer de taal.”" in page.text
    assert "/lessons?partOf=taal" in page.links
    assert not [link for link in page.links if link.endswith("#lesson-taal")]


def test_a_main_recommendation_has_its_number_and_leads_to_its_parts_and_a_part_to_it(client):
    advice = factories.LessonFactory(
        slug="taal", kind=LessonKind.RECOMMENDATION, main=True, number="1", addressees_nl="Werkgevers en Rijk",
        terms=[party()],
    )  # fmt: skip
    factories.LessonFactory(slug="geld", part_of=advice, terms=[party()])
    page = Page(client.get(LIST))
    assert "Aanbeveling 1 Gericht aan: Werkgevers en Rijk Zo werkt de bron dit uit" in page.text
    assert "Hoort bij aanbeveling 1 Voor werkgevers" in page.text
    assert page.text.count("Voor werkgevers") == 1
    assert {"/lessons?partOf=taal", "/sources/test-source#lesson-taal"} <= set(page.links)
    assert [name for name in Page(client.get(f"{LIST}?partOf=taal")).ids if name.startswith("lesson-")] == [
        "lesson-geld"
    ]
    assert [name for name in Page(client.get(f"{LIST}?main=true")).ids if name.startswith("lesson-")] == ["lesson-taal"]


def test_a_lesson_leads_to_the_provision_it_is_about(client):
    lesson = factories.LessonFactory()
    lesson.provisions.set([factories.ProvisionFactory(slug="wet", name="Wet")])
    page = Page(client.get(LIST))
    assert "Gaat over: Wet" in page.text
    assert "/provisions/wet" in page.links


@pytest.mark.parametrize(
    "query", ["kind=nope", "addressee=x", "buildingBlock=x", "source=x", "intervention=archief", "ordering=x", "page=0"]
)
def test_a_wrong_question_is_refused_with_the_way_on(client, query):
    factories.LessonFactory(text_nl="Les die niet verschijnt.")
    factories.InterventionFactory(slug="archief", editorial_state=EditorialState.ARCHIVED)
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 400
    assert "niet verschijnt" not in Page(response).text
    assert any(text.startswith("Ga verder zonder") for texts in Page(response).links.values() for text in texts)


def test_an_empty_result_says_which_choice_to_drop(client):
    planted()
    page = Page(client.get(f"{LIST}?kind=insight&addressee=employers"))
    assert "Haal weg: Soort les “Inzicht”" in page.links["/lessons?addressee=employers"]


def test_pages_hold_twenty_five_and_a_page_beyond_is_not_found(client):
    factories.LessonFactory.create_batch(26)
    first, second = (Page(client.get(f"{LIST}?page={number}")) for number in (1, 2))
    assert [sum(name.startswith("lesson-") for name in page.ids) for page in (first, second)] == [25, 1]
    assert client.get(f"{LIST}?page=3").status_code == 404


def test_htmx_gets_only_the_form(client):
    planted()
    response = client.get(f"{LIST}?kind=condition", headers={"HX-Request": "true"})
    assert response["HX-Push-Url"] == "/lessons?kind=condition"
    assert "<!doctype" not in response.content.decode()
    assert 'data-hx-swap-oob="innerHTML:#status">1 les gevonden' in response.content.decode()


def test_a_lesson_about_an_archived_intervention_alone_does_not_show(client):
    row = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    factories.LessonFactory(text_nl="Verborgen les.", interventions=[row])
    factories.LessonFactory(text_nl="Gedeelde les.", interventions=[row, factories.InterventionFactory(name="Open")])
    text = Page(client.get(LIST)).text
    assert "1 les gevonden" in text
    assert "Gedeelde les." in text
    assert "Te zien bij: Open" in text
    assert "Geheim" not in text


def test_the_english_list_speaks_english(client):
    factories.LessonFactory(text_en="Talk to each other.", terms=[party()])
    text = Page(client.get("/en/lessons")).text
    assert "Talk to each other." in text
    assert "Praat" not in text


def test_lessons_for_everyone_are_offered_with_their_number_to_who_chose_an_addressee(client):
    factories.LessonFactory(terms=[party()])
    factories.LessonFactory.create_batch(2)
    page = Page(client.get(f"{LIST}?addressee=employers"))
    assert "1 les gevonden" in page.text
    assert "Voor iedereen2" in page.text
    more = f"{LIST}?addressee=employers&addressee=everyone"
    assert page.links[more] == ["Neem ook 2 lessen mee die voor iedereen zijn"]
    both = Page(client.get(more))
    assert "3 lessen gevonden" in both.text
    assert "Neem ook" not in both.text
    assert "Neem ook" not in Page(client.get(LIST)).text


def test_a_numbered_recommendation_leads_to_its_parts_and_a_part_to_it(client):
    source = factories.SourceFactory(slug="advies-2025")
    first = factories.LessonFactory(
        slug="taal", kind="recommendation", number="1", main=True, addressees_nl="Rijk en werkgevers", source=source,
        text_nl="Leer de taal.",
    )  # fmt: skip
    factories.LessonFactory(kind="condition", part_of=first, source=source, text_nl="Betaal mee.")
    page = Page(client.get(LIST))
    assert "Leer de taal. Aanbeveling 1 Gericht aan: Rijk en werkgevers Zo werkt de bron dit uit" in page.text
    assert "Betaal mee. Voorwaarde Hoort bij aanbeveling 1" in page.text
    assert "/sources/advies-2025#lesson-taal" in page.links
    chosen = Page(client.get(f"{LIST}?partOf=taal")).text
    assert "Betaal mee." in chosen
    assert "Leer de taal. ×" in chosen or "Leer de taal." in chosen
    assert "Leer de taal." not in Page(client.get(f"{LIST}?main=false")).text
    assert "lesson-taal" in Page(client.get("/sources/advies-2025")).ids


def test_how_a_source_worked_and_all_its_figures_stand_on_its_page(client):
    row = factories.InterventionFactory(slug="duo", name="Duo")
    factories.LessonFactory(kind="method", text_nl="Alleen studies vanaf 2012.")
    for slug, about in (("los", {}), ("van-duo", {"intervention": row}), ("van-land", {"country": row.country})):
        row.source.figure_rows.create(
            slug=slug, statement_nl=f"Cijfer {slug}.", statement_en="x", locator="§2", **about
        )
    page = Page(client.get("/sources/test-source"))
    assert "Zo is het onderzocht Alleen studies vanaf 2012." in page.text
    assert "Cijfer los. " in page.text
    assert "Cijfer van-duo. Over: Duo" in page.text
    assert "Cijfer van-land. Over: Land NL" in page.text
