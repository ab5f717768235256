"""Reports of practice as a record shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.facts import Fact, FactValue, Place
from evidence import moments
from evidence.choices import Unit
from evidence.models import Experience


@dataclass(frozen=True, slots=True)
class Practice:
    """A report of practice: where and when, what was told, and the place of all of it."""

    title: str
    facts: list[Fact]
    place: Place


def practice(experience: Experience) -> Practice:
    """Write a report of practice without what was not told. “Succes is meer dan plaatsing” (Risbo 2023, §5.2.1)."""
    language = experience.source.language
    facts = [Fact(label, [FactValue(text)]) for label, text in _counted(experience) if text]
    facts += [Fact(label, [FactValue(text, language=language)]) for label, text in _told(experience) if text]
    place = Place(experience.source, experience.locator)
    return Practice(f"{experience.organisation.name}, {experience.place}", facts, place)


def _counted(experience: Experience) -> tuple[tuple[str, str], ...]:
    start = moments.shown(experience.start, experience.start_precision)
    end = moments.shown(experience.end, experience.end_precision) or _("heden")
    again = {True: _("Ja"), False: _("Nee"), None: ""}[experience.would_do_again]
    cost = "" if experience.cost_in_euro is None else wording.amount(experience.cost_in_euro, Unit.EURO)
    return (
        (_("Periode"), start if start == end else f"{start} – {end}"),
        (_("Begonnen"), _people(experience.entered)),
        (_("Gestopt voor het einde"), _people(experience.left)),
        (_("Aan het werk na 6 maanden"), _people(experience.in_work_after_6_months)),
        (_("Aan het werk na 12 maanden"), _people(experience.in_work_after_12_months)),
        (_("Aan het werk na 24 maanden"), _people(experience.in_work_after_24_months)),
        (_("Kosten, alles samen"), cost),
        (_("Zou het weer doen"), again),
    )


def _told(experience: Experience) -> tuple[tuple[str, str], ...]:
    return (
        (_("Tevredenheid van deelnemers"), experience.satisfaction),
        (_("Past het werk bij de deelnemers"), experience.match),
        (_("Wat is aangepast"), experience.adaptations),
        (_("Wat is geleerd"), experience.lessons_learned),
        (_("Waarom gestopt"), experience.why_stopped),
    )


def _people(number: int | None) -> str:
    return "" if number is None else wording.amount(number, Unit.PEOPLE)
