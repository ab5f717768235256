"""A provision as a list shows it. It has no verdict: nobody asks of a law or a desk whether it has an effect."""

from dataclasses import dataclass

from django.db.models import Q

from catalogue import wording
from evidence import states
from evidence.choices import LifeStatus
from evidence.models import Country, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionLine:
    """What a list prints of a provision; `facts` are its kind, where it is, and its state with the day of it."""

    slug: str
    name: str
    language: str
    translation: str
    sentence: str
    facts: list[str]


def other_name(provision: Provision) -> str:
    """Return the name in the language of the page, when that is another than the original name."""
    name = provision.name_translated
    return "" if name.casefold() == provision.name.casefold() else name


def life_state(provision: Provision) -> str:
    """Say in which state it is, with the day of that state; nothing when the source does not say."""
    return "" if provision.status == LifeStatus.UNKNOWN else states.life_state(provision)


def provision_line(provision: Provision) -> ProvisionLine:
    """Write a provision that was fetched with its country and source."""
    facts = (provision.get_kind_display(), wording.where(provision), life_state(provision), wording.period(provision))
    return ProvisionLine(
        slug=provision.slug,
        name=provision.name,
        language=provision.language,
        translation=other_name(provision),
        sentence=wording.first_sentence(provision.summary),
        facts=[fact for fact in facts if fact],
    )


def lines_of(chosen: Q) -> list[ProvisionLine]:
    """Write the provisions that are chosen, by name."""
    rows = Provision.objects.filter(chosen).select_related("country", "source").distinct()
    return [provision_line(row) for row in rows]


def of_country(country: Country) -> list[ProvisionLine]:
    """Write the provisions of a country."""
    return lines_of(Q(country=country))
