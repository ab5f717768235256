"""An intervention as a list shows it: never rosier than its record."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue import wording
from catalogue.public.facts import why_blank
from catalogue.public.verdict_badges import VerdictBadge, verdict_badge
from evidence import states, verdicts
from evidence.choices import InterventionKind, LifeStatus, SchemeCode
from evidence.models import Classification, Intervention

TYPES = SchemeCode.INTERVENTION_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card prints. `sources_differ`: several types, according to several places. `used_by` counts experiences.

    `sentence_language` is given when the sentence may be in another language than the page; `blank` says why there is
    no sentence.
    """

    slug: str
    name: str
    language: str
    translation: str
    sentence: str
    sentence_language: str
    blank: str
    where: str
    types: str
    sources_differ: bool
    facts: list[str]
    verdict: VerdictBadge | None
    differ: bool
    level: wording.PrintedLevel | None
    studies: str
    self_reported: bool
    used_by: str


def type_classifications(intervention: Intervention) -> list[Classification]:
    """Return what sources say the type of an intervention is."""
    return [row for row in intervention.classifications.all() if row.term.scheme.code == TYPES]


def labels(rows: Iterable[Classification]) -> list[str]:
    """Name the terms of some classifications, each once."""
    return list(dict.fromkeys(row.term.label for row in rows))


def studies_in_words(number: int) -> str:
    """Say how many studies there are; empty without any: the verdict says so."""
    return ngettext("%(number)s onderzoek", "%(number)s onderzoeken", number) % {"number": number} if number else ""


def used_by(intervention: Intervention) -> str:
    """Say how many organisations shared an experience; municipalities when all of them are. Empty without any."""
    number = intervention.user_count
    if not number:
        return ""
    if number == intervention.municipality_count:
        text = ngettext("Gebruikt door %(number)s gemeente", "Gebruikt door %(number)s gemeenten", number)
    else:
        text = ngettext("Gebruikt door %(number)s organisatie", "Gebruikt door %(number)s organisaties", number)
    return text % {"number": number}


def translation(intervention: Intervention) -> str:
    """Return the name in the language of the page, when that is another than the original name."""
    name = intervention.name_translated
    return "" if name.casefold() == intervention.name.casefold() else name


def no_summary(intervention: Intervention) -> str:
    """Say why there is no summary: a source only mentions it, or else what a reader found; empty when there is one."""
    if intervention.summary:
        return ""
    if not intervention.described:
        return _("Alleen genoemd: wij hebben er geen beschrijving van.")
    return why_blank(intervention, "summary").label


def card(intervention: Intervention) -> Card:
    """Make the card of an intervention that was fetched with `for_cards`."""
    found, studies = list(intervention.verdicts.all()), list(intervention.studies.all())
    first = verdicts.headline(found, about=intervention.headline_id)
    types = labels(type_classifications(intervention))
    facts = [
        intervention.get_kind_display() if intervention.kind != InterventionKind.INSTANCE else "",
        states.life_state(intervention) if intervention.status != LifeStatus.UNKNOWN else "",
        wording.period(intervention),
    ]
    return Card(
        slug=intervention.slug,
        name=intervention.name,
        language=intervention.language,
        translation=translation(intervention),
        sentence=wording.first_sentence(intervention.summary),
        sentence_language="" if intervention.summary_en else intervention.source.language,
        blank=no_summary(intervention),
        where=wording.where(intervention),
        types=", ".join(types),
        sources_differ=len(types) > 1,
        facts=[fact for fact in facts if fact],
        verdict=verdict_badge(first, studies) if first else None,
        differ=verdicts.differ(found),
        level=wording.highest_level(studies),
        studies=studies_in_words(len(studies)),
        self_reported=intervention.is_self_reported,
        used_by=used_by(intervention),
    )
