"""The evidence map: every cell is a list, every empty cell a question."""

import pytest

from evidence import verdicts
from evidence.choices import EditorialState
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
MAP = "/evidence-map"


def terms():
    gender = factories.TermFactory(of="target-group", code="gender", label_nl="Geslacht")
    women = factories.TermFactory(of="target-group", code="women", label_nl="Vrouwen", broader=gender)
    men = factories.TermFactory(of="target-group", code="men", label_nl="Mannen", broader=gender)
    mentoring = factories.TermFactory(code="mentoring", label_nl="Mentoring", position=1)
    directed = factories.TermFactory(code="directed", label_nl="Gestuurd", position=2)
    return women, men, mentoring, directed


def classified(*found, **kwargs):
    row = factories.InterventionFactory(**{"summary_nl": "Een zin.", **kwargs})
    for term in found:
        factories.ClassificationFactory(intervention=row, term=term)
    return row


def planted(number=1):
    women, _men, mentoring, directed = terms()
    for _ in range(number):
        row = classified(women, mentoring)
        study = factories.StudyFactory(interventions=[row], sms_printed="4")
        factories.FindingFactory(intervention=row, study=study, direction="positive")
        classified(women, directed)
    verdicts.rebuild()


def test_a_cell_counts_and_leads_to_its_list_and_an_empty_one_asks(client, settings):
    settings.CONTACT_EMAIL = "redactie@voorbeeld.example"
    planted()
    classified(terms()[2])
    page = Page(client.get(MAP))
    assert "Op deze kaart staan 2 van de 3 aanpakken." in page.text
    assert (
        "Mentoring Gestuurd Geslacht Vrouwen 1 aanpak (Vrouwen, Mentoring) 1 positief 1 onderzoek · hoogste niveau 4 "
        "1 aanpak (Vrouwen, Gestuurd) 1 geen onderzoek bekend "
        "Mannen Nog leeg. Weet u van onderzoek? (Mannen)" in page.text
    )
    assert "/interventions?described=true&targetGroup=women&type=mentoring" in page.links
    letters = [address for address in page.links if address.startswith("mailto:redactie@voorbeeld.example?subject=")]
    assert len(letters) == 1
    assert "Mannen" in letters[0]


def test_one_empty_cell_in_a_row_asks_about_that_cell(client):
    _women, men, mentoring, _directed = terms()
    classified(men, mentoring)
    page = Page(client.get(MAP))
    assert "1 aanpak (Mannen, Mentoring) 1" not in page.text
    assert "Weet u van onderzoek? (Mannen, Gestuurd)" in page.text


def test_what_is_only_mentioned_is_in_no_cell_and_the_map_says_so(client):
    women, _men, mentoring, _directed = terms()
    classified(women, mentoring)
    for _ in range(2):
        classified(women, mentoring, summary_nl="")
    verdicts.rebuild()
    page = Page(client.get(MAP))
    assert (
        "Op deze kaart staan 1 van de 1 aanpakken. "
        "Daarnaast zijn er 2 aanpakken die alleen genoemd worden: die tellen hier niet mee." in page.text
    )
    assert "1 aanpak (Vrouwen, Mentoring) 1 geen onderzoek bekend" in page.text
    found = Page(client.get("/interventions?described=true&targetGroup=women&type=mentoring"))
    assert "1 aanpak gevonden" in found.text


def test_the_map_crosses_the_country_of_the_study(client):
    planted()
    page = Page(client.get(f"{MAP}?rows=evidenceCountry&columns=type"))
    assert "Land van het onderzoek en Schema intervention-type Mentoring" in page.text
    assert "/interventions?described=true&evidenceCountry=NL&type=mentoring" in page.links


def test_filters_of_the_list_narrow_the_map_and_travel_along(client):
    women, _men, mentoring, _directed = terms()
    factories.CountryFactory(code="SE", name_nl="Zweden")
    classified(women, mentoring)
    classified(women, mentoring, country=factories.CountryFactory(code="SE"))
    page = Page(client.get(f"{MAP}?country=SE"))
    assert "Op deze kaart staan 1 van de 1 aanpakken." in page.text
    assert "/interventions?country=SE&described=true&targetGroup=women&type=mentoring" in page.links
    assert page.links[MAP] == ["Bewijskaart", "Haal weg: Land: Zweden"]
    assert [found["value"] for _tag, found in page.fields if found.get("type") == "hidden"] == ["SE"]


def test_a_value_of_an_axis_keeps_only_its_row(client):
    planted()
    text = Page(client.get(f"{MAP}?targetGroup=women")).text
    assert "Vrouwen 1 aanpak" in text
    assert "Nog leeg." not in text


def test_other_facets_can_be_crossed_and_the_address_keeps_them(client):
    planted()
    page = Page(client.get(f"{MAP}?rows=country&columns=type&country=NL"))
    assert "Land en Schema intervention-type Mentoring" in page.text
    assert "/interventions?country=NL&described=true&type=mentoring" in page.links
    assert f"{MAP}?rows=country&columns=type" in page.links


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("rows=nope", "Dat kunnen we niet in de rijen zetten."),
        ("rows=%00", "Dat kunnen we niet in de rijen zetten."),
        ("columns=nope", "Dat kunnen we niet in de kolommen zetten."),
        ("rows=type", "Kies voor de kolommen iets anders dan voor de rijen."),
        ("rows=type&columns=organisation", "Dat heeft te veel waarden voor kolommen."),
        ("country=XX", "kennen we hier niet"),
        ("smsMin=9", "Een niveau van de Maryland-schaal is 0, 1, 2, 3, 4 of 5."),
    ],
)
def test_a_wrong_question_is_refused_with_the_way_on(client, query, message):
    planted()
    factories.ParticipationFactory.create_batch(11)
    response = client.get(f"{MAP}?{query}")
    page = Page(response)
    assert response.status_code == 400
    assert message in page.text
    assert any(text.startswith("Ga verder zonder") for text in page.links[MAP])
    assert "1 aanpak" not in page.text


def test_an_archived_intervention_is_in_no_cell(client):
    women, _men, mentoring, _directed = terms()
    classified(women, mentoring, name="Geheim", editorial_state=EditorialState.ARCHIVED)
    text = Page(client.get(MAP)).text
    assert "Op deze kaart staan 0 van de 0 aanpakken." in text
    assert "1 aanpak" not in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_map_asks_the_same_number_of_questions_for_any_number_of_rows(client, number, django_assert_num_queries):
    planted(number)
    client.get(f"{MAP}?country=")  # the vocabulary and the facets are kept per state of the catalogue
    with django_assert_num_queries(5):
        assert client.get(MAP).status_code == 200


@pytest.mark.parametrize("language", ["", "/en"])
def test_an_empty_catalogue_has_a_map(client, language):
    assert client.get(f"{language}{MAP}").status_code == 200
