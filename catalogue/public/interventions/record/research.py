"""What research says in a record: the conclusions, the findings they follow from, costs, and figures."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from catalogue.public.interventions.cards import studies_in_words
from catalogue.public.interventions.facts import Blank, Fact
from catalogue.public.interventions.record.part import RecordPart
from catalogue.public.interventions.statements import COSTS
from catalogue.public.source_rows import FigureRow, FindingRow, figure_row, finding_row
from evidence import levels, verdicts
from evidence.choices import Direction, FindingKind
from evidence.models import Finding, Study, Verdict


@dataclass(frozen=True, slots=True)
class MeasureOutcome:
    """What research says about one success measure."""

    verdict: Verdict
    findings: list[FindingRow]


class Research(RecordPart):
    """“Wat zegt onderzoek”, and the tiles above it that say so in one word."""

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What is concluded, per success measure."""
        return list(self.intervention.verdicts.all())

    @property
    def headline(self) -> Verdict | None:
        """The conclusion that the card shows too."""
        return verdicts.headline(self.verdicts)

    @property
    def differ(self) -> bool:
        """Tell whether outcomes differ."""
        return verdicts.differ(self.verdicts)

    @cached_property
    def studies(self) -> list[Study]:
        """The studies about it."""
        return list(self.intervention.studies.all())

    @property
    def distribution(self) -> list[str]:
        """How many studies there are at each level, the highest first."""
        counts = levels.distribution(study.sms_counted for study in self.studies)
        words = {level: studies_in_words(number) for level, number in reversed(counts.items())}
        rated = [
            _("%(studies)s op niveau %(level)s") % {"studies": text, "level": level}
            for level, text in words.items()
            if level != "unrated"
        ]
        unrated = [_("%(studies)s zonder niveau") % {"studies": words["unrated"]}] if "unrated" in words else []
        return [*rated, *unrated]

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings per kind."""
        rows: dict[str, list[Finding]] = {}
        for row in self.intervention.findings.all():
            rows.setdefault(row.kind, []).append(row)
        return rows

    @property
    def outcomes(self) -> list[MeasureOutcome]:
        """What research says per success measure, the one of the headline first."""
        rows = self.findings.get(FindingKind.RESULT, [])
        by_measure = {
            verdict: [finding_row(row) for row in rows if row.success_measure_id == verdict.measure_id]
            for verdict in sorted(self.verdicts, key=lambda verdict: verdict != self.headline)
        }
        return [MeasureOutcome(verdict, results) for verdict, results in by_measure.items() if results]

    @property
    def no_outcomes(self) -> Blank:
        """Why there are no results: nobody took them over yet, or there are none."""
        taken_over_later = self.headline and self.headline.direction in (Direction.NOT_EXTRACTED, Direction.ONGOING)
        return Blank.NOT_YET if taken_over_later else Blank.NOT_IN_SOURCE

    @property
    def reach(self) -> list[FindingRow]:
        """Whom it reached."""
        return [finding_row(row) for row in self.findings.get(FindingKind.REACH, [])]

    @cached_property
    def costs(self) -> list[FindingRow]:
        """What it cost, and what it brought in."""
        return [finding_row(row) for row in self.findings.get(FindingKind.COST, [])]

    @property
    def cost(self) -> FindingRow | None:
        """The first thing a source says about costs."""
        return next(iter(self.costs), None)

    @property
    def own_cost(self) -> Fact | None:
        """The first thing an organisation says itself about costs."""
        return next(iter(self.statements.passages(COSTS)), None)

    @property
    def figures(self) -> list[FigureRow]:
        """Numbers about the problem that it answers."""
        return [figure_row(row) for row in self.intervention.figures.all()]
