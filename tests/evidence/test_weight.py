"""The real catalogue says no more than its sources do: which kinds of claim may not stand in it."""

import re
from collections import Counter
from datetime import date

import pytest
from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.utils import timezone, translation

from evidence import levels, overview, programmes, states, verdicts
from evidence.choices import (
    Blank,
    Direction,
    FindingKind,
    LessonKind,
    LifeStatus,
    Role,
    SchemeCode,
    StudyKind,
    StudyStage,
)
from evidence.filters import FigureFilter, FindingFilter, InterventionFilter, LessonFilter, StudyFilter
from evidence.models import ContextPoint, Figure, Finding, Intervention, Lesson, Provision, Source, Study, Term

pytestmark = pytest.mark.usefixtures("catalogue_data")


def count(filterset_class, query: str) -> int:
    filterset = filterset_class(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    return len(filterset.ids)


# A state has a date

PRESENT = re.compile(r"^(Lopend|Gepland)\b|\bloopt\b|^(Running|Planned)\b|\bunder way;.* expected in", re.IGNORECASE)


def test_every_source_says_of_which_day_its_states_are():
    with_states = Source.objects.documents().filter(Exists(Intervention.objects.filter(source=OuterRef("pk"))))
    assert [source.slug for source in with_states if not source.as_of] == []


def test_nothing_is_told_in_the_present_after_a_printed_end():
    today = timezone.localdate()
    wrong = []
    for row in (*Intervention.objects.select_related("source"), *Provision.objects.select_related("source")):
        for language in ("nl", "en"):
            with translation.override(language):
                words = states.life_state(row)
            if states.has_passed(row.end, row.end_precision, today) and PRESENT.search(words):
                wrong.append((row.slug, words))
    assert wrong == []


def test_every_running_state_tells_its_day():
    rows = (*Intervention.objects.select_related("source"), *Provision.objects.select_related("source"))
    running = [row for row in rows if row.status in (LifeStatus.RUNNING, LifeStatus.PLANNED)]
    assert running
    assert [row.slug for row in running if "(stand " not in states.life_state(row)] == []


def test_research_goes_on_only_while_its_planned_end_lies_ahead():
    unfinished = Study.objects.exclude(stage=StudyStage.PUBLISHED).select_related("source")
    assert unfinished
    for study in unfinished:
        ahead = study.due is not None and states.last_day(study.due, study.due_precision) >= timezone.localdate()
        assert ("loopt" in states.research_state(study)) <= ahead, study.slug
    known = overview.known_so_far(date(2026, 12, 1))
    assert known.under_way <= known.directions.get(Direction.ONGOING, 0)


@pytest.mark.parametrize("field", ["summary", "status_note"])
@pytest.mark.parametrize("model", [Intervention, Provision])
def test_a_text_does_not_say_that_it_runs_until_a_year_that_has_passed(model, field):
    """“loopt tot eind 2022”, “runs until 2022”."""
    until = re.compile(r"\b(?:loopt|lopen|runs?)\b[^.;]{0,40}?\b(?:tot|until|till)\b[^.;]{0,25}?\b(20\d\d)\b")
    wrong = [
        (row.slug, found[0])
        for row in model.objects.all()
        for language in ("nl", "en")
        for found in until.finditer(getattr(row, f"{field}_{language}"))
        if int(found[1]) < timezone.localdate().year
    ]
    assert wrong == []


# A recommendation is one, and a lesson can be read alone

ADVISES = re.compile(
    r"\b(moet|moeten|zou|zouden|hoort|horen|dient|dienen|nodig|noodzakelijk|wenselijk|gewenst|adviseert|adviseren|advies"
    r"|beveelt|aan te bevelen|raadt|pleit|pleiten|stelt voor|stellen voor|voorstel|roept|kan|kunnen|verdient|verdienen"
    r"|gevraagd|vraagt|wil dat|willen dat)\b",
    re.IGNORECASE,
)
ADVISES_EN = re.compile(
    r"\b(should|must|ought|needs?|needed|necessary|advises?|advised|advice|recommends?|recommended|desirable|proposes?"
    r"|proposed|proposal|calls? (?:for|on)|urges?|asks?|wants?|deserves?|had better|can|could|might|may)\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"^(Baseer|Begin|Benut|Beoordeel|Besteed|Betaal|Betrek|Bied|Bouw|Breng|Combineer|Creëer|Deel|Denk|Doe|Erken|Evalueer"
    r"|Focus|Ga|Garandeer|Gebruik|Geef|Haal|Help|Houd|Informeer|Investeer|Kies|Kijk|Koppel|Laat|Leer|Leg|Let|Lever|Maak"
    r"|Meet|Neem|Onderzoek|Ontwikkel|Open|Organiseer|Praat|Regel|Richt|Schep|Schrijf|Sluit|Spreek|Start|Stel|Steun"
    r"|Stimuleer|Train|Verbeter|Verbind|Vereenvoudig|Vergoed|Verklein|Verleng|Verplicht|Verruim|Versterk|Vertel|Voer"
    r"|Volg|Voorkom|Vraag|Werk|Wijs|Zet|Zie|Zoek|Zorg)\b"
)
IMPERATIVE_EN = re.compile(
    r"(?:^|^Preferably |, (?:also )?)(adapt|add|aim|allow|appoint|arrange|ask|assess|base|be|begin|bring|build|bundle"
    r"|check|choose|combine|connect|create|design|develop|do|employ|encourage|ensure|evaluate|examine|explain|focus|fund"
    r"|give|guarantee|guide|have|help|hold|improve|include|inform|invest|involve|keep|learn|let|link|listen|look|make"
    r"|match|measure|note|offer|open|organise|pay|prevent|provide|put|recognise|reduce|remove|reward|seek|set|share"
    r"|simplify|spend|start|stimulate|strengthen|study|support|tailor|take|talk|tell|test|train|treat|try|use|work"
    r"|write)\b",
    re.IGNORECASE,
)
POINTING_BACK = re.compile(
    r"^(Deze|Die|Dit|Dat(?= (?:is|was|kan|komt|geldt|helpt|maakt|betekent|levert|werkt|vraagt|kost|blijkt|moet|zou"
    r"|heeft|gebeurt|scheelt|zorgt|hoeft|lukt|gaat|vergt|geeft|wordt|doen|doet)\b)|Zij|Ze|Hij|Velen|Sommigen|Anderen|Beide"
    r"|Daarvoor|Daarom|Daarmee|Daardoor|Daarbij|Hiervoor|Hierdoor|Hierbij|Zonder (?:die|dat|deze|dit|hen)|Dezelfde)\b"
)
POINTING_BACK_EN = re.compile(
    r"^(This|These|Those(?! (?:who|the|with|in))|They|It|He|She|Many of them|Both groups|Therefore"
    r"|Without (?:that|those|this|these|them))\b"
)

NOT_YET_NAMED = re.compile(
    r"^(?:(?:In|Op|Bij|Via|Met|Voor|Tijdens|Volgens) )?(?:de|het) (?:site|website|bus|app|barometer|regisseur|brochure"
    r"|onderzoek|advies|rapport|studie|groep|doelgroep|pilot|zorgpilot|project|programma|traject|aanpak|methode|cursus"
    r"|training|maatregel|subsidie|regeling|promotieonderzoek)\b(?! (?:van|over|WorkinNL|Culturele)\b)",
    re.IGNORECASE,
)
"""“De site …”, “Het onderzoek …”: which one? “Het onderzoek van de SER” says it."""


def test_a_recommendation_reads_as_one_in_both_languages():
    rows = Lesson.objects.filter(kind=LessonKind.RECOMMENDATION)
    assert rows
    dutch = [row.slug for row in rows if not (ADVISES.search(row.text_nl) or IMPERATIVE.search(row.text_nl))]
    english = [row.slug for row in rows if not (ADVISES_EN.search(row.text_en) or IMPERATIVE_EN.search(row.text_en))]
    assert (dutch, english) == ([], [])


def test_a_lesson_can_be_read_alone():
    rows = list(Lesson.objects.all())
    dutch = [(row.slug, row.text_nl[:40]) for row in rows if _points_back(POINTING_BACK, row.text_nl)]
    english = [(row.slug, row.text_en[:40]) for row in rows if _points_back(POINTING_BACK_EN, row.text_en)]
    assert (dutch, english) == ([], [])


def test_a_lesson_names_what_it_is_about():
    assert [row.slug for row in Lesson.objects.all() if NOT_YET_NAMED.search(row.text_nl)] == []


def _points_back(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a text starts with a word that points back; “It is …” points forward to a clause."""
    return bool(pattern.match(text)) and not re.match(
        r"(It (?:is|was|helps|takes|pays|costs|can|matters)|Dat .* is)\b", text
    )


def test_an_addressee_as_printed_stands_with_its_codes():
    for row in Lesson.objects.exclude(addressees_nl="").prefetch_related("terms__scheme"):
        assert [term for term in row.terms.all() if term.scheme.code == SchemeCode.PARTY], row.slug


# Levels


def test_no_level_is_shown_above_the_printed_one():
    for row in Intervention.objects.prefetch_related("studies"):
        highest = [study.sms_max for study in row.studies.all() if study.sms_max is not None]
        assert (row.sms_highest or 0) <= max(highest, default=0), row.slug
        assert row.sms_printed in {study.sms_printed for study in row.studies.all()} | {""}
        assert bool(row.sms_printed) == bool(highest)


def test_a_toolkit_is_no_study_of_level_one():
    toolkits = Study.objects.filter(kind=StudyKind.TOOLKIT)
    assert toolkits
    for study in toolkits:
        assert study.sms_printed in ("", "0"), study.slug
        for row in study.interventions.prefetch_related("studies"):
            assert {other.kind for other in row.studies.all()} != {StudyKind.TOOLKIT} or not row.sms_highest, row.slug


def test_a_printed_level_can_be_asked():
    printed = Counter(Study.objects.exclude(sms_printed="").values_list("sms_printed", flat=True))
    assert {level: count(StudyFilter, f"smsPrinted={level}") for level in printed} == printed
    assert (levels.as_printed("2_3"), states.level_words("0"), states.level_words("0_1")) == (
        "2–3",
        "0, geen onderzoek",
        "0–1",
    )
    assert count(StudyFilter, "smsMax=0") == printed["0"]
    assert count(InterventionFilter, "smsMin=0") >= count(InterventionFilter, "smsMin=1")


# Numbers

FRACTION = re.compile(
    r"\b(?:derde|kwart|driekwart|vijfde|tiende)\b(?! (?:generatie|land|dia|kwartaal|jaar))|\bhelft\b", re.IGNORECASE
)


def test_a_fraction_is_shown_in_the_words_of_the_source():
    """“Een derde” is no 33.3%."""
    rows = (*Figure.objects.filter(unit="percent"), *Finding.objects.filter(unit="percent"))
    in_words = [row for row in rows if row.value is not None and FRACTION.search(row.statement_nl)]
    assert len(in_words) > 20
    assert [row.slug for row in in_words if not (row.printed_nl and row.printed_en)] == []


def test_no_percentage_is_our_own_division():
    """No source prints 33.3% or 66.7%: these stand for a third and two thirds, and order the rows only."""
    for model in (Figure, Finding):
        divided = model.objects.filter(unit="percent", value__in=("33.3", "66.7"))
        assert [row.slug for row in divided if not (row.printed_nl and row.printed_en)] == []


def test_a_plus_sign_without_a_legend_has_no_direction():
    pluses = Finding.objects.filter(statement_nl__contains="plusteken")
    assert pluses
    assert set(pluses.values_list("direction", "value")) == {("", None)}


# Verdicts


def test_what_is_grey_is_never_called_mixed():
    for row in Intervention.objects.for_verdicts():
        found = list(row.verdicts.all())
        conclusive = {verdict.direction for verdict in found if (verdict.sms_highest or 0) >= levels.CONCLUSIVE}
        assert verdicts.differ(found) <= (len(conclusive & verdicts.CONCLUSIONS) > 1), row.slug
        for verdict in found:
            if verdict.direction == Direction.MIXED:
                assert (verdict.sms_highest or 0) >= levels.CONCLUSIVE, row.slug


def test_a_headline_is_an_outcome_of_its_own_record():
    for row in Intervention.objects.filter(headline__isnull=False).for_verdicts():
        assert row.headline_id in {verdict.measure_id for verdict in row.verdicts.all()}, row.slug


def test_a_programme_with_studied_parts_is_not_called_unstudied():
    for whole in programmes.studies_of_parts(programmes.parts_of_wholes()):
        row = Intervention.objects.prefetch_related("verdicts").get(pk=whole)
        assert Direction.NOT_STUDIED not in {verdict.direction for verdict in row.verdicts.all()}, row.slug


def test_an_inference_of_ours_says_why():
    for row in Finding.objects.filter(study_inferred=True):
        assert row.note_nl, row.slug
        assert row.study, row.slug


# Blanks

TERMS_OF = {
    "target-group": SchemeCode.TARGET_GROUP, "component": SchemeCode.COMPONENT, "funding": SchemeCode.FUNDING,
    "steering": SchemeCode.STEERING, "sector": SchemeCode.SECTOR,
}  # fmt: skip
ROLES = {"initiator": Role.INITIATOR, "executor": Role.EXECUTOR, "partner": Role.PARTNER, "funder": Role.FUNDER}
LESSONS = {
    "condition": LessonKind.CONDITION, "working-element": LessonKind.WORKING_ELEMENT, "barrier": LessonKind.BARRIER,
    "applicability": LessonKind.APPLICABILITY,
}  # fmt: skip


def given(row: Intervention) -> set[str]:
    """Name the fields that can be blank and are not."""
    plain = {"summary": row.summary_nl, "participants": row.participants, "place": row.place, "start": row.start,
             "end": row.end, "duration": row.duration_min or row.intensity_nl,
             "status": row.status != LifeStatus.UNKNOWN}  # fmt: skip
    found = {field for field, value in plain.items() if value not in (None, "", False)}
    schemes = {classification.term.scheme.code for classification in row.classifications.all()}
    found |= {field for field, scheme in TERMS_OF.items() if scheme in schemes}
    roles = {party.role for party in (*row.participations.all(), *row.unnamed_parties.all())}
    found |= {field for field, role in ROLES.items() if role in roles}
    kinds = {lesson.kind for lesson in row.lessons.all()}
    found |= {field for field, kind in LESSONS.items() if kind in kinds}
    findings = row.findings.all()
    measures = {finding.success_measure.code for finding in findings if finding.success_measure} - {"not-stated"}
    costs = any(finding.kind == FindingKind.COST for finding in findings)
    return found | ({"cost"} if costs else set()) | ({"success-measure"} if measures else set())


def test_what_is_given_is_not_said_to_be_blank():
    wrong = [
        (row.slug, sorted(set(row.blanks) & given(row)))
        for row in Intervention.objects.for_records()
        if set(row.blanks) & given(row)
    ]
    assert wrong == []


def test_a_blank_says_why_or_is_not_yet_classified():
    """Readers marked what they looked for: most described records have marks; nothing but the two reasons is used."""
    rows = list(Intervention.objects.described())
    assert {reason for row in rows for reason in row.blanks.values()} <= set(Blank.values)
    assert sum(bool(row.blanks) for row in rows) > len(rows) / 2


def test_a_summary_says_something_of_its_own_record():
    for field in ("summary_nl", "summary_en"):
        said = Counter(text for row in Intervention.objects.all() if (text := getattr(row, field)))
        assert [text for text, times in said.items() if times > 1] == []


# English is English

DUTCH_ENGLISH = re.compile(
    r"trajector|\bworking (?:elements?|components?)\b|\bstreet workers?\b|\bhuman measure\b|\bshort money\b"
    r"|\bway to work\b|\bfront-?running\b|\bself-?organi[sz]ations?\b|\bcorona\b|\bclient managers?\b"
    r"|\bchain partners?\b|\bon the labour market\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Intervention, "summary"), (Intervention, "status_note"), (Provision, "summary"), (Lesson, "text"),
        (Figure, "statement"), (Figure, "note"), (Finding, "statement"), (Finding, "note"), (ContextPoint, "text"),
        (Study, "description"), (Study, "design"), (Term, "label"), (Term, "definition"),
    ],
)  # fmt: skip
def test_english_is_not_dutch_word_for_word(model, field):
    texts = [getattr(row, f"{field}_en") for row in model.objects.all()]
    assert any(texts)
    assert [(found[0], text) for text in texts for found in DUTCH_ENGLISH.finditer(text)] == []


# Kinds and counts


def test_what_is_an_approach_and_what_is_a_provision():
    kinds = Counter(Intervention.objects.values_list("kind", flat=True))
    assert "agreement" not in kinds
    assert kinds["policy-option"] == Intervention.objects.filter(kind="policy-option", source__slug="ser-2021").count()
    assert 140 <= sum(kinds.values()) <= 170
    assert set(Provision.objects.values_list("kind", flat=True)) == {"law", "funding", "agreement", "desk"}
    assert {row.slug for row in Provision.objects.all()}.isdisjoint(Intervention.objects.values_list("slug", flat=True))


def test_only_mentioned_is_found_by_filters_and_left_out_of_the_counts_of_evidence():
    known = overview.known_so_far()
    assert (known.described, known.mentioned) == (
        count(InterventionFilter, "described=true"),
        count(InterventionFilter, "described=false"),
    )
    assert sum(known.directions.values()) == known.described
    assert 0 < known.mentioned <= 20


def test_main_recommendations_as_the_reports_number_them():
    main = "kind=recommendation&main=true&source="
    assert count(LessonFilter, f"{main}adviesraad-2025") == 5
    assert count(LessonFilter, f"{main}risbo-2023") == 6
    numbers = {
        party: sorted(
            Lesson.objects.filter(pk__in=LessonFilter(QueryDict(f"{main}adviesraad-2025&addressee={party}")).ids)
            .values_list("number", flat=True)
        )
        for party in ("employers", "municipalities")
    }  # fmt: skip
    assert numbers == {"employers": ["1", "3"], "municipalities": ["2", "4"]}


def test_lessons_without_addressee_are_for_everyone():
    everyone = count(LessonFilter, "addressee=everyone")
    assert everyone
    parties = ",".join(Term.objects.filter(scheme__code=SchemeCode.PARTY).values_list("code", flat=True))
    assert everyone + count(LessonFilter, f"addressee={parties}") == Lesson.objects.count()


def test_work_is_one_choice_for_its_near_synonyms():
    work = Term.objects.get(scheme__code=SchemeCode.SUCCESS_MEASURE, code="work")
    assert (work.source, work.locator) == (None, "")
    narrower = [*work.narrower.values_list("code", flat=True)]
    assert set(narrower) <= {
        "placements", "sustainability", "regular-work", "labour-participation", "employment", "work-or-study",
    }  # fmt: skip
    for filterset_class in (FindingFilter, InterventionFilter):
        together = set(filterset_class(QueryDict("successMeasure=work")).ids)
        assert together == {
            pk for code in narrower for pk in filterset_class(QueryDict(f"successMeasure={code}")).ids
        }  # fmt: skip


def test_evidence_from_the_netherlands_has_no_study_from_elsewhere():
    filterset = FindingFilter(QueryDict("evidenceCountry=NL"))
    rows = list(Finding.objects.filter(pk__in=filterset.ids).select_related("study"))
    assert rows
    assert {row.study.country_id for row in rows} == {"NL"}
    names = " ".join(" ".join(row.study.authors) + row.study.title for row in rows)
    assert not re.search(r"\b(Card|OECD|OESO|Caliendo)\b", names)


def test_every_figure_can_be_reached():
    assert count(FigureFilter, "pageSize=200") == Figure.objects.count()
    assert {
        count(FigureFilter, f"source={slug}") > 0 for slug in Figure.objects.values_list("source__slug", flat=True)
    } == {True}


def test_need_awareness_and_use_of_lifelong_learning_can_be_asked():
    assert count(LessonFilter, "lloStage=need,awareness,use&source=adviesraad-2025") >= 12
    assert count(FigureFilter, "lloStage=need,awareness,use") >= 8


def test_the_report_says_how_it_chose():
    """“Which conditions does the report set for inclusion?”, “how many publications were on the long list?”."""
    assert count(LessonFilter, "kind=method&source=risbo-2023") > 0


def test_an_untitled_study_can_be_told_apart():
    described = [row.description_nl for row in Study.objects.filter(title="")]
    assert [text for text in described if not text] == []
    assert len(set(described)) == len(described)


@pytest.mark.parametrize(
    ("filterset_class", "query", "least"),
    [
        (LessonFilter, "targetGroup=ukrainians", 1),
        (InterventionFilter, "sector=private-sector", 2),
        (InterventionFilter, "component=own-networks", 1),
        (LessonFilter, "funding=sector-fund-funding", 6),
        (FindingFilter, "successMeasure=meaningful-activity", 1),
    ],
)
def test_what_a_source_says_can_be_asked(filterset_class, query, least):
    """Facts that hid because no term existed for them."""
    assert count(filterset_class, query) >= least
