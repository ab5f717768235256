"""What organisations say of a record themselves.

Texts of their own, and facts that they state otherwise than the document.
"""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.facts import Fact, FactValue, Place
from evidence.choices import AmendedFact, LifeStatus, Role, Scale, Scope, Topic
from evidence.models import Amendment, Intervention, Organisation, Passage

STORY = (Topic.OCCASION, Topic.GOAL, Topic.APPROACH, Topic.INTENSITY, Topic.AFTERWARDS)
AUDIENCE = (Topic.FOR_WHOM, Topic.ENTRY_REQUIREMENTS)
COSTS = (Topic.COST_PER_PARTICIPANT, Topic.BUDGET, Topic.COSTS)
NEEDS = (Topic.COOPERATION, *COSTS)
WORDS: dict[str, type[TextChoices]] = {
    AmendedFact.STATUS: LifeStatus,
    AmendedFact.SCOPE: Scope,
    AmendedFact.SCALE: Scale,
}
ANSWERS_FOR = (Role.INITIATOR, Role.EXECUTOR)
MOMENTS = (AmendedFact.START, AmendedFact.END)


class OrganisationStatements:
    """The passages and amendments of an intervention that was fetched with `for_pages`."""

    def __init__(self, intervention: Intervention) -> None:
        self.intervention = intervention

    def passages(self, topics: Iterable[str]) -> list[Fact]:
        """Return what is told about these topics, in this order; what nobody told is left out."""
        rows = self.intervention.passages.all()
        facts = (Fact(str(Topic(topic).label), [_value(row) for row in rows if row.topic == topic]) for topic in topics)
        return [fact for fact in facts if fact.values]

    @cached_property
    def amendments(self) -> dict[str, Amendment]:
        """The facts that an organisation states, in place of the document."""
        return {row.fact: row for row in self.intervention.amendments.all()}

    def place_of(self, *facts: str) -> Place:
        """Return where the present form of a fact stands; of several, the first that was amended."""
        amended = [self.amendments[fact] for fact in facts if fact in self.amendments]
        if amended:
            return Place(amended[0].source, amended[0].locator)
        return Place(self.intervention.source, self.intervention.place_of(facts[0]))

    def before(self, *facts: str) -> str:
        """Say what the document itself states, where an organisation states otherwise; empty when it states nothing."""
        amended = [self.amendments[fact] for fact in facts if fact in self.amendments]
        was = ", ".join(_in_words(row) for row in amended if row.before)
        if not was:
            return ""
        return _("%(source)s zegt: %(fact)s.") % {"source": wording.short_name(self.intervention.source), "fact": was}

    @property
    def contact(self) -> Organisation | None:
        """The organisation that can be asked about it: one that takes part and started it or carries it out."""
        rows = [
            row
            for row in self.intervention.participations.all()
            if row.organisation.takes_part and row.role in ANSWERS_FOR
        ]
        return min(rows, key=lambda row: row.role != Role.INITIATOR).organisation if rows else None


def _value(row: Passage) -> FactValue:
    language = "" if row.text_en else row.source.language
    return FactValue(row.text, Place(row.source, row.locator), language=language)


def _in_words(row: Amendment) -> str:
    """Write a fact as it was, as the active language does."""
    if row.fact in WORDS:
        return str(WORDS[row.fact](row.before).label)
    text = wording.partial_date(row.before) if row.fact in MOMENTS else row.before
    label = str(AmendedFact(row.fact).label).lower()
    return f"{label} {text}" if row.fact in MOMENTS else text.rstrip(".")
