"""Provisions: the list of laws, funds, agreements and desks, the page of one, and the old address of a record."""

from datetime import date
from decimal import Decimal

import pytest

from evidence.choices import EditorialState, LifeStatus, ProvisionKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
LIST = "/provisions"


def provision(**kwargs):
    """Make a fund with everything its page shows."""
    source = factories.SourceFactory(year=2021)
    used_by = factories.InterventionFactory(slug=f"duo-{kwargs['slug']}", name="Duo")
    row = factories.ProvisionFactory(
        name="SLIM", kind=ProvisionKind.FUNDING, status=LifeStatus.RUNNING, start=date(2020, 1, 1), start_precision=4,
        summary_nl="Geld om te leren. Voor het mkb.", summary_en="Money to learn.", aliases=["Slim-regeling"],
        interventions=[used_by], source=source, locator="§4", places={"summary": "§5"}, **kwargs,
    )  # fmt: skip
    pillar = factories.TermFactory(of="pillar", code="learning-dutch", label_nl="Nederlands leren")
    row.classifications.create(term=pillar, source=source, locator="tabel 1")
    row.participations.create(
        organisation=factories.OrganisationFactory(name="UWV"), role="executor", source=source, locator="§6"
    )
    factories.FigureFactory(
        provision=row, statement_nl="Wat er is.", value=Decimal(29), unit="euro", qualifier="=", locator="§7"
    )
    factories.LessonFactory(text_nl="Vraag op tijd aan.").provisions.add(row)
    return row


def test_the_list_gives_each_its_name_sentence_kind_place_and_dated_state(client):
    provision(slug="slim")
    factories.ProvisionFactory(slug="wet", name="Arbowet", name_nl="Arbowet", name_en="Working Conditions Act")
    page = Page(client.get(LIST))
    assert page.slugs("/provisions/") == ["wet", "slim"]
    assert "2 regelingen en loketten gevonden" in page.text
    assert "Arbowet Wet of regel · Land NL " in page.text
    assert "SLIM Geld om te leren. Subsidie of fonds · Land NL · Lopend (stand 2021) · vanaf 2020" in page.text


def test_the_list_narrows_and_counts_per_facet(client):
    provision(slug="slim")
    factories.ProvisionFactory(slug="wet", name="Arbowet")
    page = Page(client.get(f"{LIST}?kind=funding"))
    assert page.slugs("/provisions/") == ["slim"]
    assert page.checked() == [("kind", "funding")]
    assert "1 regeling of loket gevonden" in page.text
    assert "Wet of regel1 Subsidie of fonds1" in page.text
    assert Page(client.get(f"{LIST}?pillar=learning-dutch")).slugs("/provisions/") == ["slim"]


@pytest.mark.parametrize("query", ["kind=nope", "pillar=x", "country=XX", "source=x", "ordering=x", "page=0"])
def test_a_wrong_question_is_refused_with_the_way_on(client, query):
    factories.ProvisionFactory(name="Die niet verschijnt")
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 400
    assert "niet verschijnt" not in Page(response).text
    assert any(text.startswith("Ga verder zonder") for texts in Page(response).links.values() for text in texts)


def test_htmx_gets_only_the_form(client):
    factories.ProvisionFactory()
    response = client.get(f"{LIST}?kind=law", headers={"HX-Request": "true"})
    assert response["HX-Push-Url"] == "/provisions?kind=law"
    assert "<!doctype" not in response.content.decode()
    assert 'data-hx-swap-oob="innerHTML:#status">1 regeling of loket gevonden' in response.content.decode()


def test_a_page_gives_every_fact_with_its_place_and_no_verdict(client):
    provision(slug="slim")
    page = Page(client.get("/provisions/slim"))
    for part in (
        "Geld om te leren. Voor het mkb. Test Source, §5",
        "Soort Subsidie of fonds Test Source, §4",
        "Land en plaats Land NL Test Source, §4",
        "Status Lopend (stand 2021) Test Source, §4",
        "Looptijd vanaf 2020 Test Source, §4",
        "Schema pillar Nederlands leren Test Source, tabel 1",
        "Uitvoerder UWV Test Source, §6",
        "Ook bekend als: Slim-regeling",
        "Hier staat geen oordeel over een effect: een regeling of loket is zelf geen aanpak.",
    ):
        assert part in page.text
    assert [text for name, text in page.headings if name == "h2"] == [
        "Cijfers",
        "Wat ervan geleerd is",
        "Aanpakken die hiermee samenhangen",
    ]
    assert "Wat er is. € 29" in page.text
    assert "Vraag op tijd aan." in page.text
    assert "/interventions/duo-slim" in page.links
    assert "Niet beschreven in de bron" not in page.text


def test_a_page_in_english(client):
    provision(slug="slim")
    text = Page(client.get("/en/provisions/slim")).text
    assert "Money to learn." in text
    assert "Subsidie of fonds" not in text


def test_what_is_archived_does_not_show(client):
    row = provision(slug="slim")
    archived = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    row.interventions.add(archived)
    factories.LessonFactory(text_nl="Geheime les.", interventions=[archived]).provisions.add(row)
    factories.FigureFactory(statement_nl="Geheim cijfer.", provision=row, intervention=archived)
    text = Page(client.get("/provisions/slim")).text
    assert "Duo" in text
    assert "Gehei" not in text
    answer = client.get("/api/v1/provisions/slim").json()
    assert [len(answer[name]) for name in ("interventions", "figures", "lessons")] == [1, 1, 1]


@pytest.mark.parametrize("slug", ["nope", "%00"])
def test_a_provision_that_does_not_exist_is_not_found(client, slug):
    assert client.get(f"/provisions/{slug}").status_code == 404


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_old_address_of_a_record_leads_to_its_provision(client, language):
    provision(slug="slim")
    response = client.get(f"{language}/interventions/slim")
    assert (response.status_code, response["Location"]) == (301, f"{language}/provisions/slim")


def test_an_archived_record_does_not_lead_to_another(client):
    factories.InterventionFactory(slug="weg", editorial_state=EditorialState.ARCHIVED)
    assert client.get("/interventions/weg").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(LIST, 4), ("/provisions/slim-1", 10)])
def test_the_pages_ask_the_same_number_of_questions_for_any_number_of_rows(
    client, number, address, queries, django_assert_num_queries
):
    for position in range(1, number + 1):
        row = provision(slug=f"slim-{position}")
        for _ in range(number - 1):
            factories.FigureFactory(provision=row)
            factories.LessonFactory(interventions=[factories.InterventionFactory()]).provisions.add(row)
    client.get(f"{LIST}?page=1")  # the vocabulary and the facets are kept per state of the catalogue
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
