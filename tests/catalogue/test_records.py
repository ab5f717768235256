"""The page of one intervention: its order, its blanks, its conflicts."""

import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from evidence import verdicts
from evidence.choices import FindingKind, LessonKind, OrganisationKind, StudyStage
from evidence.models import CatalogueVersion, Experience, Source
from submissions import actions
from submissions.choices import Kind
from tests import factories, people
from tests.catalogue.reading import Page, markup
from tests.submissions import published

pytestmark = pytest.mark.django_db


def read(client, row, language=""):
    verdicts.rebuild()
    return Page(client.get(f"{language}/interventions/{row.slug}"))


def test_the_parts_stand_in_the_fixed_order(client):
    row = factories.InterventionFactory()
    page = read(client, row)
    assert [text for name, text in page.headings if name == "h2"] == [
        "Effect", "Bewijskracht", "Kosten", "Toepasbaarheid in Nederland", "Op deze pagina",
        "In het kort", "Wat zegt onderzoek", "Voor wie", "Werkende elementen", "Wat u nodig hebt",
        "Toepasbaar in Nederland", "Ervaringen uit de praktijk", "Onderzoek en bronnen", "Over deze beschrijving",
    ]  # fmt: skip


# Of each blank: its mark, how its heading reads, and what stands there.
BLANKS = [
    ("status", "Status"), ("start", "Looptijd"), ("participants", "Deelnemers"), ("duration", "Duur en intensiteit"),
    ("target-group", "In het kort Voor wie"), ("working-element", "Werkende elementen"),
    ("condition", "Wat u nodig hebt Voorwaarden"), ("barrier", "Wat in de weg kan staan"),
    ("initiator", "Initiatiefnemer"), ("executor", "Uitvoerder"), ("funder", "Financier"), ("partner", "Partner"),
    ("funding", "Schema funding"), ("steering", "Schema steering"), ("cost", "Kosten"),
    ("applicability", "Toepasbaarheid in Nederland"),
]  # fmt: skip
NOT_CLASSIFIED = "Nog niet door ons ingedeeld"


def blank_record(**blanks):
    for code in ("funding", "steering", "component"):
        factories.SchemeFactory(code=code)
    sweden = factories.CountryFactory(code="SE", name_nl="Zweden")
    return factories.InterventionFactory(country=sweden, blanks=blanks)


def test_what_no_reader_marked_is_not_yet_classified(client):
    text = read(client, blank_record()).text
    for label in ("Type interventie", "Werkgebied", "Schaal", *(label for _field, label in BLANKS)):
        # What research says stands between the facts and whom it is for.
        label = label.replace("In het kort Voor wie", "Wij kennen geen onderzoek Voor wie")
        assert f"{label} {NOT_CLASSIFIED}" in text
    assert "Niet beschreven in de bron" not in text
    assert "Niet van toepassing" not in text
    assert "Ervaringen uit de praktijk Nog niet ingevuld" in text
    assert "Schema component" not in text


@pytest.mark.parametrize(
    ("mark", "words"), [("not-in-source", "Niet beschreven in de bron"), ("not-applicable", "Niet van toepassing")]
)
@pytest.mark.parametrize(("field", "label"), BLANKS)
def test_a_blank_says_what_a_reader_found_of_that_field_alone(client, field, label, mark, words):
    text = read(client, blank_record(**{field: mark})).text
    label = label.replace("In het kort Voor wie", "Wij kennen geen onderzoek Voor wie")
    assert f"{label} {words}" in text
    # Applicability stands in a tile and in a part of its own.
    assert text.count(words) == (2 if field == "applicability" else 1)


def test_a_scheme_that_a_reader_looked_for_in_vain_is_shown(client):
    assert "Schema component Niet beschreven in de bron" in read(client, blank_record(component="not-in-source")).text


def test_a_record_that_is_only_mentioned_says_so_and_claims_no_research(client):
    page = read(client, blank_record())
    assert "Aanpak" in page.headings[0][1]
    assert "Alleen genoemd: wij hebben er geen beschrijving van. Zweden Uitgevoerde aanpak" in page.text
    assert "De bron noemt deze aanpak, maar zegt niet wat zij inhoudt." in page.text
    assert "Effect Wij kennen geen onderzoek Bewijskracht Wij kennen geen onderzoek" in page.text


def test_a_record_without_a_summary_that_is_described_says_which_blank_it_is(client):
    row = blank_record(summary="not-in-source")
    factories.LessonFactory(interventions=[row])
    text = read(client, row).text
    assert "Niet beschreven in de bron Zweden Uitgevoerde aanpak" in text
    assert "In het kort Niet beschreven in de bron Type interventie" in text
    assert "lleen genoemd" not in text


def test_a_state_has_a_day_and_no_present_tense_after_its_end(client):
    source = factories.SourceFactory(slug="rapport", as_of="2021-11-01", as_of_precision=7)
    running = factories.InterventionFactory(source=source, status="running")
    over = factories.InterventionFactory(source=source, status="running", end="2023-06-01", end_precision=7)
    text = read(client, running).text
    assert "Uitgevoerde aanpak Lopend (stand november 2021) Effect" in text
    assert "Status Lopend (stand november 2021) Rapport, §1" in text
    text = read(client, over).text
    assert "Uitgevoerde aanpak Liep; einde gepland voor juni 2023 (stand november 2021) Effect" in text
    assert "Status Liep; einde gepland voor juni 2023 (stand november 2021) Rapport, §1" in text
    assert "Lopend" not in text


def test_a_party_without_a_name_stands_under_its_role(client):
    row = factories.InterventionFactory()
    factories.ParticipationFactory(
        intervention=row, role="partner", organisation=factories.OrganisationFactory(name="Stichting Test")
    )
    other = factories.SourceFactory(slug="bijlage", title="De bijlage")
    for role, name in (("partner", "kleine bedrijven"), ("funder", "private investeerders")):
        row.unnamed_parties.create(role=role, name_nl=name, name_en=f"{name} (en)", source=other, locator="§2")
    page = read(client, row)
    unnamed = "Bijlage, §2 Bron: De bijlage. Plaats: §2. De bron noemt geen naam."
    assert f"Financier private investeerders {unnamed}" in page.text
    assert f"Plaats: §1. kleine bedrijven {unnamed}" in page.text
    assert "Partner Stichting Test Test Source, §1" in page.text
    # The funder says how it is funded.
    assert "funding" not in page.text
    assert "Waar deze beschrijving op rust Testbron De bijlage" in page.text
    assert "Financier private investeerders (en)" not in page.text
    assert "Funder private investeerders (en)" in read(client, row, "/en").text


def test_the_levels_are_those_that_are_printed(client):
    row = factories.InterventionFactory()
    for level in ("0", "2_3", "2_3", ""):
        factories.StudyFactory(interventions=[row], sms_printed=level)
    text = read(client, row).text
    assert (
        "Bewijskracht Hoogste niveau: niveau 2–3 van 5 2 onderzoeken op niveau 2–3 "
        "Genoemd met niveau 0: geen onderzoek 1 onderzoek zonder niveau Kosten" in text
    )


def test_a_printed_nought_is_no_step_of_the_scale(client):
    row = factories.InterventionFactory()
    factories.StudyFactory(interventions=[row], sms_printed="0")
    text = read(client, row).text
    assert "Bewijskracht Hoogste niveau: niveau 0, geen onderzoek Genoemd met niveau 0: geen onderzoek Kosten" in text
    assert "van 5" not in text


def test_a_programme_shows_what_its_parts_found(client):
    whole = factories.InterventionFactory(slug="geheel")
    for number, (level, direction) in enumerate((("4", "positive"), ("1", "none"))):
        part = factories.InterventionFactory(slug=f"deel-{number}", name=f"Deel {number}", part_of=whole)
        study = factories.StudyFactory(interventions=[part], sms_printed=level)
        factories.FindingFactory(intervention=part, study=study, direction=direction)
    text = read(client, whole).text
    assert "Effect Zie de delen: 2 onderzoeken Bewijskracht Naar de delen: 2 onderzoeken." in text
    assert (
        "Wat de delen vonden Naar de delen van deze aanpak is gekeken: 2 onderzoeken. "
        "Deel 0: Begrip placements Positief effect gevonden Deel 1: Begrip placements Te weinig onderzoek" in text
    )


def test_a_study_that_is_our_reading_is_told_beside_the_verdict_and_the_finding(client):
    row = factories.InterventionFactory()
    study = factories.StudyFactory(interventions=[row], sms_printed="3")
    factories.FindingFactory(intervention=row, study=study, direction="positive", study_inferred=True)
    text = read(client, row).text
    # In the tile and beside the verdict of the outcome.
    assert text.count("Welk onderzoek de bron bedoelt, is hier deels onze lezing.") == 2
    assert "Dat de bron dit onderzoek bedoelt, is onze lezing." in text


def test_cost_and_reach_are_no_effect(client):
    row = factories.InterventionFactory()
    for kind, told in ((FindingKind.COST, "De kosten daalden."), (FindingKind.REACH, "Er deden 40 mensen mee.")):
        factories.FindingFactory(
            intervention=row, kind=kind, success_measure=None, direction="positive", statement_nl=told
        )
    page = read(client, row)
    assert "Toename of verbetering" not in page.text
    research, _sep, after = page.text.partition("Bereik en kosten Wie meedeed")
    assert "Er deden 40 mensen mee." not in research
    assert "Bereik" in after
    assert "Kosten" in after
    assert page.ids.index("research") < page.ids.index("reach") < page.ids.index("audience")


def test_applicability_does_not_arise_for_what_is_dutch(client):
    text = read(client, factories.InterventionFactory()).text
    assert "Toepasbaarheid in Nederland Niet van toepassing: dit gaat al over Nederland" in text


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ({}, "Onderzoek liep (stand 2021)"),
        ({"due": "2022-01-01", "due_precision": 4}, "Onderzoek liep; eindrapport was verwacht in 2022"),
        ({"due": "2199-01-01", "due_precision": 4}, "Onderzoek loopt; eindrapport verwacht in 2199"),
        ({"stage": StudyStage.PUBLISHED}, "Onderzocht; de bron noemt geen uitkomst"),
    ],
)
def test_a_study_without_results_says_how_far_it_is(client, due, words):
    row = factories.InterventionFactory()
    source = factories.SourceFactory(slug="rapport", year=2021)
    factories.StudyFactory(interventions=[row], source=source, **{"stage": StudyStage.ONGOING, **due})
    text = read(client, row).text
    assert f"Effect {words} Bewijskracht 1 onderzoek zonder niveau" in text
    assert f"Wat zegt onderzoek {words} Voor wie" in text
    assert f"{words} 1 onderzoek" in flat(client, "/interventions").text


def test_sources_that_disagree_are_both_shown_with_their_places(client):
    row = factories.InterventionFactory()
    for code, label, place in (
        ("mentoring", "Mentoring", "§3.1.3"),
        ("person-centred", "Persoonsgericht", "Bijlage 6, dia 6"),
    ):
        factories.ClassificationFactory(
            intervention=row, term=factories.TermFactory(code=code, label_nl=label), locator=place
        )
    text = read(client, row).text
    assert "Type interventie (bronnen verschillen) Mentoring Test Source, §3.1.3" in text
    assert "Persoonsgericht Test Source, Bijlage 6, dia 6" in text


def test_a_result_shows_size_comparison_difference_moment_group_level_study_and_place(client):
    row = factories.InterventionFactory()
    study = factories.StudyFactory(title="Grote studie", interventions=[row], sms_printed="3")
    finding = factories.FindingFactory(
        intervention=row, study=study, direction="positive", qualifier="~", value="35.5", unit="percent",
        comparator_value="22",
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
        intervention=row, source=row.source, locator="inzending", place="Assen", start=datetime.date(2020, 1, 1),
        entered=12,
        organisation=factories.OrganisationFactory(name="Gemeente Test", kind=OrganisationKind.MUNICIPALITY),
    )  # fmt: skip
    text = read(client, row).text
    assert "Gemeente Test, Assen Eigen opgave van de organisatie; telt niet mee als bewijs." in text
    assert "Begonnen 12 mensen" in text
    assert "Gestopt voor het einde" not in text


def test_the_description_tells_its_versions_and_how_to_cite_it(client, settings):
    settings.PUBLIC_URL = "https://werkwijs.example"
    row = factories.InterventionFactory(
        slug="duo", name="Duo", modified=datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    )
    for number, changed in ((1, []), (2, ["summary_nl", "summary_en", "findings"])):
        row.versions.create(
            number=number, snapshot={}, changed=changed, note_nl="Nieuwe lezing", note_en="x", created=row.modified
        )
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
        row.unnamed_parties.create(
            role="funder", name_nl=f"Fonds {term.code}", name_en="x", source=row.source, locator="§1"
        )
        row.figures.create(
            slug=f"cijfer-{term.code}", statement_nl="Zoveel.", statement_en="x", source=row.source, locator="§1"
        ).terms.add(term)
        row.provisions.create(
            slug=f"wet-{term.code}", name="Wet", name_nl="Wet", name_en="Act", sort_name="wet", language="nl",
            kind="law", source=row.source, locator="§1",
        )  # fmt: skip
        part = factories.InterventionFactory(part_of=row)
        found = factories.StudyFactory(interventions=[part], sms_printed="4")
        factories.FindingFactory(intervention=part, study=found, direction="positive")
        factories.StudyFactory(interventions=[row], stage="ongoing")
    verdicts.rebuild()


@pytest.mark.parametrize("number", [1, 3])
def test_a_record_asks_the_same_number_of_questions_for_any_number_of_facts(client, number, django_assert_num_queries):
    row = factories.InterventionFactory(slug="vol")
    fill(row, number)
    client.get("/interventions/vol?warm")
    with django_assert_num_queries(22):
        client.get("/interventions/vol")


def test_an_english_record_is_english(client):
    row = factories.InterventionFactory(
        name="Løntilskud", name_nl="Loonsubsidie", name_en="Wage subsidy", summary_nl="Geld.", language="da"
    )
    page = read(client, row, "/en")
    assert page.headings[0] == ("h1", "Løntilskud")
    assert "Løntilskud Wage subsidy Geld." in page.text
    assert "What research says" in page.text


# What organisations tell


def flat(client, address):
    return Page(client.get(address))


def test_an_own_statement_is_marked_on_record_and_card_until_research_says_more(client):
    published.vocabularies()
    record = published.new().intervention
    assert "Praktijkinitiatief, eigen opgave" in flat(client, "/interventions").text
    assert "Praktijkinitiatief, eigen opgave" in read(client, record).text
    factories.StudyFactory(interventions=[record], sms_printed="3")
    verdicts.rebuild()
    CatalogueVersion.advance()
    assert "Praktijkinitiatief" not in flat(client, "/interventions").text
    assert "Praktijkinitiatief" not in read(client, record).text


def test_an_own_record_tells_its_story_with_its_places(client):
    published.vocabularies()
    submission = published.new(by=people.member(people.organisation("Gemeente Verzonnen")))
    text = read(client, submission.intervention).text
    place, told_in = "Gemeente Verzonnen, Inzending", date_format(timezone.localtime(submission.submitted), "F Y")
    for label, told, topic in (
        ("Aanleiding", "Weinig mensen hadden werk.", "Aanleiding"),
        ("Aanpak", "Een half jaar in de keuken.Daarna een baan.", "Aanpak"),
        ("Doelgroep", "Vrouwen die vluchtten.", "Doelgroep"),
        ("Samenwerking", "Elke maand overleg.", "Samenwerking"),
        ("Budget", "€ 180.000", "Kosten en financiering"),
        ("Status", f"Lopend (stand {told_in})", "Naam en plaats"),
        ("Deelnemers", "64", "Uitvoering"),
        ("Begrip guidance", "", "Werkzame elementen"),
    ):
        assert " ".join(filter(None, (label, told))) + f" {place}, {topic}" in text
    assert "Kosten Kosten per deelnemer, ongeveer: € 4.500" in text
    assert "Effect Onderzoek loopt; eindrapport verwacht in 2099" in text
    assert "Begin klein." in text
    for hidden in ("De werkgevers betalen zelf.", submission.reference.upper(), submission.author.email):
        assert hidden not in text


def test_what_is_only_dutch_says_so_on_an_english_page(client):
    published.vocabularies()
    record = published.new(summary_en=None).intervention
    html = markup(client.get(f"/en/interventions/{record.slug}"))
    for told in ("Nieuwkomers leren koken. Daarna werken zij.", "Begin klein.", "Weinig mensen hadden werk."):
        assert f'<span lang="nl">{told}</span>' in html
    assert '<span lang="nl">Nieuwkomers leren koken.</span>' in markup(client.get("/en/interventions"))


def test_a_fact_that_an_organisation_amended_stands_beside_what_the_document_says(client):
    published.vocabularies()
    report = factories.SourceFactory(slug="rapport-2023", title="Rapport")
    record = factories.InterventionFactory(
        source=report, status="running", summary_nl="Zo was het.", summary_en="So it was.", place="",
        start=datetime.date(2016, 1, 1), start_precision=4,
    )  # fmt: skip
    by = people.member(people.organisation("Gemeente Verzonnen"))
    published.change_of(record, by=by, status="completed", summary="Zo is het.", end="2024-05", place="Noord")
    text = read(client, record).text
    place = "Gemeente Verzonnen, Inzending, Naam en plaats"
    assert f"Status Afgerond {place}" in text
    assert "Rapport 2023 zegt: Lopend." in text
    assert f"Zo is het. {place}" in text
    assert "Rapport 2023 zegt: Zo was het." in text
    assert f"Looptijd 2016 – mei 2024 {place}" in text
    assert f"Land en plaats Land NL, Noord {place}" in text
    assert "Praktijkinitiatief" not in text


def test_a_report_of_practice_tells_everything_and_asks_for_more(client):
    record = factories.InterventionFactory(slug="maatjes")
    published.experience(record, by=people.member(people.organisation("Gemeente Verzonnen")))
    page = read(client, record)
    assert (
        "Gemeente Verzonnen, Verzonnen Zuid Eigen opgave van de organisatie; telt niet mee als bewijs. "
        "Gemeente Verzonnen, Inzending"
    ) in page.text
    assert (
        "Periode maart 2023 – 2024 Begonnen 24 mensen Gestopt voor het einde 3 mensen "
        "Aan het werk na 6 maanden 9 mensen Aan het werk na 12 maanden 13 mensen "
        "Aan het werk na 24 maanden 12 mensen Kosten, alles samen € 62.000 "
        "Zou het weer doen Ja Tevredenheid van deelnemers Zeventien van de 21 raden het aan. "
        "Past het werk bij de deelnemers Tien werkten op hun niveau. Wat is aangepast Kleinere groepen. "
        "Wat is geleerd Zoek eerst werkgevers. Waarom gestopt De subsidie liep af."
    ) in page.text
    assert page.links["/interventions/maatjes/experience"] == ["Deel uw ervaring"]
    assert "Effect Wij kennen geen onderzoek" in page.text


def test_a_record_offers_what_one_can_do(client):
    published.vocabularies()
    quiet = factories.InterventionFactory(slug="stil")
    page = read(client, quiet)
    for action in ("correct", "change", "follow", "experience"):
        assert f"/interventions/stil/{action}" in page.links
    assert "/interventions/stil/contact" not in page.links
    record = published.new(by=people.member(people.organisation("Gemeente Verzonnen"))).intervention
    assert read(client, record).links[f"/interventions/{record.slug}/contact"] == [
        "Stel een vraag aan Gemeente Verzonnen"
    ]


@pytest.mark.parametrize(
    ("kinds", "used"),
    [
        ([], ""),
        (["municipality"], "Gebruikt door 1 gemeente"),
        (["municipality"] * 4, "Gebruikt door 4 gemeenten"),
        (["municipality", "employer"], "Gebruikt door 2 organisaties"),
        (["employer"], "Gebruikt door 1 organisatie"),
    ],
)
def test_a_card_counts_the_organisations_that_shared_an_experience(client, kinds, used):
    record = factories.InterventionFactory()
    for number, kind in enumerate(kinds):
        organisation = factories.OrganisationFactory(kind=kind)
        for again in range(2):
            Experience.objects.create(
                intervention=record, organisation=organisation, place="Hier", start=datetime.date(2020, 1, 1),
                locator="x", source=factories.SourceFactory(slug=f"opgave-{number}-{again}", kind="submission"),
            )  # fmt: skip
    text = flat(client, "/interventions").text
    assert used in text if used else "Gebruikt door" not in text


def test_a_stopped_initiative_keeps_its_lessons(client):
    published.vocabularies()
    text = read(client, published.new(status="stopped", why_stopped="De subsidie liep af.").intervention).text
    assert "Status Gestopt" in text
    assert "De subsidie liep af." in text
    assert "Begin klein." in text


SECRET = "geheimwoord"


def test_what_is_not_published_is_on_no_page_and_in_no_answer(client):
    """Drafts of every kind, and what was archived: no page, answer, facet, feed or search knows them."""
    published.vocabularies()
    shown = published.new().intervention
    secret = {"name": SECRET, "summary": SECRET, "lessons": [SECRET], "partners": [f"{SECRET} BV"], "approach": SECRET}
    author = people.member()
    people.draft(Kind.NEW, by=author, answers=published.ANSWERS | secret)
    people.judged(people.in_review(Kind.NEW, by=author, answers=published.ANSWERS | secret))
    published.change_of(shown, by=author, publish=False, **(secret | {"place": SECRET}))
    people.in_review(Kind.EXPERIENCE, by=author, intervention=shown, answers=published.EXPERIENCE | {"place": SECRET})
    actions.archive(published.new(by=author, **secret), reason="Verzonnen.", by=people.editor())
    gone = published.experience(shown, by=author, lessons_learned=SECRET)
    actions.archive(gone, reason="Verzonnen.", by=people.editor())
    addresses = [
        "/", "/interventions", f"/interventions?search={SECRET}", f"/interventions/{shown.slug}", "/interventions/feed",
        "/interventions/export.csv", "/lessons", f"/lessons?search={SECRET}", "/studies", "/organisations", "/sources",
        "/changes", "/evidence-map", "/sitemap.xml", "/building-blocks/guidance",
        *(f"/api/v1/{path}" for path in (
            "interventions", f"interventions?search={SECRET}", f"interventions/{shown.slug}", "interventions/facets",
            "lessons", "organisations", "sources", "studies", "findings", "changes", "schemes",
        )),
    ]  # fmt: skip
    for address in addresses:
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200, address
        # A page of a search repeats what was asked; nothing else may have the word.
        if "search=" in address:
            assert f"/interventions/{SECRET}".encode() not in body
            assert b'"count":0' in body.replace(b" ", b"") or b"Geen" in body or b"niets" in body, address
        else:
            assert SECRET.encode() not in body, address
    assert client.get(f"/interventions/{SECRET}").status_code == 404
    assert not Source.objects.of_published().filter(title__contains=SECRET).exists()
    slug = Source.objects.get(title__startswith=SECRET).slug
    assert client.get(f"/sources/{slug}").status_code == 404
    assert client.get(f"/api/v1/sources/{slug}").status_code == 404


def test_the_source_of_a_submission_leads_to_what_it_says(client):
    published.vocabularies()
    record = published.new().intervention
    submission = published.experience(record, by=people.member(people.organisation("Gemeente Verzonnen")))
    page = flat(client, "/sources")
    slug = f"inzending-{submission.reference.lower()}"
    assert page.links[f"/sources/{slug}"] == ["Koken naar werk – eigen opgave van Gemeente Verzonnen"]
    assert "Eigen opgaven van organisaties" in page.text
    found = flat(client, f"/sources/{slug}")
    assert f"/interventions/{record.slug}" in found.links
    assert "Soort Eigen opgave van een organisatie" in found.text
