"""Direction × certainty: what may be concluded about an intervention, per success measure.

The words and their conditions stand in docs/glossary.md; the threshold is the report's own (Risbo 2023, §2.2). Verdicts
are kept in a table for speed; `rebuild` is its only writer and `differences` proves that it still says what the facts
say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence import levels, programmes
from evidence.choices import Direction, Effect, FindingKind, StudyStage
from evidence.models import Finding, Intervention, Study, Verdict

EMPLOYMENT_FIRST = (
    "work", "placements", "regular-work", "work-or-study", "labour-participation", "sustainability", "employment",
)  # fmt: skip
"""The order in which a card looks for the outcome to show: employment before anything else."""

CONCLUSIONS = frozenset({Direction.POSITIVE, Direction.MIXED, Direction.NONE, Direction.NEGATIVE})
"""What studies of level 3 and up can say; every other direction is grey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A verdict before it is a row: the measure's primary key (None: the record as a whole) and what is concluded.

    `inferred` tells that a finding of it comes from its study by our reading only.
    """

    measure: int | None
    direction: Direction
    sms_highest: int | None
    study_count: int
    finding_count: int
    part_study_count: int
    inferred: bool
    evidence_countries: tuple[str, ...]


def direction_of(findings: Sequence[Finding]) -> Direction:
    """Judge the results of one intervention on one success measure.

    Studies of level 3 and up decide. They agree (positive, none, negative) or the results are mixed. Without such a
    study the results are insufficient when any is rated lower or self-reported, and unrated when the source gives no
    level at all.
    """
    conclusive = {
        finding.direction
        for finding in findings
        if finding.direction and finding.study and (finding.study.sms_counted or 0) >= levels.CONCLUSIVE
    }
    if len(conclusive) > 1 or Effect.MIXED in conclusive:
        return Direction.MIXED
    if conclusive:
        return Direction(conclusive.pop())
    if any(finding.self_reported or _is_weak(finding.study) for finding in findings):
        return Direction.INSUFFICIENT
    return Direction.UNRATED


def _is_weak(study: Study | None) -> bool:
    return study is not None and study.sms_counted is not None and study.sms_counted < levels.CONCLUSIVE


def without_results(studies: Collection[Study]) -> Direction:
    """Say what an intervention without any result is: studied without an outcome, being studied, or not studied. The
    studies of its parts are among `studies`.
    """
    if any(study.stage == StudyStage.PUBLISHED for study in studies):
        return Direction.NOT_EXTRACTED
    return Direction.ONGOING if studies else Direction.NOT_STUDIED


def conclude(
    studies: Collection[Study], findings: Iterable[Finding], of_parts: Collection[Study] = ()
) -> list[Conclusion]:
    """Conclude about one intervention: a verdict per success measure, or one without a measure when there are no
    results. What its parts were studied for counts only for whether anything is known.
    """
    by_measure: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind == FindingKind.RESULT:
            by_measure[finding.success_measure_id].append(finding)
    if not by_measure:
        alone = _conclusion(None, without_results([*studies, *of_parts]), studies, ())
        return [replace(alone, part_study_count=len(of_parts))]
    return [
        _conclusion(measure, direction_of(results), {finding.study for finding in results if finding.study}, results)
        for measure, results in sorted(by_measure.items(), key=lambda item: item[0] or 0)
    ]


def _conclusion(
    measure: int | None, direction: Direction, studies: Collection[Study], results: Sequence[Finding]
) -> Conclusion:
    return Conclusion(
        measure=measure,
        direction=direction,
        sms_highest=_highest(studies),
        study_count=len(studies),
        finding_count=len(results),
        part_study_count=0,
        inferred=any(finding.study_inferred for finding in results),
        evidence_countries=tuple(sorted({study.country_id for study in studies if study.country_id})),
    )


def _highest(studies: Iterable[Study]) -> int | None:
    return levels.highest(levels.of_record(study.sms_max, study.sms_counted) for study in studies)


def headline(verdicts: Iterable[Verdict], about: int | None = None) -> Verdict | None:
    """Choose the verdict that a card shows: the outcome that the approach is `about` (a term's primary key), else the
    employment outcome; never a rosier one.
    """
    verdicts = list(verdicts)
    if own := next((verdict for verdict in verdicts if about and verdict.measure_id == about), None):
        return own
    rank = {code: position for position, code in enumerate(EMPLOYMENT_FIRST)}
    return min(
        verdicts, key=lambda verdict: rank.get(verdict.measure.code if verdict.measure else "", len(rank)), default=None
    )


def differ(verdicts: Iterable[Verdict]) -> bool:
    """Tell whether conclusions differ from each other, so that a card must say so. What is grey concludes nothing."""
    return len({verdict.direction for verdict in verdicts} & CONCLUSIONS) > 1


def _expected(
    intervention: Intervention, of_parts: Mapping[int, Collection[Study]]
) -> tuple[int | None, list[Conclusion]]:
    """Work out the highest level of an intervention, and its conclusions."""
    studies = list(intervention.studies.all())
    return _highest(studies), conclude(studies, intervention.findings.all(), of_parts.get(intervention.pk, ()))


def _stored(intervention: Intervention) -> tuple[int | None, list[Conclusion]]:
    """Read what is kept, in the same form."""
    kept = sorted(map(_kept, intervention.verdicts.all()), key=lambda conclusion: conclusion.measure or 0)
    return intervention.sms_highest, kept


def _kept(row: Verdict) -> Conclusion:
    return Conclusion(
        measure=row.measure_id,
        direction=Direction(row.direction),
        sms_highest=row.sms_highest,
        study_count=row.study_count,
        finding_count=row.finding_count,
        part_study_count=row.part_study_count,
        inferred=row.inferred,
        evidence_countries=tuple(row.evidence_countries),
    )


def differences() -> set[int]:
    """Return the interventions (primary keys) whose kept verdicts are not what their facts say."""
    of_parts = programmes.studies_of_parts(programmes.parts_of_wholes())
    return {row.pk for row in Intervention.objects.for_verdicts() if _stored(row) != _expected(row, of_parts)}


def rebuild(
    interventions: Iterable[Intervention] | None = None, parts_of: Mapping[int, set[int]] | None = None
) -> set[int]:
    """Write every verdict that differs from the facts; return the interventions that changed.

    Of all, or of these, fetched with what verdicts follow from; their highest level is brought in line too. Call inside
    a transaction.
    """
    among = {row.pk: row for row in (Intervention.objects.for_verdicts() if interventions is None else interventions)}
    of_parts = programmes.studies_of_parts(programmes.parts_of_wholes() if parts_of is None else parts_of)
    expected = {pk: _expected(row, of_parts) for pk, row in among.items()}
    changed = {pk for pk, row in among.items() if _stored(row) != expected[pk]}
    if any(among[pk].verdicts.all() for pk in changed):
        Verdict.objects.filter(intervention__in=changed).delete()
    Verdict.objects.bulk_create(
        Verdict(
            intervention_id=pk,
            measure_id=conclusion.measure,
            direction=conclusion.direction,
            sms_highest=conclusion.sms_highest,
            study_count=conclusion.study_count,
            finding_count=conclusion.finding_count,
            part_study_count=conclusion.part_study_count,
            inferred=conclusion.inferred,
            evidence_countries=list(conclusion.evidence_countries),
        )
        for pk in sorted(changed)
        for conclusion in expected[pk][1]
    )
    for pk in changed:
        if among[pk].sms_highest != expected[pk][0]:
            among[pk].sms_highest = expected[pk][0]
            Intervention.objects.filter(pk=pk).update(sms_highest=expected[pk][0])
    return changed
