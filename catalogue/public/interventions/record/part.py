"""What every part of a record starts from: the intervention, what organisations say of it, and its classifications."""

from collections.abc import Iterable
from functools import cached_property

from catalogue.public.facts import Fact, FactValue, Place, WhyBlank, why_blank
from catalogue.public.interventions.statements import OrganisationStatements
from evidence import vocabulary
from evidence.models import Classification, Intervention


class RecordPart:
    """A part of the page of one intervention."""

    def __init__(self, intervention: Intervention) -> None:
        self.intervention = intervention
        self.statements = OrganisationStatements(intervention)
        self.vocabulary = vocabulary.current()

    @cached_property
    def classified(self) -> dict[str, list[Classification]]:
        """What sources count it to, per scheme."""
        rows: dict[str, list[Classification]] = {}
        for row in self.intervention.classifications.all():
            rows.setdefault(row.term.scheme.code, []).append(row)
        return rows

    def scheme_facts(self, codes: Iterable[str]) -> list[Fact]:
        """Return what it is counted to in these schemes, as far as it is, or a reader says why it is not."""
        return [self.scheme_fact(code) for code in codes if code in self.classified or code in self.intervention.blanks]

    def scheme_fact(self, code: str) -> Fact:
        """Return what it is counted to in a scheme, or why it is not."""
        name = self.vocabulary.schemes[code].name if code in self.vocabulary.schemes else code
        return terms_fact(name, self.classified.get(code, []), self.blank(code))

    def blank(self, *fields: str) -> WhyBlank:
        """Say why these fields are blank."""
        return why_blank(self.intervention, *fields)


def terms_fact(label: str, rows: Iterable[Classification], blank: WhyBlank = WhyBlank.NOT_CLASSIFIED) -> Fact:
    """Write classifications as a fact, each with its place."""
    values = [FactValue(row.term.label, Place(row.source, row.locator), row.note) for row in rows]
    return Fact(label, values, None if values else blank)
