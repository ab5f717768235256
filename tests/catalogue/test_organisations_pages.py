"""Organisations: who does what in which intervention, and where that stands."""

import pytest

from evidence.choices import EditorialState, OrganisationKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def planted(number=1):
    uaf = factories.OrganisationFactory(slug="uaf", name="UAF", kind=OrganisationKind.CIVIL_SOCIETY)
    for _ in range(number):
        row = factories.InterventionFactory()
        factories.ParticipationFactory(organisation=uaf, intervention=row)
        factories.ParticipationFactory(intervention=row)
        factories.ProvisionRoleFactory(organisation=uaf)


def test_organisations_stand_under_their_kind_by_name_with_how_many_they_take_part_in(client):
    for name, kind in (
        ("utrecht", "municipality"),
        ("Almere", "municipality"),
        ("UWV", "public-agency"),
        ("Wie", "unknown"),
    ):
        organisation = factories.OrganisationFactory(name=name, slug=name.lower(), kind=kind)
        factories.ParticipationFactory(organisation=organisation)
    row = factories.InterventionFactory()
    for role in ("initiator", "funder"):
        factories.ParticipationFactory(organisation=organisation, intervention=row, role=role)
    page = Page(client.get("/organisations"))
    assert page.slugs("/organisations/") == ["uwv", "almere", "utrecht", "wie"]
    assert [text for name, text in page.headings] == [
        "Organisaties",
        "Uitvoeringsorganisatie",
        "Gemeente",
        "Soort niet vermeld",
    ]
    assert "Almere (1 aanpak)" in page.text
    assert "Wie (2 aanpakken)" in page.text


def test_an_organisation_shows_every_role_with_its_place(client):
    uaf = factories.OrganisationFactory(
        slug="uaf", name="UAF", kind="civil-society", country=factories.CountryFactory()
    )
    row = factories.InterventionFactory(slug="duo", name="Duo", summary_nl="Een maatje helpt. Meer.", place="Gent")
    factories.ParticipationFactory(organisation=uaf, intervention=row, role="initiator", locator="nr 1")
    factories.ParticipationFactory(organisation=uaf, intervention=row, role="funder", locator="nr 2")
    page = Page(client.get("/organisations/uaf"))
    assert (
        "Maatschappelijke organisatie · Land NL Aanpakken Aanpakken waarin UAF een rol heeft "
        "Aanpak Waar Rol, en waar dat staat "
        "Duo Een maatje helpt. Land NL, Gent Initiatiefnemer Test Source, nr 1 Bron: Testbron. Plaats: nr 1. "
        "Financier Test Source, nr 2 Bron: Testbron. Plaats: nr 2." in page.text
    )
    assert {"/interventions?organisation=uaf", "/interventions/duo", "/countries/NL"} <= set(page.links)


def test_an_organisation_shows_its_roles_in_provisions_too(client):
    ipo = factories.OrganisationFactory(slug="ipo", name="IPO", kind="public-agency")
    wet = factories.ProvisionFactory(slug="wet", name="Wet", summary_nl="Een wet. Meer.")
    for role in ("initiator", "funder"):
        factories.ProvisionRoleFactory(organisation=ipo, provision=wet, role=role, locator="nr 1")
    assert "IPO (1 regeling of loket)" in Page(client.get("/organisations")).text
    page = Page(client.get("/organisations/ipo"))
    assert [text for _name, text in page.headings] == ["IPO", "Regelingen en loketten"]
    assert (
        "Regelingen en loketten waarin IPO een rol heeft Regeling of loket Waar Rol, en waar dat staat "
        "Wet Een wet. Land NL Initiatiefnemer Test Source, nr 1 Bron: Testbron. Plaats: nr 1. "
        "Financier Test Source, nr 1 Bron: Testbron. Plaats: nr 1." in page.text
    )
    assert {"/provisions/wet", "/provisions?organisation=ipo"} <= set(page.links)
    assert "/interventions?organisation=ipo" not in page.links
    assert client.get("/api/v1/organisations/ipo").status_code == 200


def test_an_organisation_known_only_from_what_is_archived_does_not_show(client):
    archived = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    hidden = factories.OrganisationFactory(slug="verborgen", name="Verborgen")
    both = factories.OrganisationFactory(slug="beide", name="Beide")
    for organisation in (hidden, both):
        factories.ParticipationFactory(organisation=organisation, intervention=archived)
    factories.ParticipationFactory(organisation=both)
    text = Page(client.get("/organisations")).text
    assert "Verborgen" not in text
    assert "Beide (1 aanpak)" in text
    assert client.get("/organisations/verborgen").status_code == 404
    assert "Geheim" not in Page(client.get("/organisations/beide")).text


@pytest.mark.parametrize("slug", ["nope", "%00"])
def test_an_organisation_that_does_not_exist_is_not_found(client, slug):
    assert client.get(f"/organisations/{slug}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/organisations", 2), ("/organisations/uaf", 5)])
def test_the_pages_ask_the_same_number_of_questions_for_any_number_of_rows(
    client, number, address, queries, django_assert_num_queries
):
    planted(number)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_an_organisation_reads_in_english(client):
    planted()
    assert "Initiatiefnemer" not in Page(client.get("/en/organisations/uaf")).text
