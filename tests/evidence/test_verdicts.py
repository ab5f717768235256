"""Direction × certainty, against cases worked by hand from the report and the table of product words."""

import pytest

from evidence import programmes, verdicts
from evidence.choices import Direction, Effect, FindingKind, StudyStage
from evidence.models import Finding, Intervention, Study, Verdict
from tests.factories import CountryFactory, FindingFactory, InterventionFactory, StudyFactory, TermFactory


def finding(direction: str, printed: str | None = None, *, self_reported: bool = False) -> Finding:
    counted = {"5": 5, "4": 4, "3": 3, "2_3": 2, "2": 2, "1": 1, "0": 1, "": None}
    study = (
        None
        if printed is None
        else Study(slug=f"s{printed}{direction}", sms_printed=printed, sms_counted=counted[printed])
    )
    return Finding(direction=direction, study=study, self_reported=self_reported)


@pytest.mark.parametrize(
    ("findings", "direction"),
    [
        pytest.param(
            [finding("positive", "5"), finding("positive", "3")], Direction.POSITIVE, id="conclusive-and-agreed"
        ),
        pytest.param(
            [finding("positive", "5"), finding("negative", "5")],
            Direction.MIXED,
            id="good-for-some-at-the-cost-of-others",
        ),
        pytest.param(
            [finding("positive", "4"), finding("none", "3")], Direction.MIXED, id="conclusive-but-disagreeing"
        ),
        pytest.param([finding("mixed", "5")], Direction.MIXED, id="mixed-in-one-study"),
        pytest.param([finding("none", "5")], Direction.NONE, id="a-strong-study-that-finds-nothing"),
        pytest.param([finding("negative", "3")], Direction.NEGATIVE, id="worse"),
        pytest.param(
            [finding("positive", "4"), finding("negative", "1")], Direction.POSITIVE, id="a-weak-study-does-not-outvote"
        ),
        pytest.param([finding("positive", "2_3")], Direction.INSUFFICIENT, id="two-to-three-counts-as-two"),
        pytest.param([finding("positive", "0")], Direction.INSUFFICIENT, id="no-design-at-all"),
        pytest.param([finding("positive", self_reported=True)], Direction.INSUFFICIENT, id="own-report"),
        pytest.param([finding("positive", "")], Direction.UNRATED, id="a-study-without-a-level"),
        pytest.param([finding("none")], Direction.UNRATED, id="only-the-source-says-so"),
        pytest.param([finding("", "5")], Direction.UNRATED, id="a-number-without-a-judgement"),
    ],
)
def test_the_direction_of_results(findings, direction):
    assert verdicts.direction_of(findings) == direction


@pytest.mark.parametrize(
    ("stages", "direction"),
    [
        ([], Direction.NOT_STUDIED),
        ([StudyStage.ONGOING], Direction.ONGOING),
        ([StudyStage.INTERIM], Direction.ONGOING),
        ([StudyStage.ONGOING, StudyStage.PUBLISHED], Direction.NOT_EXTRACTED),
    ],
)
def test_what_is_said_without_results(stages, direction):
    assert verdicts.without_results([Study(stage=stage) for stage in stages]) == direction


@pytest.mark.django_db
def test_rebuild_writes_one_verdict_per_measure_and_the_highest_level():
    intervention = InterventionFactory()
    strong = StudyFactory(sms_printed="5", interventions=[intervention])
    StudyFactory(sms_printed="", interventions=[intervention])
    FindingFactory(intervention=intervention, study=strong, direction=Effect.POSITIVE)
    FindingFactory(intervention=intervention, study=strong, direction=Effect.NEGATIVE)
    pay = TermFactory(of="success-measure", code="pay")
    FindingFactory(intervention=intervention, success_measure=pay, direction=Effect.POSITIVE)
    FindingFactory(intervention=intervention, kind=FindingKind.REACH, success_measure=None)

    assert verdicts.differences() == {intervention.pk}
    assert verdicts.rebuild() == {intervention.pk}
    assert verdicts.differences() == set()

    stored = Verdict.objects.values_list("measure__code", "direction", "sms_highest", "study_count", "finding_count")
    assert set(stored) == {("placements", "mixed", 5, 1, 2), ("pay", "unrated", None, 0, 1)}
    assert Intervention.objects.get().sms_highest == 5


@pytest.mark.django_db
def test_a_verdict_that_was_tampered_with_is_found_and_mended():
    intervention = InterventionFactory()
    FindingFactory(intervention=intervention, direction=Effect.NONE)
    verdicts.rebuild()
    Verdict.objects.update(direction=Direction.POSITIVE)
    assert verdicts.differences() == {intervention.pk}
    verdicts.rebuild()
    assert Verdict.objects.get().direction == Direction.UNRATED


@pytest.mark.django_db
def test_a_card_shows_the_employment_outcome_before_a_rosier_one():
    intervention = InterventionFactory()
    satisfied = TermFactory(of="success-measure", code="participant-satisfaction")
    FindingFactory(intervention=intervention, success_measure=satisfied, direction=Effect.POSITIVE)
    work = StudyFactory(sms_printed="4", interventions=[intervention])
    FindingFactory(intervention=intervention, study=work, direction=Effect.NONE)
    verdicts.rebuild()
    rows = list(intervention.verdicts.all())
    assert verdicts.headline(rows).direction == Direction.NONE
    assert verdicts.headline(rows, about=satisfied.pk).direction == Direction.UNRATED
    assert not verdicts.differ(rows), "what is grey concludes nothing"
    assert verdicts.headline([]) is None


@pytest.mark.parametrize(
    ("directions", "differ"),
    [
        ([Direction.POSITIVE, Direction.NONE], True),
        ([Direction.POSITIVE, Direction.POSITIVE], False),
        ([Direction.POSITIVE, Direction.UNRATED], False),
        ([Direction.INSUFFICIENT, Direction.UNRATED], False),
    ],
)
def test_only_conclusions_differ(directions, differ):
    assert verdicts.differ([Verdict(direction=direction) for direction in directions]) == differ


@pytest.mark.django_db
def test_a_programme_is_not_unstudied_when_its_parts_are_studied():
    whole = InterventionFactory()
    part = InterventionFactory(part_of=whole)
    deeper = InterventionFactory(part_of=part)
    hidden = InterventionFactory(part_of=whole, editorial_state="archived")
    StudyFactory(interventions=[hidden])
    verdicts.rebuild()
    assert Verdict.objects.get(intervention=whole).direction == Direction.NOT_STUDIED
    assert programmes.found_by_parts(whole).studies == 0
    study = StudyFactory(sms_printed="4", interventions=[deeper])
    FindingFactory(intervention=deeper, study=study, direction=Effect.POSITIVE)
    verdicts.rebuild()
    verdict = Verdict.objects.get(intervention=whole)
    assert (verdict.direction, verdict.study_count, verdict.sms_highest) == (Direction.NOT_EXTRACTED, 0, None)
    found = programmes.found_by_parts(whole)
    assert (found.parts, found.studies) == (2, 1)
    assert [(row.intervention, row.direction) for row in found.verdicts] == [(deeper, Direction.POSITIVE)]
    assert programmes.found_by_parts(deeper) is None
    assert programmes.wholes_of(deeper.pk, programmes.parts_of_wholes()) == {whole.pk, part.pk}


@pytest.mark.django_db
def test_a_verdict_tells_our_inference_and_the_country_of_its_evidence():
    intervention = InterventionFactory()
    study = StudyFactory(country=CountryFactory(code="DK"), interventions=[intervention])
    FindingFactory(intervention=intervention, study=study, study_inferred=True)
    FindingFactory(intervention=intervention, success_measure=TermFactory(of="success-measure", code="pay"))
    verdicts.rebuild()
    stored = Verdict.objects.values_list("measure__code", "inferred", "evidence_countries")
    assert set(map(str, stored)) == {"('placements', True, ['DK'])", "('pay', False, [])"}
    assert verdicts.differences() == set()


@pytest.mark.django_db
@pytest.mark.parametrize(("printed", "level"), [("0", 0), ("0_1", 1), ("2_3", 2), ("5", 5), ("", None)])
def test_a_printed_nought_is_no_level_one(printed, level):
    intervention = InterventionFactory()
    study = StudyFactory(sms_printed=printed, interventions=[intervention])
    FindingFactory(intervention=intervention, study=study)
    verdicts.rebuild()
    intervention.refresh_from_db()
    assert (intervention.sms_highest, Verdict.objects.get().sms_highest, intervention.sms_printed) == (
        level,
        level,
        printed,
    )
