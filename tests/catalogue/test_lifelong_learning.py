"""Lifelong learning: what is known of a stage for some groups, what is one step wider, and what nobody knows."""

import pytest

from evidence.choices import EditorialState
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
PAGE = "/lifelong-learning"
BOTH = f"{PAGE}?targetGroup=women&targetGroup=low-educated"


def group(code, label, broader=None):
    return factories.TermFactory(of="target-group", code=code, label_nl=label, broader=broader)


@pytest.fixture(autouse=True)
def terms():
    """Two stages, and groups by three characteristics."""
    gender, education, status = (
        group(code, label) for code, label in (("gender", "Gender"), ("education", "Opleiding"), ("status", "Status"))
    )
    refugees = group("refugees", "Vluchtelingen", status)
    rows = [
        group("women", "Vrouwen", gender), group("men", "Mannen", gender),
        group("low-educated", "Laagopgeleid", education), refugees,
        group("status-holders", "Statushouders", refugees),
        factories.TermFactory(of="llo-stage", code="need", label_nl="Behoefte"),
        factories.TermFactory(of="llo-stage", code="use", label_nl="Benutting"),
    ]  # fmt: skip
    return {row.code: row for row in rows}


def lesson(terms, text, *codes, **kwargs):
    return factories.LessonFactory(text_nl=text, terms=[terms[code] for code in codes], **kwargs)


def stage(page, label, until):
    """Return what the page says under the heading of one stage, after the form."""
    return page.text.partition("Toon wat bekend is")[2].partition(f" {label} ")[2].partition(f" {until} ")[0]


def test_what_is_known_of_a_combination_is_told_as_it_is(client, terms):
    lesson(terms, "Zij willen leren.", "need", "women", "low-educated")
    lesson(terms, "Alleen over vrouwen.", "need", "women")
    page = Page(client.get(BOTH))
    assert "U vraagt naar: Vrouwen, Laagopgeleid." in page.text
    assert "Zij willen leren." in page.text
    assert "Alleen over vrouwen." not in page.text
    assert "Geen van de bronnen zegt hier iets over." in stage(page, "Benutting", "Wat bekend is en wat niet")
    assert "samen zeggen de bronnen hier niets" not in page.text
    chosen = [found["value"] for tag, found in page.fields if tag == "option" and "selected" in found]
    assert chosen == ["women", "low-educated"]


def test_a_combination_widens_by_one_characteristic_and_says_so(client, terms):
    lesson(terms, "Over vrouwen.", "need", "women")
    lesson(terms, "Over opleiding.", "need", "low-educated")
    lesson(terms, "Over mannen.", "need", "men")
    page = Page(client.get(BOTH))
    assert (
        "Over “Vrouwen” en “Laagopgeleid” samen zeggen de bronnen hier niets. Dit is wat één stap ruimer bekend is."
        in page.text
    )
    assert "Over vrouwen." in page.text
    assert "Over opleiding." in page.text
    assert "Over mannen." not in page.text
    for code, words in (("women", "Over vrouwen."), ("low-educated", "Over opleiding.")):
        address = f"/lessons?lloStage=need&targetGroup={code}"
        assert address in page.links
        listed = Page(client.get(address)).text
        assert "1 les gevonden" in listed
        assert words in listed


def test_a_group_of_whom_nothing_is_known_a_step_wider_is_named(client, terms):
    lesson(terms, "Over vrouwen.", "need", "women")
    text = stage(Page(client.get(BOTH)), "Behoefte", "Benutting")
    assert "Dit is wat één stap ruimer bekend is. Ook hierover zeggen zij niets: “Laagopgeleid”. Vrouwen" in text


def test_it_widens_until_anything_is_known_and_counts_the_steps(client, terms):
    lesson(terms, "Over iedereen.", "need")
    page = Page(client.get(BOTH))
    assert "Dit is wat 2 stappen ruimer bekend is. Iedereen" in page.text
    assert "Over iedereen." in page.text


def test_a_narrower_group_counts_for_a_broader_one_and_a_broader_one_is_a_step_wider(client, terms):
    lesson(terms, "Statushouders weten het.", "use", "status-holders")
    lesson(terms, "Vluchtelingen willen het.", "need", "refugees")
    broad = Page(client.get(f"{PAGE}?targetGroup=refugees")).text
    assert "Statushouders weten het." in broad
    assert "stap ruimer" not in broad
    narrow = Page(client.get(f"{PAGE}?targetGroup=status-holders")).text
    assert (
        "Over “Statushouders” zeggen de bronnen hier niets. Dit is wat één stap ruimer bekend is. Vluchtelingen"
        in narrow
    )


def test_figures_and_approaches_count_as_known(client, terms):
    factories.FigureFactory(statement_nl="Een op de drie.", terms=[terms["use"], terms["women"]])
    row = factories.InterventionFactory(name="Lessen", slug="lessen", summary_nl="Lessen.")
    for code in ("use", "women"):
        factories.ClassificationFactory(intervention=row, term=terms[code])
    page = Page(client.get(f"{PAGE}?targetGroup=women"))
    assert "Een op de drie." in page.text
    assert {"/interventions/lessen", "/interventions?lloStage=use&targetGroup=women"} <= set(page.links)
    assert "Vrouwen niets bekend 1 cijfer, 1 aanpak" in page.text


def test_every_characteristic_says_of_whom_nothing_is_known(client, terms):
    lesson(terms, "Over vrouwen.", "need", "women")
    page = Page(client.get(PAGE))
    assert "Vrouwen 1 les niets bekend" in page.text
    assert "Hierover zeggen de bronnen op dit punt niets: Mannen." in page.text
    assert "Hierover zeggen de bronnen op dit punt niets: Laagopgeleid." in page.text
    assert "Hierover zeggen de bronnen op dit punt niets: Vluchtelingen, Statushouders." in page.text
    assert f"{PAGE}?targetGroup=women" in page.links


def test_what_is_archived_does_not_count(client, terms):
    row = factories.InterventionFactory(name="Geheim", summary_nl="Geheim.", editorial_state=EditorialState.ARCHIVED)
    lesson(terms, "Geheime les.", "need", "women", interventions=[row])
    factories.FigureFactory(statement_nl="Geheim cijfer.", intervention=row, terms=[terms["need"], terms["women"]])
    for code in ("need", "women"):
        factories.ClassificationFactory(intervention=row, term=terms[code])
    text = Page(client.get(f"{PAGE}?targetGroup=women")).text
    assert "Gehei" not in text
    assert "Hierover zeggen de bronnen op dit punt niets: Vrouwen, Mannen." in text


def test_more_characteristics_than_are_combined_are_named(client):
    tops = [group(f"top-{number}", f"Kenmerk {number}") for number in range(7)]
    codes = [group(f"group-{number}", f"Groep {number}", top).code for number, top in enumerate(tops)]
    text = Page(client.get(f"{PAGE}?{'&'.join(f'targetGroup={code}' for code in codes)}")).text
    assert "U vraagt naar: Groep 0, Groep 1, Groep 2, Groep 3, Groep 4." in text
    assert "Wij combineren ten hoogste 5 kenmerken. Niet meegenomen: Groep 5, Groep 6." in text
    assert "Niet meegenomen" not in Page(client.get(BOTH)).text


@pytest.mark.parametrize("name", ["nonsense", "lloStage", "%3Cb%3E%00"])
def test_what_the_page_does_not_know_is_said_to_be_unused(client, name):
    shown = {"%3Cb%3E%00": "<b>�"}.get(name, name)
    text = Page(client.get(f"{BOTH}&{name}=1")).text
    assert f"In het adres staat iets wat wij niet kennen: {shown}. Dat is niet gebruikt." in text
    assert "wat wij niet kennen" not in Page(client.get(BOTH)).text


@pytest.mark.parametrize("code", ["nope", "%00"])
def test_a_group_that_does_not_exist_is_refused(client, code):
    response = client.get(f"{PAGE}?targetGroup={code}")
    assert response.status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions_for_any_number_of_rows(
    client, terms, number, django_assert_num_queries
):
    for _ in range(number):
        row = factories.InterventionFactory(summary_nl="Lessen.")
        for code in ("need", "women"):
            factories.ClassificationFactory(intervention=row, term=terms[code])
        lesson(terms, "Over vrouwen.", "need", "women", interventions=[row])
        factories.FigureFactory(terms=[terms["need"], terms["women"]])
    client.get(PAGE)  # the vocabulary is kept per state of the catalogue
    with django_assert_num_queries(10):
        assert client.get(BOTH).status_code == 200


def test_the_page_reads_in_english(client, terms):
    lesson(terms, "Over vrouwen.", "need", "women")
    text = Page(client.get(f"/en{BOTH}")).text
    assert "Over vrouwen." not in text
    assert "samen zeggen" not in text
