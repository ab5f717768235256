"""Rules, funds and desks: their list, the page of one, and where they are linked from."""

import pytest

from evidence.choices import EditorialState
from evidence.derivation import Note, all_records
from evidence.models import Provision, ProvisionRole, ProvisionTerm
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
LIST = "/provisions"


def provision(slug="wet", **kwargs):
    source = kwargs.pop("source", None) or factories.SourceFactory()
    country = kwargs.pop("country", None) or factories.CountryFactory()
    facts = {
        "name": f"Regeling {slug}", "sort_name": slug, "language": "nl", "kind": "law", "locator": "§2",
        "summary_nl": "Een zin. Nog een.", "summary_en": "A sentence. Another.",
    }  # fmt: skip
    names = {"name_nl": (facts | kwargs)["name"], "name_en": (facts | kwargs)["name"]}
    return Provision.objects.create(slug=slug, source=source, country=country, **(names | facts | kwargs))


def whole(slug="wet", **kwargs):
    """Make a provision with everything that its page shows."""
    row = provision(slug, status="running", scope="national", end="2027-12-31", end_precision=4, **kwargs)
    term = factories.TermFactory(of="target-group", code=f"group-{slug}", label_nl=f"Groep {slug}")
    ProvisionTerm.objects.create(provision=row, term=term, source=row.source, locator="§3")
    uwv = factories.OrganisationFactory(name=f"UWV {slug}")
    ProvisionRole.objects.create(provision=row, organisation=uwv, role="executor", source=row.source, locator="§4")
    row.figures.create(
        slug=f"geld-{slug}", statement_nl="Zo veel geld.", statement_en="x", value=5, unit="euro", qualifier="=",
        source=row.source, locator="§5",
    )  # fmt: skip
    factories.LessonFactory(text_nl=f"Les {slug}.").provisions.add(row)
    row.interventions.add(factories.InterventionFactory(name=f"Aanpak {slug}", slug=f"aanpak-{slug}"))
    return row


def test_the_list_says_what_each_is_where_and_since_when_that_holds(client):
    source = factories.SourceFactory(slug="bron-2025", as_of="2025-04-01", as_of_precision=7)
    provision(status="running", source=source)
    provision("fonds", kind="funding", place="Delft")
    page = Page(client.get(LIST))
    assert page.slugs("/provisions/") == ["fonds", "wet"]
    assert "2 regelingen en loketten gevonden" in page.text
    assert "Regeling wet Een zin. Wet of regel · Land NL · Lopend (stand april 2025)" in page.text
    assert "Regeling fonds Een zin. Subsidie of fonds · Land NL, Delft" in page.text
    assert "onderzoek" not in page.text.partition("gevonden")[2].partition("Werkwijs geeft")[0]


def test_facets_count_and_a_chip_takes_a_choice_back(client):
    provision()
    provision("fonds", kind="funding")
    page = Page(client.get(f"{LIST}?kind=funding"))
    assert page.slugs("/provisions/") == ["fonds"]
    assert "Wet of regel1 Subsidie of fonds1" in page.text
    assert page.links[LIST] == ["Regelingen en loketten", "Haal weg: Soort: Subsidie of fonds"]


def test_words_find_a_provision_in_both_languages(client):
    provision()
    provision("taalhuis", kind="desk", summary_nl="Loket voor taal.", summary_en="A desk for language.")
    all_records(Note("x", "x"), changed=True)
    assert Page(client.get(f"{LIST}?search=loket")).slugs("/provisions/") == ["taalhuis"]
    assert Page(client.get("/en/provisions?search=desk")).slugs("/en/provisions/") == ["taalhuis"]


def test_a_page_gives_every_fact_its_place_and_no_effect(client):
    page = Page(client.get(f"{LIST}/{whole().slug}"))
    place = "Test Source, §2 Bron: Testbron. Plaats: §2."
    assert f"Een zin. Nog een. {place}" in page.text
    for fact in (
        f"Soort Wet of regel {place}", f"Land en plaats Land NL {place}", f"Werkgebied Landelijk {place}",
        f"Status Lopend {place}", f"Looptijd tot 2027 {place}", "Schema target-group Groep wet Test Source, §3",
        "Uitvoerder UWV wet Test Source, §4", "Zo veel geld. € 5 Test Source, §5",
    ):  # fmt: skip
        assert fact in page.text
    assert "Wat ervan geleerd is Les wet." in page.text
    assert page.links["/interventions/aanpak-wet"] == ["Aanpak wet"]
    assert "Effect" not in [text for _name, text in page.headings]


def test_what_became_a_provision_is_found_at_its_old_address(client):
    provision("wet-inburgering")
    for language in ("", "/en"):
        response = client.get(f"{language}/interventions/wet-inburgering")
        assert (response.status_code, response["Location"]) == (301, f"{language}/provisions/wet-inburgering")
    assert client.get("/interventions/nergens").status_code == 404
    assert client.get("/provisions/nergens").status_code == 404


def test_records_lessons_countries_pillars_and_sources_lead_to_it(client):
    row = whole()
    term = factories.TermFactory(of="pillar", code="learning-dutch")
    ProvisionTerm.objects.create(provision=row, term=term, source=row.source, locator="§3")
    for address in (
        "/interventions/aanpak-wet", "/lessons", "/countries/NL", "/pillars/learning-dutch", "/sources/test-source"
    ):  # fmt: skip
        assert "Regeling wet" in Page(client.get(address)).links["/provisions/wet"], address
    assert "/provisions/wet</loc>" in client.get("/sitemap.xml").content.decode()


def test_it_counts_in_no_count_of_evidence(client):
    whole()
    text = Page(client.get("/")).text
    assert "Regelingen en loketten 1" in text
    assert "Aanpakken 1" in text
    listed = Page(client.get("/interventions"))
    assert listed.slugs() == ["aanpak-wet"]
    assert "wet" not in listed.slugs("/provisions/")


def test_an_archived_approach_is_not_named(client):
    row = whole()
    row.interventions.update(editorial_state=EditorialState.ARCHIVED)
    assert "Aanpak wet" not in Page(client.get("/provisions/wet")).text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(LIST, 4), ("/provisions/wet-0", 21)])
def test_the_pages_ask_the_same_number_of_questions(client, number, address, queries, django_assert_num_queries):
    for position in range(number):
        row = whole(f"wet-{position}")
        factories.LessonFactory.create_batch(number, interventions=[factories.InterventionFactory()])
        row.interventions.add(*[factories.InterventionFactory() for _ in range(number)])
    client.get(f"{address}?page=1")
    with django_assert_num_queries(queries):
        client.get(address)
