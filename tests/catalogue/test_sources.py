"""The page of a source: how it worked, what it recommends, its figures and the provisions it describes."""

from decimal import Decimal

import pytest

from evidence.choices import EditorialState, LessonKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
PAGE = "/sources/test-source"


def planted(number=1):
    source = factories.SourceFactory()
    for position in range(1, number + 1):
        row = factories.InterventionFactory(summary_nl="Een aanpak.")
        factories.InterventionFactory()
        factories.FigureFactory(intervention=row)
        factories.FigureFactory(country=factories.CountryFactory())
        factories.FigureFactory(provision=factories.ProvisionFactory())
        factories.LessonFactory(kind=LessonKind.METHOD, interventions=[row])
        advice = factories.LessonFactory(main=True, number=str(position), interventions=[row])
        factories.LessonFactory(part_of=advice, interventions=[row])
    return source


def test_a_source_says_how_it_worked_what_it_recommends_and_its_figures(client):
    row = factories.InterventionFactory(slug="duo", name="Duo")
    factories.LessonFactory(slug="lijst", kind=LessonKind.METHOD, text_nl="Op de lange lijst stonden 104 publicaties.")
    advice = factories.LessonFactory(
        slug="taal", kind=LessonKind.RECOMMENDATION, main=True, number="1", text_nl="Leer de taal.",
        addressees_nl="Werkgevers en Rijk",
    )  # fmt: skip
    factories.LessonFactory(slug="geld", part_of=advice, text_nl="Betaal mee.")
    factories.FigureFactory(
        statement_nl="Over Duo.", value=Decimal(15), unit="percent", qualifier="=", intervention=row
    )
    factories.FigureFactory(statement_nl="Over niets in het bijzonder.")
    factories.FigureFactory(statement_nl="Over de wet.", provision=factories.ProvisionFactory(slug="wet", name="Wet"))
    page = Page(client.get(PAGE))
    headings = [text for name, text in page.headings if name == "h2"]
    assert headings == [
        "Wat hieruit komt",
        "De aanbevelingen",
        "Zo is het onderzocht",
        "Cijfers",
        "Regelingen en loketten",
        "Aanpakken die hier beschreven staan",
    ]
    for part in (
        "Regelingen en loketten 1", "Cijfers 3", "Lessen 3", "Op de lange lijst stonden 104 publicaties.",
        "Leer de taal. Gericht aan: Werkgevers en Rijk", "Over Duo. Over: Duo", "15%", "Over de wet. Over: Wet",
        "Over niets in het bijzonder.", "Deze cijfers gaan over de situatie.", "Wet of regel · Land NL",
    ):  # fmt: skip
        assert part in page.text, part
    assert {"lesson-lijst", "lesson-taal", "method", "figures", "provisions"} <= set(page.ids)
    assert {"/interventions/duo", "/provisions/wet", "/lessons?source=test-source"} <= set(page.links)


def test_a_source_without_these_has_no_empty_parts(client):
    factories.SourceFactory()
    text = Page(client.get(PAGE)).text
    assert "Zo is het onderzocht" not in text
    assert "De aanbevelingen" not in text
    assert "Nog niet ingevuld" in text


def test_a_source_that_only_mentions_approaches_names_them(client):
    factories.InterventionFactory(slug="duo", name="Duo")
    page = Page(client.get(PAGE))
    assert "Alleen genoemd: 1 aanpak Duo" in page.text
    assert "/interventions/duo" in page.links


def test_what_is_archived_does_not_show(client):
    row = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    factories.FigureFactory(statement_nl="Geheim cijfer.", intervention=row)
    factories.LessonFactory(kind=LessonKind.METHOD, text_nl="Geheime les.", interventions=[row])
    assert "Gehei" not in Page(client.get(PAGE)).text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions_for_any_number_of_rows(client, number, django_assert_num_queries):
    planted(number)
    with django_assert_num_queries(21):
        assert client.get(PAGE).status_code == 200
