"""Every filter of the list of interventions against a small catalogue in which each value leads to known records."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from evidence import verdicts
from evidence.choices import Effect
from evidence.filters import FindingFilter, InterventionFilter, LessonFilter, StudyFilter
from tests.factories import (
    ClassificationFactory,
    CountryFactory,
    FindingFactory,
    InterventionFactory,
    LessonFactory,
    ParticipationFactory,
    SourceFactory,
    StudyFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    """Two published records that differ in everything one can ask, and an archived twin of the first."""
    gender = TermFactory(of="target-group", code="gender")
    women = TermFactory(of="target-group", code="women", broader=gender)
    men = TermFactory(of="target-group", code="men", broader=gender)
    status = TermFactory(of="target-group", code="status")
    refugees = TermFactory(of="target-group", code="refugees", broader=status)
    holders = TermFactory(of="target-group", code="status-holders", broader=refugees)
    courses = TermFactory(of="component", code="courses")
    language = TermFactory(of="component", code="language", broader=courses)
    placements = TermFactory(of="success-measure", code="placements")
    pay = TermFactory(of="success-measure", code="pay")
    SourceFactory()
    other = SourceFactory(slug="other-source")
    sweden, netherlands, denmark = (CountryFactory(code=code) for code in ("SE", "NL", "DK"))
    first = {
        "country": sweden, "scope": "national", "scale": "programme", "status": "completed", "kind": "instance",
        "start": "2016-06-01", "start_precision": 7, "modified": timezone.now(),
    }  # fmt: skip
    a = InterventionFactory(slug="a", name="A", **first)
    b = InterventionFactory(
        slug="b", name="B", country=netherlands, scope="local", scale="project", status="running", kind="method",
        start="2020-01-01", start_precision=4, source=other, part_of=a,
        modified=timezone.now() - timezone.timedelta(days=400),
    )  # fmt: skip
    b.further_countries.set([denmark])
    hidden = InterventionFactory(slug="hidden", name="A hidden", editorial_state="archived", **first)
    study = StudyFactory(
        slug="strong",
        sms_printed="5",
        counted=True,
        year=2020,
        language="sv",
        interventions=[a, hidden],
        country=sweden,
    )
    weak = StudyFactory(slug="weak", sms_printed="2_3", interventions=[b], source=other)
    StudyFactory(slug="of-hidden", sms_printed="5", interventions=[hidden])
    for row in (a, hidden):
        ClassificationFactory(intervention=row, term=women)
        ClassificationFactory(intervention=row, term=holders)
        ClassificationFactory(intervention=row, term=language)
        FindingFactory(
            slug=f"f-{row.slug}", intervention=row, study=study, direction=Effect.POSITIVE, success_measure=placements,
            value=30, unit="percent", qualifier="~",
        )  # fmt: skip
        FindingFactory(slug=f"pay-{row.slug}", intervention=row, direction=Effect.NONE, success_measure=pay)
    ClassificationFactory(intervention=b, term=men)
    FindingFactory(
        slug="f-b", intervention=b, study=weak, direction=Effect.POSITIVE, success_measure=placements, source=other
    )
    ParticipationFactory(intervention=a, organisation__slug="ministerie")
    LessonFactory(slug="les-a", interventions=[a, hidden], terms=[TermFactory(of="party", code="employers")])
    LessonFactory(
        slug="les-b", kind="barrier", source=other, terms=[TermFactory(of="building-block", code="customisation")]
    )
    verdicts.rebuild()


def found(filterset_class, query: str) -> list[str]:
    filterset = filterset_class(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    return [row.slug for row in filterset.rows(filterset.ids, filterset.qs)]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["a", "b"]),
        ("country=SE", ["a"]),
        ("country=DK", ["b"]),
        ("country=SE,DK", ["a", "b"]),
        ("country=SE&country=NL", ["a", "b"]),
        ("targetGroup=women", ["a"]),
        ("targetGroup=refugees", ["a"]),
        ("targetGroup=gender", ["a", "b"]),
        ("targetGroup=women,men", ["a", "b"]),
        ("targetGroup=women,refugees", ["a"]),
        ("targetGroup=men,refugees", []),
        ("component=courses", ["a"]),
        ("component=language&scope=local", []),
        ("successMeasure=pay", ["a"]),
        ("direction=positive", ["a"]),
        ("direction=insufficient", ["b"]),
        ("direction=unrated", ["a"]),
        ("direction=positive&successMeasure=placements", ["a"]),
        ("direction=positive&successMeasure=pay", []),
        ("smsMin=5", ["a"]),
        ("smsMin=2", ["a", "b"]),
        ("smsMax=2", ["b"]),
        ("scope=national", ["a"]),
        ("scale=project", ["b"]),
        ("status=running", ["b"]),
        ("kind=method", ["b"]),
        ("organisation=ministerie", ["a"]),
        ("source=other-source", ["b"]),
        ("source=test-source", ["a", "b"]),
        ("partOf=a", ["b"]),
        ("hasFindings=true", ["a", "b"]),
        ("hasFindings=false", []),
        ("startFrom=2017", ["b"]),
        ("startTo=2016", ["a"]),
        ("startTo=2016-05", []),
        ("startFrom=2016-06-01&startTo=2020", ["a", "b"]),
        ("ordering=-name", ["b", "a"]),
        ("ordering=start", ["a", "b"]),
        ("ordering=-smsHighest", ["a", "b"]),
        ("ordering=smsHighest", ["b", "a"]),
        ("ordering=-modified", ["a", "b"]),
    ],
)
def test_interventions_that_a_question_leaves(query, slugs):
    assert sorted(found(InterventionFilter, query)) == sorted(slugs)
    if "ordering" in query:
        assert found(InterventionFilter, query) == slugs


@pytest.mark.usefixtures("catalogue")
def test_modified_since_takes_a_day_or_a_moment():
    since = (timezone.now() - timezone.timedelta(days=30)).date()
    assert found(InterventionFilter, f"modifiedSince={since}") == ["a"]
    assert found(InterventionFilter, f"modifiedSince={since}T00:00:00Z") == ["a"]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("filterset_class", "query", "slugs"),
    [
        (StudyFilter, "", ["strong", "weak"]),
        (StudyFilter, "country=SE", ["strong"]),
        (StudyFilter, "intervention=b", ["weak"]),
        (StudyFilter, "smsMin=3", ["strong"]),
        (StudyFilter, "smsMax=2", ["weak"]),
        (StudyFilter, "counted=true", ["strong"]),
        (StudyFilter, "counted=false", ["weak"]),
        (StudyFilter, "year=2020", ["strong"]),
        (StudyFilter, "language=sv", ["strong"]),
        (StudyFilter, "source=other-source", ["weak"]),
        (StudyFilter, "ordering=smsCounted", ["weak", "strong"]),
        (FindingFilter, "", ["f-a", "pay-a", "f-b"]),
        (FindingFilter, "intervention=b", ["f-b"]),
        (FindingFilter, "study=strong", ["f-a"]),
        (FindingFilter, "country=NL", ["f-b"]),
        (FindingFilter, "successMeasure=pay", ["pay-a"]),
        (FindingFilter, "direction=none", ["pay-a"]),
        (FindingFilter, "unit=percent", ["f-a"]),
        (FindingFilter, "smsMin=3", ["f-a"]),
        (FindingFilter, "kind=cost", []),
        (FindingFilter, "source=other-source", ["f-b"]),
        (LessonFilter, "", ["les-a", "les-b"]),
        (LessonFilter, "kind=barrier", ["les-b"]),
        (LessonFilter, "addressee=employers", ["les-a"]),
        (LessonFilter, "buildingBlock=customisation", ["les-b"]),
        (LessonFilter, "intervention=a", ["les-a"]),
        (LessonFilter, "source=other-source", ["les-b"]),
    ],
)
def test_other_nouns_that_a_question_leaves(filterset_class, query, slugs):
    assert found(filterset_class, query) == slugs


def test_a_finding_about_a_narrower_group_counts_for_the_broader_one():
    refugees = TermFactory(of="target-group", code="refugees")
    holders = TermFactory(of="target-group", code="status-holders", broader=refugees)
    FindingFactory(slug="about-holders").subgroup.set([holders])
    FindingFactory(slug="about-all")
    assert found(FindingFilter, "targetGroup=refugees") == ["about-holders"]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("query", "faulty"),
    [
        ("country=XX&type=nonsense", {"country", "type"}),
        ("smsMin=6&smsMax=a&hasFindings=ja", {"smsMin", "smsMax", "hasFindings"}),
        ("startFrom=2016-13&startTo=juni&modifiedSince=2026-02-30", {"startFrom", "startTo", "modifiedSince"}),
        ("ordering=size", {"ordering"}),
        ("search=%00", {"search"}),
        ("country=%00", {"country"}),
        (f"search={'a' * 201}", {"search"}),
        ("startFrom=0000&startTo=99999", {"startFrom", "startTo"}),
    ],
)
def test_every_fault_is_named_and_nothing_is_shown(query, faulty):
    filterset = InterventionFilter(QueryDict(query))
    assert set(filterset.errors) == faulty
    assert filterset.ids == []


def test_a_parameter_that_does_not_exist_is_reported():
    assert InterventionFilter(QueryDict("land=SE&country=&page=2&pageSize=10&format=json")).unknown() == ["land"]
