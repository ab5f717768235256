"""What research says in a record: the conclusions, the findings they follow from, costs, and figures."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.facts import Fact, WhyBlank
from catalogue.public.interventions.cards import studies_in_words
from catalogue.public.interventions.record.part import RecordPart
from catalogue.public.interventions.statements import COSTS
from catalogue.public.source_rows import FigureRow, FindingRow, figure_row, finding_row
from catalogue.public.verdict_badges import VerdictBadge, verdict_badge
from evidence import levels, programmes, verdicts
from evidence.choices import FindingKind
from evidence.models import Finding, Intervention, Study, Verdict


@dataclass(frozen=True, slots=True)
class MeasureOutcome:
    """What research says about one success measure."""

    verdict: VerdictBadge
    findings: list[FindingRow]


@dataclass(frozen=True, slots=True)
class PartFound:
    """What was found of a part of a programme, on one success measure."""

    part: Intervention
    verdict: VerdictBadge


@dataclass(frozen=True, slots=True)
class FoundByParts:
    """What the parts of a programme found, and how many studies are about them."""

    studies: str
    found: list[PartFound]


class Research(RecordPart):
    """“Wat zegt onderzoek”, and the tiles above it that say so in one word."""

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What is concluded, per success measure."""
        return list(self.intervention.verdicts.all())

    @cached_property
    def first(self) -> Verdict | None:
        """The conclusion that the card shows too: on the outcome that the approach is about."""
        return verdicts.headline(self.verdicts, about=self.intervention.headline_id)

    @property
    def headline(self) -> VerdictBadge | None:
        """That conclusion in words."""
        return self._badge(self.first) if self.first else None

    def _badge(self, verdict: Verdict) -> VerdictBadge:
        return verdict_badge(verdict, self.studies)

    @property
    def differ(self) -> bool:
        """Tell whether outcomes differ."""
        return verdicts.differ(self.verdicts)

    @cached_property
    def studies(self) -> list[Study]:
        """The studies about it."""
        return list(self.intervention.studies.all())

    @property
    def level(self) -> wording.PrintedLevel | None:
        """The highest level of a study of it, as the source prints it."""
        return wording.highest_level(self.studies)

    @property
    def distribution(self) -> list[str]:
        """How many studies there are at each level as printed, the highest first."""
        counts = levels.distribution(levels.as_printed(study.sms_printed) for study in self.studies)
        words = {level: studies_in_words(number) for level, number in reversed(counts.items())}
        rated = [_at_level(level, text) for level, text in words.items() if level != levels.UNRATED]
        unrated = words.get(levels.UNRATED)
        return [*rated, *([_("%(studies)s zonder niveau") % {"studies": unrated}] if unrated else [])]

    @cached_property
    def found_by_parts(self) -> FoundByParts | None:
        """What the parts of a programme found; None when it has none, or nothing studied them."""
        found = programmes.found_by_parts(self.intervention) if self.intervention.parts.all() else None
        if not found or not found.studies:
            return None
        rows = [PartFound(verdict.intervention, verdict_badge(verdict)) for verdict in found.verdicts]
        return FoundByParts(studies_in_words(found.studies), rows)

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
            for verdict in sorted(self.verdicts, key=lambda verdict: verdict != self.first)
        }
        return [MeasureOutcome(self._badge(verdict), results) for verdict, results in by_measure.items() if results]

    @property
    def reach(self) -> list[FindingRow]:
        """Whom it reached."""
        return [finding_row(row) for row in self.findings.get(FindingKind.REACH, [])]

    @cached_property
    def costs(self) -> list[FindingRow]:
        """What it cost, and what it brought in."""
        return [finding_row(row) for row in self.findings.get(FindingKind.COST, [])]

    @property
    def no_cost(self) -> WhyBlank:
        """Why nothing is said about costs."""
        return self.blank("cost")

    @property
    def cost(self) -> FindingRow | None:
        """The first thing a source says about costs."""
        return next(iter(self.costs), None)

    @property
    def own_cost(self) -> Fact | None:
        """The first thing an organisation says itself about costs."""
        return next(iter(self.own_words.passages(COSTS)), None)

    @property
    def figures(self) -> list[FigureRow]:
        """Numbers about the problem that it answers."""
        return [figure_row(row) for row in self.intervention.figures.all()]


def _at_level(level: str, studies: str) -> str:
    """Say how many studies are at a level; a printed 0 is no study."""
    if level == "0":
        return _("Genoemd met niveau 0: geen onderzoek")
    return _("%(studies)s op niveau %(level)s") % {"studies": studies, "level": level}
