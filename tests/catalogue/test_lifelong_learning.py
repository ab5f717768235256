"""Lifelong learning: need, awareness and use, for characteristics that are combined; and what nobody knows."""

import pytest

from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
PAGE = "/lifelong-learning"


@pytest.fixture
def terms():
    """Two characteristics with their groups, and the three stages."""
    found = {
        code: factories.TermFactory(of="llo-stage", code=code, label_nl=label)
        for code, label in (("need", "Behoefte"), ("awareness", "Bekendheid"), ("use", "Benutting"))
    }
    for top, groups in {"gender": ("women", "men"), "education": ("low-educated",)}.items():
        found[top] = factories.TermFactory(of="target-group", code=top, label_nl=top.title())
        for code in groups:
            found[code] = factories.TermFactory(of="target-group", code=code, label_nl=code.title(), broader=found[top])
    found["mothers"] = factories.TermFactory(
        of="target-group", code="mothers", label_nl="Mothers", broader=found["women"]
    )
    return found


def answers(client, query=""):
    """Return the text of each stage."""
    page = Page(client.get(f"{PAGE}{query}"))
    text = page.text.partition("Toon wat bekend is")[2]
    parts = {}
    for name, after in (("Behoefte", "Bekendheid"), ("Bekendheid", "Benutting"), ("Benutting", "Wat bekend is en")):
        start = text.index(f" {name} ")
        parts[name] = text[start : text.index(f" {after}", start + 1)]
    return parts, text


def test_what_is_known_of_a_combination_is_under_its_stage(client, terms):
    both = factories.LessonFactory(text_nl="Over beide.", terms=[terms["need"], terms["women"], terms["low-educated"]])
    factories.LessonFactory(text_nl="Over een.", terms=[terms["need"], terms["women"]])
    parts, _text = answers(client, "?targetGroup=women&targetGroup=low-educated")
    assert both.text_nl in parts["Behoefte"]
    assert "Over een." not in parts["Behoefte"]
    assert "ruimer" not in parts["Behoefte"]


def test_a_combination_that_gives_nothing_says_what_is_known_one_step_wider(client, terms):
    factories.LessonFactory(text_nl="Over vrouwen.", terms=[terms["use"], terms["women"]])
    factories.LessonFactory(text_nl="Over opleiding.", terms=[terms["use"], terms["low-educated"]])
    parts, _text = answers(client, "?targetGroup=women&targetGroup=low-educated")
    assert "Dit is wat één stap ruimer bekend is." in parts["Benutting"]
    assert "Over vrouwen." in parts["Benutting"]
    assert "Over opleiding." in parts["Benutting"]
    parts, _text = answers(client, "?targetGroup=mothers")
    assert "één stap ruimer" in parts["Benutting"]
    assert "Over vrouwen." in parts["Benutting"]
    assert "Over opleiding." not in parts["Benutting"]
    parts, _text = answers(client, "?targetGroup=mothers&targetGroup=men&targetGroup=low-educated")
    assert "Over opleiding." in parts["Benutting"]


def test_what_nobody_says_is_said(client, terms):
    parts, text = answers(client, "?targetGroup=men")
    assert all("Geen van de bronnen zegt hier iets over." in part for part in parts.values())
    assert "Hierover zeggen de bronnen op dit punt niets: Women, Mothers, Men." in text


def test_figures_and_approaches_stand_beside_lessons_and_are_counted_by_characteristic(client, terms):
    source = factories.SourceFactory()
    terms["use"].figures.create(
        slug="cijfer", statement_nl="Een op de vijf.", statement_en="x", value=20, unit="percent", qualifier="=",
        source=source, locator="§2",
    ).terms.add(terms["women"])  # fmt: skip
    row = factories.InterventionFactory(name="Leerambassadeurs", slug="leer", summary_nl="Collega’s helpen.")
    only_a_name = factories.InterventionFactory(name="Alleen een naam")
    for record in (row, only_a_name):
        for term in (terms["use"], terms["mothers"]):
            factories.ClassificationFactory(intervention=record, term=term)
    parts, text = answers(client)
    assert "Een op de vijf. 20%" in parts["Benutting"]
    assert "1 aanpak Leerambassadeurs" in parts["Benutting"]
    assert "Alleen een naam" not in text
    assert "Women niets bekend niets bekend 1 cijfer, 1 aanpak Mothers niets bekend niets bekend 1 aanpak" in text


def test_a_group_that_does_not_exist_is_refused_with_the_way_on(client, terms):
    response = client.get(f"{PAGE}?targetGroup=nobody")
    assert response.status_code == 400
    assert "“nobody” kennen we hier niet" in Page(response).text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions(client, terms, number, django_assert_num_queries):
    for position in range(number):
        factories.LessonFactory(terms=[terms["use"], terms["women"]], interventions=[factories.InterventionFactory()])
        row = factories.InterventionFactory(summary_nl="Iets.")
        factories.ClassificationFactory(intervention=row, term=terms["use"])
        terms["use"].figures.create(
            slug=f"c-{position}", statement_nl="x", statement_en="x", source=row.source, locator="§2"
        )
    client.get(f"{PAGE}?page=1")
    with django_assert_num_queries(11):
        client.get(f"{PAGE}?targetGroup=women")
