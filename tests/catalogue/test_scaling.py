"""Scaling: criteria against parties, and a self-check whose address is its result."""

import re

import pytest

from catalogue.public.scaling.check import CheckAnswer
from evidence.choices import EditorialState, LessonKind
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
CRITERIA = ("coordination", "willingness-to-invest")


def criteria():
    source = factories.SourceFactory(slug="ser-2021")
    return [
        factories.TermFactory(
            of="scaling-criterion", code=code, label_nl=f"Criterium {code}", definition_nl=f"Wat {code} is.",
            position=position, source=source, locator="§5.2",
        )
        for position, code in enumerate(CRITERIA)
    ]  # fmt: skip


def party(code="employers", label="Werkgevers"):
    return factories.TermFactory(of="party", code=code, label_nl=label)


def lesson(text, *terms, **kwargs):
    return factories.LessonFactory(text_nl=text, terms=terms, **kwargs)


def rows_of(response, caption):
    """Return the cells of a table as texts, row by row."""
    html = " ".join(response.content.decode().split())
    table = re.search(rf"<table[^>]*>(?:(?!</table>).)*?{caption}.*?</table>", html)[0]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table)
    return [
        [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in rows
    ]


def test_the_table_counts_the_lessons_of_every_party_at_every_criterion(client):
    regie, invest = criteria()
    lesson("Samen.", regie, party())
    lesson("Nog eens.", regie, party(), party("municipalities", "Gemeenten"))
    lesson("Iedereen.", invest)
    lesson("Over alles.", regie, invest)
    response = client.get("/scaling")
    assert rows_of(response, "Lessen per criterium en per partij") == [
        ["", "Criterium coordination", "Criterium willingness-to-invest"],
        ["Werkgevers", "2 lessen voor Werkgevers bij Criterium coordination", "– geen lessen"],
        ["Gemeenten", "1 les voor Gemeenten bij Criterium coordination", "– geen lessen"],
        ["Voor iedereen", "– geen lessen", "1 les voor iedereen bij Criterium willingness-to-invest"],
    ]
    page = Page(response)
    assert page.text.count("Over alles.") == 1
    assert {"coordination-employers", "coordination-municipalities", "willingness-to-invest-everyone"} <= set(page.ids)
    assert "/lessons?addressee=employers" in page.links
    assert "tabel 6.1" in page.text


def test_variants_factors_and_points_have_their_lessons(client):
    source = factories.SourceFactory(slug="ser-2021")
    variant = factories.TermFactory(of="scaling-variant", code="other-regions", label_nl="Andere regio’s")
    factories.TermFactory(of="scaling-variant", code="other-sectors", label_nl="Andere sectoren")
    factor = factories.TermFactory(of="environment-factor", code="corona", label_nl="Corona")
    lesson("Per regio.", variant)
    lesson("Door corona.", factor)
    lesson("Ten tweede.", source=source, kind="recommendation", number="2", main=True)
    first = lesson("Begin hier.", source=source, kind="recommendation", number="1", main=True)
    lesson("En dan dit.", source=source, part_of=first)
    factories.ClassificationFactory(term=variant, intervention=factories.InterventionFactory(name="Voorbeeld"))
    text = Page(client.get("/scaling")).text
    for part in (
        "Andere regio’s Per regio.",
        "Andere sectoren Geen lessen in de bron",
        "Corona Door corona.",
        "Uit de praktijk Voorbeeld",
    ):
        assert part in text
    assert text.index("Begin hier.") < text.index("En dan dit.") < text.index("Ten tweede.")


def test_archived_practice_does_not_show(client):
    row = factories.InterventionFactory(name="Geheim", editorial_state=EditorialState.ARCHIVED)
    factories.ClassificationFactory(term=criteria()[0], intervention=row)
    lesson("Geheime les.", criteria()[0], interventions=[row])
    for address in ("/scaling", "/scaling/check", "/scaling/check?coordination=not-yet"):
        assert "Geheim" not in Page(client.get(address)).text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/scaling", 15), ("/scaling/check?coordination=not-yet", 7)])
def test_the_pages_ask_the_same_number_of_questions_for_any_number_of_rows(
    client, number, address, queries, django_assert_num_queries
):
    source = factories.SourceFactory(slug="ser-2021")
    for scheme in ("scaling-variant", "environment-factor"):
        factories.TermFactory(of=scheme)
    for _ in range(number):
        row = factories.InterventionFactory()
        for term in criteria():
            factories.ClassificationFactory(term=term, intervention=row)
            factories.LessonFactory(terms=[term, party()], interventions=[row])
        factories.LessonFactory(source=source, locator="Hoofdstuk 6, aandachtspunt 1", interventions=[row])
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_the_check_asks_every_criterion_with_what_to_look_out_for(client):
    regie, _invest = criteria()
    lesson("Let hierop.", regie, kind=LessonKind.CONDITION)
    lesson("Doe dit.", regie, kind=LessonKind.RECOMMENDATION)
    response = client.get("/scaling/check")
    page = Page(response)
    asked = [(found["name"], found["value"]) for tag, found in page.fields if found.get("type") == "radio"]
    assert asked == [
        (name, answer) for name in ("coordination", "willingnessToInvest") for answer in CheckAnswer.values
    ]
    assert page.checked() == []
    assert "Let hierop." in page.text
    assert "Doe dit." not in page.text
    assert "Uw uitslag" not in page.text


def test_the_address_is_the_result(client):
    regie, invest = criteria()
    lesson("Regel het zo.", regie, kind=LessonKind.RECOMMENDATION)
    lesson("Durf te investeren.", invest, kind=LessonKind.RECOMMENDATION)
    lesson("Alles telt.", regie, invest)
    response = client.get("/scaling/check?coordination=arranged&willingnessToInvest=partly")
    page = Page(response)
    assert rows_of(response, "Uw antwoord per criterium") == [
        ["Criterium", "Uw antwoord"],
        ["Criterium willingness-to-invest", "Deels geregeld"],
        ["Criterium coordination", "Geregeld"],
    ]
    assert "Durf te investeren." in page.text
    assert "Regel het zo." not in page.text
    assert page.text.count("Alles telt.") == 1
    assert set(page.checked()) == {("coordination", "arranged"), ("willingnessToInvest", "partly")}
    assert len(page.ids) == len(set(page.ids))
    assert not response.cookies
    assert 'content="noindex"' in response.content.decode()


def test_what_is_not_filled_in_is_said_and_stands_above_what_is_arranged(client):
    criteria()
    rows = rows_of(client.get("/scaling/check?coordination=arranged&willingnessToInvest="), "Uw antwoord per criterium")
    assert rows[1:] == [["Criterium willingness-to-invest", "Niet ingevuld"], ["Criterium coordination", "Geregeld"]]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("coordination=yes", "Dit antwoord kennen we niet."),
        ("coordination=%00", "Dit antwoord kennen we niet."),
        ("coordination=%3Cscript%3E", "Dit antwoord kennen we niet."),
        ("coordination=arranged&coordination=partly", "Kies één antwoord."),
    ],
)
def test_a_wrong_answer_is_refused_with_the_question_it_belongs_to(client, query, message):
    criteria()
    response = client.get(f"/scaling/check?{query}&willingnessToInvest=partly")
    page = Page(response)
    assert response.status_code == 400
    assert f"Criterium coordination : {message}" in page.text.replace(
        "Criterium coordination:", "Criterium coordination :"
    )
    assert "#coordination" in page.links
    assert "Uw uitslag" not in page.text
    assert ("willingnessToInvest", "partly") in page.checked()
    assert "<script>" not in response.content.decode()


def test_the_check_reads_in_english(client):
    criteria()
    text = Page(client.get("/en/scaling/check?coordination=not-yet")).text
    assert "Nog niet geregeld" not in text
    assert "Term coordination" in text
