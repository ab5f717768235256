"""The real catalogue: what the issue of the sources asks of it, checked against the sources' own numbers."""

from collections import Counter

import pytest
from django.http import QueryDict

from evidence import reconciliation, verdicts
from evidence.filters import FindingFilter, InterventionFilter, LessonFilter, StudyFilter
from evidence.models import Classification, Finding, Intervention, Lesson, Provision, Source, Study

pytestmark = pytest.mark.usefixtures("catalogue_data")

DOCUMENTS = {"risbo-2023", "szw-via-2021", "ser-2021", "adviesraad-2025", "million"}


def slugs(filterset_class, query: str) -> list[str]:
    filterset = filterset_class(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    return [row.slug for row in filterset.rows(filterset.ids, filterset.qs)]


def test_tables_2_1_and_2_2_come_out_exactly():
    assert reconciliation.computed() == reconciliation.TABLE_2_2
    assert {country: sum(levels) for country, levels in reconciliation.computed().items()} == reconciliation.TABLE_2_1
    assert reconciliation.differences() == []


def test_bijlage_3_has_33_rows_of_which_32_count():
    rows = Study.objects.filter(source__slug="risbo-2023", locator__startswith="Bijlage 3, rij ")
    assert [row.locator for row in rows] == [f"Bijlage 3, rij {number}" for number in range(1, 34)]
    assert Counter(rows.values_list("counted", flat=True)) == {True: 32, False: 1}
    assert rows.get(counted=False).kind == "literature-review"
    assert rows.get(kind="toolkit").sms_printed == "0"
    assert Counter(rows.values_list("sms_printed", flat=True)) == {
        "5": 4, "4": 2, "3": 7, "2_3": 1, "2": 4, "1": 11, "0_1": 2, "0": 1, "": 1,
    }  # fmt: skip


def test_every_cell_of_table_2_2_is_a_question_one_can_ask():
    for country, levels in reconciliation.TABLE_2_2.items():
        for level, number in enumerate(levels, 1):
            query = f"source=risbo-2023&counted=true&country={country}&smsMin={level}&smsMax={level}"
            assert len(StudyFilter(QueryDict(query)).ids) == number, query


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("jobbsok", {"placements": ("mixed", 5)}),
        ("valkommen-till-framtiden", {"placements": ("positive", 5)}),
        ("jamstalld-etablering", {"work-or-study": ("positive", 5)}),
        (
            "lov-om-danskundervisning",
            {"placements": ("positive", 5), "pay": ("positive", 5), "benefit-dependency": ("positive", 5)},
        ),
        ("pietra", {"placements": ("insufficient", 1)}),
        ("stockholms-jobb", {None: ("not_extracted", 4)}),
    ],
)
def test_verdicts_worked_by_hand_from_the_report(slug, expected):
    stored = {
        row.measure.code if row.measure else None: (row.direction, row.sms_highest)
        for row in Intervention.objects.get(slug=slug).verdicts.all()
    }
    assert stored.items() >= expected.items()


# Every number of chapter 3 of Risbo 2023, read from the text: intervention, place, qualifier, value, comparator,
# months, subgroup.
CHAPTER_3 = {
    ("igu", "§3.1.2", ">", 90, None, None, ""),
    ("igu", "§3.1.2", "~", 880, None, None, ""),
    ("igu", "§3.1.2", "~", 40, None, None, ""),
    ("parcours-hope", "§3.1.2", "=", 73, None, None, ""),
    ("parcours-hope", "§3.1.2", "=", 56, None, 6, ""),
    ("valkommen-till-framtiden", "§3.1.2", "~", 30, 15, None, ""),
    ("duo-for-a-job", "§3.1.3", ">", 70, None, 12, ""),
    ("duo-for-a-job", "§3.1.3", "=", 50, None, None, ""),
    ("jamstalld-etablering", "§3.1.4", "=", 37, 27, 15, "women"),
    ("jamstalld-etablering", "§3.1.4", "=", 43, 33, 15, "men"),
    ("pietra", "§3.1.4", "=", 219, None, None, ""),
    ("pietra", "§3.1.4", "=", 57, None, None, ""),
    ("stark-im-beruf", "§3.1.5", "=", 16000, None, None, ""),
}


def test_every_number_of_chapter_3_is_a_finding_with_its_place():
    rows = Finding.objects.filter(source__slug="risbo-2023", locator__startswith="§3.1", value__isnull=False)
    stored = {
        (
            row.intervention.slug,
            row.locator,
            row.qualifier,
            row.value,
            row.comparator_value,
            row.months_after,
            ",".join(term.code for term in row.subgroup.all() if term.code in {"women", "men"}),
        )
        for row in rows.select_related("intervention").prefetch_related("subgroup")
    }
    assert stored >= CHAPTER_3


def test_two_sources_places_that_disagree_about_a_type_are_both_kept():
    types = {
        slug: set(
            Classification.objects.filter(intervention__slug=slug, term__scheme__code="intervention-type").values_list(
                "term__code", "locator"
            )
        )
        for slug in ("jamstalld-etablering", "duo-for-a-job")
    }
    assert {code for code, _ in types["jamstalld-etablering"]} == {"person-centred", "mentoring"}
    assert {code for code, _ in types["duo-for-a-job"]} == {"mentoring", "person-centred"}
    assert {locator for _, locator in types["duo-for-a-job"]} >= {"§3.1.3", "Bijlage 6, dia 6"}


def test_what_the_report_does_not_describe_stays_undescribed():
    for slug in ("stockholms-jobb", "lag-2016-752", "gida", "integrationskurs"):
        row = Intervention.objects.get(slug=slug)
        assert (row.summary_nl, row.summary_en, row.findings.count()) == ("", "", 0)


def test_every_fact_has_a_source_and_a_place():
    for model in (Intervention, Study, Finding, Lesson, Classification):
        assert model.objects.exists()
        assert not model.objects.filter(locator="").exists()


def test_there_are_145_interventions_and_35_provisions_of_the_five_documents():
    """By kind, exactly: what a reader of the sources called an approach, and what no approach is."""
    assert Counter(Intervention.objects.values_list("kind", flat=True)) == {
        "instance": 66, "instrument": 36, "method": 32, "policy-option": 8, "law": 3,
    }  # fmt: skip
    assert Counter(Provision.objects.values_list("kind", flat=True)) == {
        "law": 11, "desk": 9, "agreement": 8, "funding": 7,
    }  # fmt: skip
    assert set(Intervention.objects.values_list("source__slug", flat=True)) == DOCUMENTS - {"million"}
    assert set(Provision.objects.values_list("source__slug", flat=True)) <= DOCUMENTS
    assert set(Source.objects.documents().values_list("slug", flat=True)) == DOCUMENTS
    assert set(Lesson.objects.values_list("source__slug", flat=True)) == DOCUMENTS


def test_integrated_trajectories_in_the_netherlands():
    assert slugs(InterventionFilter, "category=integrated&country=NL") == [
        "iamnl", "taal-en-werk-in-de-horeca", "taalsnelweg", "up-van-kwetsbaarheid-naar-veerkracht",
    ]  # fmt: skip


def test_approaches_for_refugee_women_with_a_study_of_level_3_or_more():
    assert slugs(InterventionFilter, "targetGroup=women,refugees&smsMin=3") == ["jamstalld-etablering"]


def test_lessons_for_employers():
    filterset = LessonFilter(QueryDict("addressee=employers"))
    assert len(filterset.ids) >= 20
    for lesson in filterset.rows(filterset.ids, filterset.qs):
        assert "employers" in {term.code for term in lesson.terms.all()}


def test_results_for_people_with_a_non_western_background_can_be_asked_apart():
    found = slugs(FindingFilter, "targetGroup=non-western&direction=positive")
    assert found
    for slug in found:
        assert Finding.objects.get(slug=slug).source.slug in {"szw-via-2021", "ser-2021"}


def test_what_is_kept_is_what_the_facts_say():
    assert verdicts.differences() == set()


def test_nobody_is_named_as_a_contact():
    contacts = (
        "Klootwijk",
        "Steiger",
        "Tilborgh",
        "Houben",
        "Popara",
        "Hurkmans",
        "Weterings",
        "Walbeek",
        "Olofsen",
        "Zandvliet",
    )
    for model, fields in (
        (Intervention, ("name", "summary_nl", "summary_en", "status_note_nl")),
        (Lesson, ("text_nl", "text_en")),
        (Finding, ("statement_nl", "statement_en", "note_nl")),
    ):
        for row in model.objects.values_list(*fields):
            assert not [name for name in contacts if name in " ".join(row)]
