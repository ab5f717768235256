"""The page of one intervention: its order, its blanks, its conflicts."""

import datetime

import pytest

from evidence import verdicts
from evidence.choices import FindingKind, LessonKind, OrganisationKind, StudyStage
from evidence.models import Experience
from tests import factories
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


def read(client, row, language=""):
    verdicts.rebuild()
    return Page(client.get(f"{language}/interventions/{row.slug}"))


def test_the_parts_stand_in_the_fixed_order(client):
    row = factories.InterventionFactory()
    page = read(client, row)
    assert [text for name, text in page.headings if name == "h2"] == [
        "Effect", "Bewijskracht", "Kosten", "Toepasbaarheid in Nederland", "Op deze pagina",
        "In het kort", "Wat zegt onderzoek", "Voor wie", "Werkende elementen", "Wat u nodig hebt", "Toepasbaar in Nederland",
        "Ervaringen uit de praktijk", "Onderzoek en bronnen", "Over deze beschrijving",
    ]  # fmt: skip


def test_every_blank_says_why(client):
    row = factories.InterventionFactory(country=factories.CountryFactory(code="SE", name_nl="Zweden"))
    text = read(client, row).text
    for label in ("Type interventie", "Bereik", "Schaal", "Status", "Looptijd", "Deelnemers", "Partners"):
        assert f"{label} Niet beschreven in de bron" in text
    assert "De bron noemt deze aanpak, maar beschrijft haar niet." in text
    assert "Toepasbaarheid in Nederland Niet beschreven in de bron" in text
    assert "Ervaringen uit de praktijk Nog niet ingevuld" in text
    assert "Nog niet op effect onderzocht Niet beschreven in de bron" in text


def test_applicability_does_not_arise_for_what_is_dutch(client):
    text = read(client, factories.InterventionFactory()).text
    assert "Toepasbaarheid in Nederland Niet van toepassing: dit gaat al over Nederland" in text


def test_a_study_without_results_is_not_filled_in_yet(client):
    row = factories.InterventionFactory()
    factories.StudyFactory(interventions=[row], stage=StudyStage.ONGOING)
    assert "Onderzoek loopt Nog niet ingevuld" in read(client, row).text


def test_sources_that_disagree_are_both_shown_with_their_places(client):
    row = factories.InterventionFactory()
    for code, label, place in (("mentoring", "Mentoring", "§3.1.3"), ("person-centred", "Persoonsgericht", "Bijlage 6, dia 6")):
        factories.ClassificationFactory(intervention=row, term=factories.TermFactory(code=code, label_nl=label), locator=place)
    text = read(client, row).text
    assert "Type interventie (bronnen verschillen) Mentoring Test Source, §3.1.3" in text
    assert "Persoonsgericht Test Source, Bijlage 6, dia 6" in text


def test_a_result_shows_size_comparison_difference_moment_group_level_study_and_place(client):
    row = factories.InterventionFactory()
    study = factories.StudyFactory(title="Grote studie", interventions=[row], sms_printed="3")
    finding = factories.FindingFactory(
        intervention=row, study=study, direction="positive", qualifier="~", value="35.5", unit="percent", comparator_value="22",
        comparator_nl="controlegroep", comparator_en="control group", months_after=12, locator="§4.2",
    )  # fmt: skip
    finding.subgroup.add(factories.TermFactory(of="target-group", code="women", label_nl="Vrouwen"))
    text = read(client, row).text
    assert (
        "Toename of verbetering Meer mensen hadden werk. ongeveer 35,5% Vergeleken met controlegroep: 22% "
        "Verschil: +13,5 procentpunt na 12 maanden Vrouwen Grote studie niveau 3 van 5 Test Source, §4.2" in text
    )
    assert "Begrip placements Positief effect gevonden" in text


def test_what_an_organisation_says_of_itself_and_what_cannot_be_read_are_marked(client):
    row = factories.InterventionFactory()
    factories.FindingFactory(intervention=row, self_reported=True)
    factories.FindingFactory(intervention=row, illegible=True, statement_nl="De tekens zijn weg.")
    text = read(client, row).text
    assert "Eigen opgave van de organisatie." in text
    assert "Niet leesbaar in de bron. De tekens zijn weg." in text


def test_figures_about_the_problem_stand_apart_from_results(client):
    row = factories.InterventionFactory()
    row.figures.create(
        slug="cijfer", statement_nl="Veel werkloosheid.", statement_en="x", value=40, unit="percent", qualifier="=",
        source=row.source, locator="§2", period="2020", origin="CBS",
    )  # fmt: skip
    page = read(client, row)
    assert "Deze cijfers gaan over de situatie waar de aanpak op reageert. Het zijn geen resultaten." in page.text
    assert "Veel werkloosheid. 40% 2020 Test Source, §2" in page.text
    assert "figures" in page.ids


def test_costs_reach_the_tile(client):
    row = factories.InterventionFactory()
    factories.FindingFactory(
        intervention=row, kind=FindingKind.COST, success_measure=None, value=4500, unit="euro", qualifier="=",
        statement_nl="Zoveel kost een deelnemer.",
    )  # fmt: skip
    assert "Kosten € 4500. Zoveel kost een deelnemer." in read(client, row).text


def test_lessons_stand_under_their_headings(client):
    row = factories.InterventionFactory()
    for kind, text in (
        (LessonKind.WORKING_ELEMENT, "Een vaste begeleider."), (LessonKind.CONDITION, "Genoeg geld."),
        (LessonKind.BARRIER, "Wachttijd."), (LessonKind.APPLICABILITY, "Kan hier ook."),
    ):  # fmt: skip
        factories.LessonFactory(kind=kind, text_nl=text, interventions=[row])
    text = read(client, row).text
    assert "Werkende elementen Een vaste begeleider. Test Source, §1" in text
    assert "Voorwaarden Genoeg geld." in text
    assert "Wat in de weg kan staan Wachttijd." in text
    assert "Toepasbaar in Nederland Kan hier ook." in text
    assert "Toepasbaarheid in Nederland Kan hier ook." in text


def test_parts_and_whole_are_linked(client):
    whole = factories.InterventionFactory(slug="geheel", name="Geheel")
    part = factories.InterventionFactory(slug="deel", name="Deel", part_of=whole)
    assert "Deel" in read(client, whole).links["/interventions/deel"]
    assert "Geheel" in read(client, part).links["/interventions/geheel"]


def test_a_report_of_practice_is_marked_and_leaves_out_what_was_not_told(client):
    row = factories.InterventionFactory()
    Experience.objects.create(
        intervention=row, source=row.source, locator="inzending", place="Assen", start=datetime.date(2020, 1, 1), entered=12,
        organisation=factories.OrganisationFactory(name="Gemeente Test", kind=OrganisationKind.MUNICIPALITY),
    )  # fmt: skip
    text = read(client, row).text
    assert "Gemeente Test, Assen Eigen opgave van de organisatie; telt niet mee als bewijs." in text
    assert "Ingestroomd 12" in text
    assert "Uitgestroomd" not in text


def test_the_description_tells_its_versions_and_how_to_cite_it(client, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    row = factories.InterventionFactory(slug="duo", name="Duo", modified=datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC))
    for number, changed in ((1, []), (2, ["summary_nl", "summary_en", "findings"])):
        row.versions.create(number=number, snapshot={}, changed=changed, note_nl="Nieuwe lezing", note_en="x", created=row.modified)
    text = read(client, row).text
    assert "Laatst gewijzigd op 1 maart 2026." in text
    assert "Versie 2, 1 maart 2026: Nieuwe lezing (samenvatting, uitkomsten)" in text
    assert "Werkwijs (2026). Duo. Versie 2. https://werkwijs.example/interventions/duo" in text


def fill(row, number):
    """Give a record a number of each kind of fact."""
    for _ in range(number):
        term = factories.TermFactory(of="target-group")
        factories.ClassificationFactory(intervention=row, term=term)
        study = factories.StudyFactory(interventions=[row], sms_printed="3")
        factories.FindingFactory(intervention=row, study=study).subgroup.add(term)
        factories.LessonFactory(interventions=[row], terms=[term])
        factories.ParticipationFactory(intervention=row)
        factories.InterventionFactory(part_of=row)
    verdicts.rebuild()


@pytest.mark.parametrize("number", [1, 3])
def test_a_record_asks_the_same_number_of_questions_for_any_number_of_facts(client, number, django_assert_num_queries):
    row = factories.InterventionFactory(slug="vol")
    fill(row, number)
    client.get("/interventions/vol?warm")
    with django_assert_num_queries(17):
        client.get("/interventions/vol")


def test_an_english_record_is_english(client):
    row = factories.InterventionFactory(
        name="Løntilskud", name_nl="Loonsubsidie", name_en="Wage subsidy", summary_nl="Geld.", language="da"
    )
    page = read(client, row, "/en")
    assert page.headings[0] == ("h1", "Løntilskud")
    assert "Løntilskud Wage subsidy Geld." in page.text
    assert "What research says" in page.text
