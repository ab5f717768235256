"""How names, numbers and moments are written on a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence import levels, moments, states
from evidence.choices import Qualifier, SourceKind, Unit
from evidence.models import Figure, Finding, Intervention, Provision, Source, Study

LEVELS = (1, 2, 3, 4, 5)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\Wa-z])")


def short_name(source: Source) -> str:
    """Name a source in a few signs, as its permanent code does: `risbo-2023` is “Risbo 2023”, `ser-2021` “SER 2021”.

    A word that its title has in capitals keeps them: “MILLION”. What an organisation submitted is named after the
    organisation.
    """
    if source.kind == SourceKind.SUBMISSION:
        return source.publisher
    capitals = {part for part in re.findall(r"\w+", source.title) if part.isupper()}
    return " ".join(
        part.upper() if len(part) <= 3 or part.upper() in capitals else part.capitalize()
        for part in source.slug.split("-")
    )


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return SENTENCE_END.split(text, maxsplit=1)[0]


def number(value: Decimal | int) -> str:
    """Write a number as the active language does, without trailing zeros."""
    value = Decimal(value)
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return number_format(value, decimal_pos=places, use_l10n=True, force_grouping=value >= 10_000)


def amount(value: Decimal | int, unit: str) -> str:
    """Write a number with what it counts."""
    if unit == Unit.PERCENT:
        return f"{number(value)}%"
    if unit == Unit.EURO:
        return f"€ {number(value)}"
    return number(value) if unit in (Unit.NUMBER, "") else f"{number(value)} {Unit(unit).label}"


def size(row: Finding | Figure) -> str:
    """Write the value of a finding or figure as its source does: “een derde”, “meer dan 70%”, “15 tot 20 weken”; empty
    when the source gives none.
    """
    if row.printed:
        return row.printed
    if row.value is None:
        return ""
    text = amount(row.value, row.unit)
    if row.value_max is not None:
        text = _("%(low)s tot %(high)s") % {"low": number(row.value), "high": amount(row.value_max, row.unit)}
    return text if row.qualifier in ("", Qualifier.EXACT) else f"{Qualifier(row.qualifier).label} {text}"


def comparison(row: Finding | Figure) -> str:
    """Write what a finding or figure is compared with: “controlegroep: 22%”; empty when the source gives nothing."""
    parts = [row.comparator] if row.comparator else []
    if row.comparator_value is not None:
        parts.append(amount(row.comparator_value, row.unit))
    return ": ".join(parts)


def difference(row: Finding | Figure) -> str:
    """Write the difference with the comparison, with its sign; percentages differ by percentage points."""
    if row.difference is None:
        return ""
    sign = "+" if row.difference > 0 else "−" if row.difference < 0 else ""
    unit = Unit.PERCENTAGE_POINT if row.unit == Unit.PERCENT else row.unit
    return sign + amount(abs(row.difference), unit)


def partial_date(text: str) -> str:
    """Write a moment as it is read: `2016-06` as “juni 2016”."""
    return moments.shown(*moments.read(text))


def period(intervention: Intervention | Provision) -> str:
    """Write the first and last moment of an intervention, as precisely as the source says.

    A dash, as “until” would say whether the last year is in it.
    """
    start, end = (
        moments.shown(intervention.start, intervention.start_precision),
        moments.shown(intervention.end, intervention.end_precision),
    )
    if start and end:
        return start if start == end else _("%(start)s – %(end)s") % {"start": start, "end": end}
    if start:
        return _("vanaf %(start)s") % {"start": start}
    return _("einde: %(end)s") % {"end": end} if end else ""


def duration(intervention: Intervention) -> str:
    """Write how long it takes for one participant: “6 maanden”, “3 tot 24 maanden”; empty when that is not known."""
    low, high = intervention.duration_min, intervention.duration_max
    if low is None:
        return ""
    if high in (None, low):
        return ngettext("%(months)s maand", "%(months)s maanden", low) % {"months": low}
    return _("%(low)s tot %(high)s maanden") % {"low": low, "high": high}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLevel:
    """A level of a study as its source prints it, and which steps of the scale that is; none for a printed 0."""

    words: str
    steps: list[tuple[int, bool]]


def printed_level(study: Study) -> PrintedLevel | None:
    """Write the level of a study as it is printed: “niveau 2–3 van 5”; None when its source gives none."""
    if study.sms_min is None or study.sms_max is None:
        return None
    level = states.level_words(study.sms_printed)
    if study.sms_max == 0:
        return PrintedLevel(words=_("niveau %(level)s") % {"level": level}, steps=[])
    steps = [(step, study.sms_min <= step <= study.sms_max) for step in LEVELS]
    return PrintedLevel(words=_("niveau %(level)s van 5") % {"level": level}, steps=steps)


def highest_level(studies: Iterable[Study]) -> PrintedLevel | None:
    """Write the highest level among studies; of two that count the same, the one that may be higher."""
    study = _highest(studies)
    return printed_level(study) if study else None


def highest_printed(studies: Iterable[Study]) -> str:
    """Write the same level without the scale, for a table: “2–3”; empty when no study has one."""
    study = _highest(studies)
    return states.level_words(study.sms_printed) if study else ""


def _highest(studies: Iterable[Study]) -> Study | None:
    rated = [study for study in studies if study.sms_max is not None]
    ranks = {study: (levels.of_record(study.sms_max, study.sms_counted) or 0, study.sms_max) for study in rated}
    return max(rated, key=lambda study: ranks[study]) if rated else None


def where(intervention: Intervention | Provision) -> str:
    """Name the countries of an intervention, the main one first, and its place."""
    rows = [intervention.country] if intervention.country else []
    further = intervention.further_countries.all() if isinstance(intervention, Intervention) else ()
    names = [row.name for row in (*rows, *further)]
    return ", ".join(filter(None, (*names, intervention.place))) or _("Land niet vermeld")
