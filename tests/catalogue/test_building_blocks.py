"""Building blocks: their definitions, lessons by kind, and examples with why they are one."""

import pytest

from evidence.choices import EditorialState, LessonKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def block(number):
    return factories.TermFactory(
        of="building-block",
        code=f"block-{number}",
        label_nl=f"Blok {number}",
        label_en=f"Block {number}",
        definition_nl=f"Wat blok {number} is.",
        source=factories.SourceFactory(),
        locator=f"bouwsteen {number}",
        position=number,
    )


def example(term, name, **kwargs):
    row = factories.InterventionFactory(name=name, summary_nl="Een aanpak. Meer.", **kwargs)
    return factories.ClassificationFactory(
        intervention=row, term=term, note_nl="Het kader staat bij blok 2.", locator="Kader A"
    )


def planted(number=1):
    for position in range(1, number + 1):
        term = block(position)
        for name in ("Aanpak A", "Aanpak B")[:number]:
            example(term, f"{name} {position}")
        factories.LessonFactory.create_batch(number, terms=[term], interventions=[factories.InterventionFactory()])


def test_the_list_gives_every_block_its_number_definition_place_lessons_and_examples(client):
    first, second = block(1), block(2)
    factories.LessonFactory(terms=[first], kind=LessonKind.BARRIER)
    factories.LessonFactory.create_batch(2, terms=[first], kind=LessonKind.WORKING_ELEMENT)
    example(first, "Duo", slug="duo")
    page = Page(client.get("/building-blocks"))
    assert (
        "Blok 1 Wat blok 1 is. Test Source, bouwsteen 1 Bron: Testbron. Plaats: bouwsteen 1. "
        "Lessen Werkzame elementen (2) Belemmeringen (1) Te zien bij Duo "
        "Blok 2 Wat blok 2 is. Test Source, bouwsteen 2 Bron: Testbron. Plaats: bouwsteen 2. "
        "Lessen Nog niets in deze catalogus Te zien bij Geen voorbeeld in de bron" in page.text
    )
    assert "/building-blocks/block-1#working-element" in page.links
    assert second.code in page.ids


def test_a_block_shows_lessons_by_kind_and_why_an_example_is_one(client):
    block(1), (term := block(2)), block(3)
    factories.LessonFactory(slug="b", text_nl="Let op tijd.", terms=[term], kind=LessonKind.BARRIER)
    factories.LessonFactory(slug="a", text_nl="Doe dit.", terms=[term], kind=LessonKind.RECOMMENDATION)
    example(term, "Duo")
    page = Page(client.get("/building-blocks/block-2"))
    assert [text for name, text in page.headings if name != "h3"] == [
        "Blok 2",
        "Te zien bij",
        "Aanbevelingen",
        "Belemmeringen",
    ]
    assert "Bouwsteen 2 van 3" in page.text
    assert "Duo Een aanpak. Het kader staat bij blok 2. Test Source, Kader A" in page.text
    assert page.ids.index("lesson-a") < page.ids.index("lesson-b")
    assert {"/building-blocks/block-1", "/building-blocks/block-3", "/lessons?buildingBlock=block-2"} <= set(page.links)
    assert "/interventions?buildingBlock=block-2" in page.links


def test_what_is_archived_does_not_show(client):
    shown = example(block(1), "Geheim", editorial_state=EditorialState.ARCHIVED)
    factories.LessonFactory(text_nl="Geheime les.", terms=[shown.term], interventions=[shown.intervention])
    for address in ("/building-blocks", "/building-blocks/block-1"):
        assert "Geheim" not in Page(client.get(address)).text


@pytest.mark.parametrize("code", ["nope", "%00", "block-1x"])
def test_a_block_that_does_not_exist_is_not_found(client, code):
    block(1)
    assert client.get(f"/building-blocks/{code}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/building-blocks", 4), ("/building-blocks/block-1", 8)])
def test_the_pages_ask_the_same_number_of_questions_for_any_number_of_rows(
    client, number, address, queries, django_assert_num_queries
):
    planted(number)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_a_block_reads_in_english(client):
    factories.LessonFactory(text_en="Work together.", terms=[block(1)])
    text = Page(client.get("/en/building-blocks/block-1")).text
    assert "Block 1" in text
    assert "Work together." in text
