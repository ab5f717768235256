"""The list of interventions: what it shows, how it narrows, and what it answers to a question that is wrong."""

import pytest
from django.utils import timezone

from evidence import verdicts
from evidence.choices import EditorialState
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
LIST = "/interventions"


def planted(number=1):
    """Make interventions with everything a card shows, each with the same number of facts."""
    for _ in range(number):
        row = factories.InterventionFactory(summary_nl="Een zin. Nog een zin.", summary_en="A sentence. Another.")
        factories.ClassificationFactory(
            intervention=row, term=factories.TermFactory(code="mentoring", label_nl="Mentoring")
        )
        study = factories.StudyFactory(interventions=[row], sms_printed="4")
        factories.FindingFactory(intervention=row, study=study, direction="positive")
    verdicts.rebuild()


def test_a_card_shows_what_its_record_concludes(client):
    row = factories.InterventionFactory(
        slug="duo",
        name="Duo",
        summary_nl="Een maatje helpt. Elke week.",
        place="Gent",
        start="2016-01-01",
        start_precision=4,
    )
    factories.ClassificationFactory(
        intervention=row, term=factories.TermFactory(code="mentoring", label_nl="Mentoring")
    )
    study = factories.StudyFactory(interventions=[row], sms_printed="4")
    factories.FindingFactory(intervention=row, study=study, direction="positive")
    verdicts.rebuild()
    page = Page(client.get(LIST))
    assert (
        "Duo Een maatje helpt. Land NL, Gent Mentoring vanaf 2016 Begrip placements: Positief effect gevonden "
        "Hoogste niveau: niveau 4 van 5 1 onderzoek" in page.text
    )


@pytest.mark.parametrize(
    ("pay", "work", "first", "differ"),
    [
        (("5", "positive"), ("3", "none"), "Geen effect aangetoond", True),
        (("3", "positive"), ("4", "positive"), "Positief effect gevonden", False),
        (("5", "positive"), ("2_3", "none"), "Te weinig onderzoek", False),
        (("2", "positive"), ("1", "none"), "Te weinig onderzoek", False),
        (("2", "positive"), ("", "none"), "Onderzocht, bewijskracht niet beoordeeld", False),
    ],
)
def test_a_card_shows_work_first_and_says_when_conclusions_differ(client, pay, work, first, differ):
    row = factories.InterventionFactory()
    term = factories.TermFactory(of="success-measure", code="pay", label_nl="Loon", position=0)
    for (level, direction), measure in ((pay, {"success_measure": term}), (work, {})):
        study = factories.StudyFactory(interventions=[row], sms_printed=level)
        factories.FindingFactory(intervention=row, study=study, direction=direction, **measure)
    verdicts.rebuild()
    for address, said in ((LIST, "Wisselend per uitkomst"), (f"{LIST}/{row.slug}", "Wisselend per uitkomst.")):
        text = Page(client.get(address)).text
        assert first in text
        assert (said in text) is differ
    assert f"Begrip placements: {first}" in Page(client.get(LIST)).text


def test_the_headline_is_the_outcome_that_the_approach_is_about(client):
    pay = factories.TermFactory(of="success-measure", code="pay", label_nl="Loon")
    row = factories.InterventionFactory(headline=pay)
    study = factories.StudyFactory(interventions=[row], sms_printed="4")
    factories.FindingFactory(intervention=row, study=study, direction="positive")
    factories.FindingFactory(intervention=row, study=study, direction="none", success_measure=pay)
    verdicts.rebuild()
    assert "Loon: Geen effect aangetoond Wisselend per uitkomst" in Page(client.get(LIST)).text
    assert "Effect Geen effect aangetoond Uitkomst: Loon." in Page(client.get(f"{LIST}/{row.slug}")).text


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (["0"], "Hoogste niveau: niveau 0, geen onderzoek"),
        (["0_1", "0"], "Hoogste niveau: niveau 0–1 van 5"),
        (["2", "2_3"], "Hoogste niveau: niveau 2–3 van 5"),
        (["", "3"], "Hoogste niveau: niveau 3 van 5"),
    ],
)
def test_a_level_is_shown_as_it_is_printed(client, levels, words):
    row = factories.InterventionFactory()
    for level in levels:
        factories.StudyFactory(interventions=[row], sms_printed=level)
    verdicts.rebuild()
    for address in (LIST, f"{LIST}/{row.slug}"):
        assert words in Page(client.get(address)).text


def test_a_card_without_a_level_names_none(client):
    row = factories.InterventionFactory()
    factories.StudyFactory(interventions=[row], sms_printed="")
    verdicts.rebuild()
    text = Page(client.get(LIST)).text
    assert "Onderzocht; de bron noemt geen uitkomst 1 onderzoek" in text
    assert "niveau:" not in text


def test_what_is_only_mentioned_is_folded_at_the_end_and_counted(client):
    named = factories.InterventionFactory(name="Aardig", summary_nl="")
    told = factories.InterventionFactory(name="Beter", summary_nl="Een zin.")
    page = Page(client.get(LIST))
    assert page.slugs() == [told.slug, named.slug]
    assert "2 aanpakken gevonden, waarvan 1 alleen genoemd" in page.text
    assert (
        "Beter Een zin. Land NL Alleen genoemd op deze bladzijde: 1 aanpak Een bron noemt ze, maar zegt niet wat zij "
        "inhouden. In de telling van het bewijs doen zij niet mee. "
        "Aardig Alleen genoemd: wij hebben er geen beschrijving van. Land NL" in page.text
    )
    assert Page(client.get(f"{LIST}?described=true")).slugs() == [told.slug]
    assert Page(client.get(f"{LIST}?described=false")).slugs() == [named.slug]


@pytest.mark.parametrize(
    ("blanks", "words"),
    [
        ({}, "Nog niet door ons ingedeeld"),
        ({"summary": "not-in-source"}, "Niet beschreven in de bron"),
        ({"summary": "not-applicable"}, "Niet van toepassing"),
    ],
)
def test_a_card_without_a_summary_says_which_blank_it_is(client, blanks, words):
    row = factories.InterventionFactory(name="Zonder", blanks=blanks)
    factories.LessonFactory(interventions=[row])
    for address in (LIST, f"{LIST}/{row.slug}"):
        page = Page(client.get(address))
        assert f"Zonder {words} Land NL" in page.text
        assert "Alleen genoemd" not in page.text


def test_a_card_gives_a_state_its_day(client):
    source = factories.SourceFactory(slug="rapport", as_of="2021-11-01", as_of_precision=7)
    said = {
        "Lopend (stand november 2021)": {"status": "running"},
        "Lopend (stand maart 2023)": {"status": "running", "as_of": "2023-03-01", "as_of_precision": 7},
        "Liep; einde gepland voor 2022 (stand november 2021)": {
            "status": "running", "end": "2022-01-01", "end_precision": 4,
        },
        "Was gepland voor 2022 (stand november 2021)": {
            "status": "planned", "start": "2022-01-01", "start_precision": 4,
        },
        "Afgerond": {"status": "completed"},
    }  # fmt: skip
    for number, facts in enumerate(said.values()):
        factories.InterventionFactory(name=f"Stand {number}", source=source, summary_nl="Een zin.", **facts)
    text = Page(client.get(LIST)).text
    for number, words in enumerate(said):
        assert f"Stand {number} Een zin. Land NL {words}" in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_any_number_of_rows(client, number, django_assert_num_queries):
    planted(number)
    for _ in range(number):
        row = factories.InterventionFactory(status="running", source=factories.SourceFactory(slug="rapport", year=2022))
        factories.StudyFactory(interventions=[row], stage="ongoing", source=row.source)
    verdicts.rebuild()
    client.get(f"{LIST}?page=1")  # the vocabulary and the facets are kept per state of the catalogue
    with django_assert_num_queries(8):
        client.get(LIST)
    with django_assert_num_queries(1):
        client.get(LIST)


def test_facets_count_and_keep_what_was_chosen(client):
    planted(2)
    factories.InterventionFactory()
    page = Page(client.get(f"{LIST}?type=mentoring&direction=positive"))
    assert set(page.checked()) == {
        ("type", "mentoring"), ("direction", "positive"), ("smsMin", ""), ("described", ""),
    }  # fmt: skip
    assert "Begrip" not in page.headings[1][1]
    assert "Mentoring2" in page.text.replace(" ", "")


def test_a_chip_takes_back_one_choice_and_leaves_the_rest(client):
    planted()
    factories.CountryFactory(code="SE", name_nl="Zweden")
    page = Page(client.get(f"{LIST}?country=NL,SE&type=mentoring&ordering=-start"))
    assert page.links["/interventions?country=SE&type=mentoring&ordering=-start"] == ["Haal weg: Land: Land NL"]
    assert page.links["/interventions?country=NL&type=mentoring&ordering=-start"] == ["Haal weg: Land: Zweden"]
    assert page.links["/interventions?country=NL&country=SE&ordering=-start"] == [
        "Haal weg: Schema intervention-type: Mentoring"
    ]
    assert page.links["/interventions?ordering=-start"] == ["Haal alle filters weg"]


def test_choices_without_a_field_travel_along(client):
    planted()
    page = Page(client.get(f"{LIST}?smsMax=4&pageSize=10"))
    assert [(found["name"], found["value"]) for tag, found in page.fields if found.get("type") == "hidden"] == [
        ("smsMax", "4"),
        ("pageSize", "10"),
    ]


def test_an_empty_result_says_which_choice_to_drop_and_what_that_gives(client):
    planted(2)
    factories.CountryFactory(code="SE", name_nl="Zweden")
    page = Page(client.get(f"{LIST}?country=SE&type=mentoring"))
    assert "Niets gevonden bij deze keuze" in page.text
    assert "Haal weg: Land “Zweden”: 2 resultaten" in page.text
    assert "Schema intervention-type “Mentoring”:" not in page.text  # dropping that one would not help
    assert page.links["/interventions?type=mentoring"] == ["Haal weg: Land: Zweden", "Haal weg: Land “Zweden”"]


BAD = [
    ("country=XX", "“XX” kennen we hier niet"),
    ("type=nonsens", "“nonsens” kennen we hier niet"),
    ("smsMin=9", "Een niveau van de Maryland-schaal is 0, 1, 2, 3, 4 of 5."),
    ("hasFindings=maybe", "Schrijf true of false."),
    ("startFrom=2016-13", "Schrijf een datum als 2016"),
    ("modifiedSince=gisteren", "Schrijf een datum als 2026-01-31"),
    ("described=true&described=false", "Hier kan maar één waarde staan."),
    ("smsMin=1&smsMin=2", "Hier kan maar één waarde staan."),
    ("ordering=name,-start", "Hier kan maar één waarde staan."),
    ("ordering=stars", "“stars” kennen we hier niet"),
    ("page=0", "Schrijf een paginanummer vanaf 1."),
    ("page=one", "Schrijf een paginanummer vanaf 1."),
    ("page=99999999999999999999", "Schrijf een paginanummer vanaf 1."),
    ("pageSize=201", "Schrijf een aantal van 1 tot en met 200."),
    (f"search={'x' * 6000}", "200"),
    ("search=%00", "ull"),
    ("country=%ff", "kennen we hier niet"),
]


@pytest.mark.parametrize(("query", "message"), BAD, ids=[query[:20] for query, _message in BAD])
def test_a_wrong_question_is_refused_with_its_fault_and_the_way_on(client, query, message):
    factories.InterventionFactory(name="Aanpak die niet verschijnt")
    response = client.get(f"{LIST}?{query}&scope=local")
    page = Page(response)
    assert response.status_code == 400
    assert message in page.text
    assert "Aanpak die niet verschijnt" not in page.text
    assert any(text.startswith("Ga verder zonder") for text in page.links["/interventions?scope=local"])


def test_an_empty_value_asks_nothing_beside_another(client):
    factories.InterventionFactory(name="Aanpak die verschijnt", summary_nl="Een zin.")
    factories.InterventionFactory(name="Alleen een naam")
    for query in ("described=true&described=", "described=&described=true", "described=true&described=true"):
        page = Page(client.get(f"{LIST}?{query}"))
        assert ("Aanpak die verschijnt" in page.text, "Alleen een naam" in page.text) == (True, False)


def test_every_fault_is_named_at_once(client):
    factories.CountryFactory()
    page = Page(client.get(f"{LIST}?country=XX&smsMin=9&page=0"))
    assert [text for texts in page.links.values() for text in texts if text.startswith("Ga verder")] == [
        "Ga verder zonder “Land, als code”",
        "Ga verder zonder “Hoogste niveau ten minste”",
        "Ga verder zonder “Pagina”",
    ]


def test_a_page_beyond_the_last_is_not_found_and_links_to_the_last(client):
    factories.InterventionFactory.create_batch(26)
    response = client.get(f"{LIST}?country=NL&page=3")
    assert response.status_code == 404
    assert Page(response).links["/interventions?country=NL&page=2"] == ["Ga naar de laatste pagina"]


def test_pages_hold_twenty_five_and_join_without_gap(client):
    factories.InterventionFactory.create_batch(26)
    first, second = (Page(client.get(f"{LIST}?page={number}")).slugs() for number in (1, 2))
    assert (len(first), len(second), len({*first, *second})) == (25, 1, 26)


def test_an_unknown_parameter_is_not_used_and_the_page_says_so(client):
    factories.InterventionFactory()
    response = client.get(f"{LIST}?typ=mentoring&utm_source=mail")
    assert response.status_code == 200
    assert "In het adres staat iets wat wij niet kennen: typ, utm_source." in Page(response).text


def test_htmx_gets_only_the_form_and_the_address_that_belongs_to_it(client):
    planted()
    response = client.get(f"{LIST}?search=&type=mentoring&smsMin=&ordering=", headers={"HX-Request": "true"})
    text = " ".join(response.content.decode().split())
    assert response["HX-Push-Url"] == "/interventions?type=mentoring"
    assert "<!doctype" not in text
    assert "<title>Aanpakken – Werkwijs</title>" in text
    assert 'data-hx-swap-oob="innerHTML:#status">1 aanpak gevonden' in text


def plant_archived(name):
    """Make an archived intervention that every kind of row is about."""
    row = factories.InterventionFactory(
        slug="archief", name=name, name_nl=name, editorial_state=EditorialState.ARCHIVED
    )
    shown = factories.InterventionFactory(slug="zichtbaar", part_of=row)
    child = factories.InterventionFactory(
        slug="archief-deel", name=name, part_of=shown, editorial_state=EditorialState.ARCHIVED
    )
    study = factories.StudyFactory(slug="gedeeld", interventions=[row, shown, child])
    factories.StudyFactory(slug="alleen-archief", title=name, interventions=[row])
    factories.FindingFactory(intervention=row, study=study, statement_nl=name, statement_en=name)
    factories.LessonFactory(interventions=[row, shown])
    factories.ParticipationFactory(intervention=row)
    row.versions.create(number=1, snapshot={}, note_nl=name, note_en=name, created=timezone.now())
    row.figures.create(
        slug="cijfer", statement_nl=name, statement_en=name, source=row.source, locator="§1", country=row.country
    )
    verdicts.rebuild()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "address",
    [
        "/", "/interventions", "/interventions?search=Geheim", "/interventions/zichtbaar", "/studies",
        "/studies/gedeeld", "/countries", "/countries/NL", "/sources", "/sources/test-source", "/changes",
        "/sitemap.xml",
    ],
)  # fmt: skip
def test_an_archived_intervention_is_nowhere(client, address, language):
    plant_archived("Geheime aanpak")
    response = client.get(f"{language}{address}")
    assert response.status_code == 200
    assert "Geheim" not in response.content.decode().replace("search=Geheim", "").replace('value="Geheim"', "").replace(
        "<strong>Geheim</strong>", ""
    ).replace("“Geheim”", "")
    assert "/archief" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/interventions/archief", "/interventions/archief-deel", "/studies/alleen-archief"]
)
def test_what_is_archived_is_not_found(client, address):
    plant_archived("Geheime aanpak")
    assert client.get(address).status_code == 404


def test_what_is_only_a_name_folds_at_the_end_and_counts_apart(client):
    factories.InterventionFactory(name="Aanpak A", slug="a")
    described = factories.InterventionFactory(name="Aanpak B", slug="b", summary_nl="Een maatje helpt.")
    verdicts.rebuild()
    page = Page(client.get(LIST))
    assert page.slugs() == ["b", "a"]
    assert "2 aanpakken gevonden, waarvan 1 alleen genoemd" in page.text
    assert page.text.index("Een maatje helpt.") < page.text.index("Alleen genoemd op deze bladzijde: 1 aanpak")
    home = Page(client.get("/")).text
    assert "Aanpakken 2 waarvan 1 alleen genoemd" in home
    assert "Eén aanpak die alleen genoemd wordt, telt hier niet mee. Wij kennen geen onderzoek 1" in home
    countries = Page(client.get("/countries"))
    assert "Land NL 1 1 0" in countries.text
    country = Page(client.get("/countries/NL")).text
    assert country.index(described.name) < country.index("Alleen genoemd: 1 aanpak Aanpak A")
