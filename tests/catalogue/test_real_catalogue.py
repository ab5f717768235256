"""The pages with the real catalogue on them."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from evidence.models import Country, Intervention, Provision, Source, Study
from tests import suite
from tests.catalogue.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_data")]


@pytest.mark.parametrize("language", suite.in_turn(["", "/en"]))
def test_every_record_can_be_read(client, language):
    addresses = [
        *(f"/interventions/{slug}" for slug in Intervention.objects.published().values_list("slug", flat=True)),
        *(f"/studies/{slug}" for slug in Study.objects.of_published().values_list("slug", flat=True)),
        *(f"/countries/{code}" for code in Country.objects.values_list("code", flat=True)),
        *(f"/sources/{slug}" for slug in Source.objects.values_list("slug", flat=True)),
        *(f"/provisions/{slug}" for slug in Provision.objects.values_list("slug", flat=True)),
    ]
    failed = [address for address in addresses if client.get(f"{language}{address}").status_code != 200]
    assert not failed


@pytest.mark.parametrize("slug", ["participatiewet", "leerwerkloketten", "slim-regeling", "taalakkoord"])
def test_what_was_called_an_approach_and_is_a_provision_has_moved(client, slug):
    response = client.get(f"/interventions/{slug}", follow=True)
    assert response.redirect_chain == [(f"/provisions/{slug}", 301)]
    assert response.status_code == 200


def test_the_report_s_own_selection_can_be_read_on_its_page(client):
    page = Page(client.get("/sources/risbo-2023"))
    assert "method" in page.ids
    assert "figures" in page.ids
    assert "Zo is het onderzocht" in page.text


def test_the_report_s_tables_stand_beside_the_counted_ones(client):
    text = Page(client.get("/sources/risbo-2023")).text
    for line in (
        "Zweden 6 6 ja", "Denemarken 7 7 ja", "Duitsland 14 14 ja", "België 3 3 ja", "Frankrijk 2 2 ja",
        "Zweden 0 / 0 0 / 0 2 / 2 1 / 1 3 / 3 6 / 6", "Duitsland 6 / 6 3 / 3 4 / 4 1 / 1 0 / 0 14 / 14",
    ):  # fmt: skip
        assert line in text
    assert "nee" not in text.partition("Tabel 2.1")[2].partition("Tabel 2.2")[0]


def test_the_front_page_counts(client):
    text = Page(client.get("/")).text
    assert f"Aanpakken {Intervention.objects.published().count()}" in text
    assert f"Onderzoeken {Study.objects.of_published().count()}" in text


def test_the_heaviest_list_page_weighs_at_most_sixty_kilobytes_all_included(client):
    response = client.get("/interventions", headers={"Accept-Encoding": "gzip"})
    html = gzip.decompress(response.content).decode()
    files = set(re.findall(r"/static/([\w/.-]+)", html))
    weights = [len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files]
    assert len(files) >= 6
    assert len(response.content) + sum(weights) <= 60_000


def test_a_typing_error_gets_a_suggestion(client):
    page = Page(client.get("/interventions?search=inburgerng"))
    assert page.links["/interventions?search=inburgering"] == ["inburgering"]


def test_the_country_of_a_record_tells_its_context(client):
    page = Page(client.get("/countries/SE"))
    assert any("Bijlage 4" in text for text in (page.text,))
    assert "jobbsok" in page.slugs()
