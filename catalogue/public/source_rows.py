"""What a source says, as rows of a table: findings about an intervention, and figures about the problem."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import ngettext

from catalogue import wording
from catalogue.links import Link
from evidence.choices import FindingKind
from evidence.models import Figure, Finding, Source, Study


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding as a row of a table."""

    statement: str
    note: str = ""
    direction: str = ""
    direction_label: str = ""
    inferred: bool = False
    size: str = ""
    comparison: str = ""
    difference: str = ""
    when: str = ""
    subgroup: str = ""
    study: Study | None = None
    source: Source
    locator: str
    self_reported: bool = False
    illegible: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure as a row of a table; `about` leads to the approach, provision or country that it is about."""

    statement: str
    about: Link | None = None
    note: str = ""
    size: str = ""
    comparison: str = ""
    period: str = ""
    origin: str = ""
    source: Source
    locator: str


def finding_row(finding: Finding) -> FindingRow:
    """Write a finding as a row. Only a result has a direction: a cost that goes down is no decline, reach no effect."""
    months, is_result = finding.months_after, finding.kind == FindingKind.RESULT
    return FindingRow(
        statement=finding.statement,
        note=finding.note,
        direction=finding.direction if is_result else "",
        direction_label=finding.get_direction_display() if is_result else "",
        inferred=finding.study_inferred,
        size=wording.size(finding),
        comparison=wording.comparison(finding),
        difference=wording.difference(finding),
        when=ngettext("na %(months)s maand", "na %(months)s maanden", months) % {"months": months} if months else "",
        subgroup=", ".join(term.label for term in finding.subgroup.all()),
        study=finding.study,
        source=finding.source,
        locator=finding.locator,
        self_reported=finding.self_reported,
        illegible=finding.illegible,
    )


def figure_row(figure: Figure) -> FigureRow:
    """Write a figure as a row."""
    return FigureRow(
        statement=figure.statement,
        note=figure.note,
        size=wording.size(figure),
        comparison=wording.comparison(figure),
        period=figure.period,
        origin=figure.origin,
        source=figure.source,
        locator=figure.locator,
    )


def figure_row_with_subject(figure: Figure) -> FigureRow:
    """Write a figure that stands apart from what it is about, with the way there."""
    return replace(figure_row(figure), about=_subject(figure))


def _subject(figure: Figure) -> Link | None:
    if figure.intervention:
        return Link(reverse("intervention-detail", args=[figure.intervention.slug]), figure.intervention.name)
    if figure.provision:
        return Link(reverse("provision-detail", args=[figure.provision.slug]), figure.provision.name)
    if figure.country:
        return Link(reverse("country-detail", args=[figure.country.code]), figure.country.name)
    return None
