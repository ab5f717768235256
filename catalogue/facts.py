"""What stands on the page of a record: facts with their places, rows of tables, and the reasons why something is not
there.
"""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from catalogue import wording
from evidence.choices import Unit
from evidence.models import Experience, Figure, Finding, RecordVersion, Source, Study, Verdict


class Blank(Enum):
    """Why something is not there."""

    NOT_IN_SOURCE = gettext_lazy("Niet beschreven in de bron")
    NOT_APPLICABLE = gettext_lazy("Niet van toepassing")
    NOT_YET = gettext_lazy("Nog niet ingevuld")

    @property
    def label(self) -> str:
        """The reason in words."""
        return str(self.value)


# What the parts of a snapshot (evidence.snapshots) are called on a page.
PARTS = {
    "name": gettext_lazy("naam"), "name_nl": gettext_lazy("naam"), "name_en": gettext_lazy("naam"), "aliases": gettext_lazy("naam"),
    "summary_nl": gettext_lazy("samenvatting"), "summary_en": gettext_lazy("samenvatting"),
    "country_id": gettext_lazy("land"), "further_countries": gettext_lazy("land"), "place": gettext_lazy("plaats"),
    "kind": gettext_lazy("soort"), "scope": gettext_lazy("bereik"), "scale": gettext_lazy("schaal"),
    "status": gettext_lazy("status"), "status_note_nl": gettext_lazy("status"), "status_note_en": gettext_lazy("status"),
    "start_text": gettext_lazy("looptijd"), "end_text": gettext_lazy("looptijd"), "participants": gettext_lazy("deelnemers"),
    "editorial_state": gettext_lazy("publicatie"), "locator": gettext_lazy("plaats in de bron"), "source": gettext_lazy("bron"),
    "sms_highest": gettext_lazy("hoogste niveau"), "part_of": gettext_lazy("deel van"),
    "classifications": gettext_lazy("indeling"), "organisations": gettext_lazy("partners"), "studies": gettext_lazy("onderzoek"),
    "findings": gettext_lazy("uitkomsten"), "figures": gettext_lazy("cijfers"), "lessons": gettext_lazy("lessen"),
    "experiences": gettext_lazy("ervaringen"), "passages": gettext_lazy("beschrijving"),
    "amendments": gettext_lazy("aanvulling van een organisatie"),
}  # fmt: skip


class Place(NamedTuple):
    """Where a fact stands."""

    source: Source
    locator: str


class Value(NamedTuple):
    """Something a source says, with a note and its place; of our own without a place.

    `language` is that of the text when it may be another than that of the page.
    """

    text: str
    place: Place | None = None
    note: str = ""
    language: str = ""


class Fact(NamedTuple):
    """A heading with its values, or the reason why there are none."""

    label: str
    values: list[Value]
    blank: Blank | None = None
    sources_differ: bool = False


class Outcome(NamedTuple):
    """What research says about one success measure."""

    verdict: Verdict
    findings: list["Result"]


class Result(NamedTuple):
    """One finding as a row of a table."""

    statement: str
    note: str
    direction: str
    direction_label: str
    size: str
    comparison: str
    difference: str
    when: str
    subgroup: str
    study: Study | None
    source: Source
    locator: str
    self_reported: bool
    illegible: bool


class Problem(NamedTuple):
    """One figure as a row of a table."""

    statement: str
    note: str
    size: str
    comparison: str
    period: str
    origin: str
    source: Source
    locator: str


class Practice(NamedTuple):
    """A report of practice: where and when, what was told, and the place of all of it."""

    title: str
    facts: list[Fact]
    place: Place


class Version(NamedTuple):
    """A state of the description: when, why, and which parts changed."""

    number: int
    created: datetime
    note: str
    changed: str


def result(finding: Finding) -> Result:
    """Write a finding as a row."""
    months = finding.months_after
    return Result(
        statement=finding.statement,
        note=finding.note,
        direction=finding.direction,
        direction_label=finding.get_direction_display(),
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


def problem(figure: Figure) -> Problem:
    """Write a figure as a row."""
    return Problem(
        figure.statement,
        figure.note,
        wording.size(figure),
        wording.comparison(figure),
        figure.period,
        figure.origin,
        figure.source,
        figure.locator,
    )


def practice(experience: Experience) -> Practice:
    """Write a report of practice; what was not told is left out. “Succes is meer dan plaatsing” (Risbo 2023, §5.2.1)."""
    start = wording.moment(experience.start, experience.start_precision)
    end = wording.moment(experience.end, experience.end_precision) or _("heden")
    again = {True: _("Ja"), False: _("Nee"), None: ""}[experience.would_do_again]
    cost = "" if experience.cost_in_euro is None else wording.amount(experience.cost_in_euro, Unit.EURO)
    counted = (
        (_("Periode"), start if start == end else f"{start} – {end}"),
        (_("Begonnen"), _people(experience.entered)),
        (_("Gestopt voor het einde"), _people(experience.left)),
        (_("Aan het werk na 6 maanden"), _people(experience.in_work_after_6_months)),
        (_("Aan het werk na 12 maanden"), _people(experience.in_work_after_12_months)),
        (_("Aan het werk na 24 maanden"), _people(experience.in_work_after_24_months)),
        (_("Kosten, alles samen"), cost),
        (_("Zou het weer doen"), again),
    )
    told = (
        (_("Tevredenheid van deelnemers"), experience.satisfaction),
        (_("Past het werk bij de deelnemers"), experience.match),
        (_("Wat is aangepast"), experience.adaptations),
        (_("Wat is geleerd"), experience.lessons_learned),
        (_("Waarom gestopt"), experience.why_stopped),
    )
    facts = [Fact(label, [Value(text)]) for label, text in counted if text]
    facts += [Fact(label, [Value(text, language=experience.source.language)]) for label, text in told if text]
    place = Place(experience.source, experience.locator)
    return Practice(f"{experience.organisation.name}, {experience.place}", facts, place)


def _people(number: int | None) -> str:
    return "" if number is None else wording.amount(number, Unit.PEOPLE)


def version(row: RecordVersion) -> Version:
    """Write a version; parts are named as the snapshot names them, in words."""
    named = [str(PARTS.get(part, part)) for part in row.changed]
    return Version(
        row.number, row.created, row.note_en if get_language() == "en" else row.note_nl, ", ".join(dict.fromkeys(named))
    )
