"""What a record tells who wants to do it: for whom it is, what makes it work, what it needs, and what others report."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from catalogue.public.facts import Fact, FactValue, Place, WhyBlank
from catalogue.public.interventions.practice import Practice, practice
from catalogue.public.interventions.record.part import RecordPart, terms_fact
from catalogue.public.interventions.statements import AUDIENCE, NEEDS
from evidence.choices import HOME_COUNTRY, LessonKind, Role, SchemeCode
from evidence.models import Lesson, Participation, Provision, Term, UnnamedParty

ALWAYS_ASKED = (Role.INITIATOR, Role.EXECUTOR, Role.PARTNER, Role.FUNDER)
"""Roles that are shown also when nobody has them."""
NEEDED = (
    SchemeCode.PARTY,
    SchemeCode.SCALING_CRITERION,
    SchemeCode.SCALING_VARIANT,
    SchemeCode.ENVIRONMENT_FACTOR,
)


@dataclass(frozen=True, slots=True)
class LessonSection:
    """Lessons under a heading, or why there are none."""

    heading: str
    lessons: list[Lesson]
    blank: WhyBlank


class LearnedInPractice(RecordPart):
    """“Voor wie”, “Werkende elementen”, “Wat u nodig hebt”, “Toepasbaar in Nederland” and “Ervaringen”."""

    @property
    def for_whom(self) -> list[Fact]:
        """The target groups, per characteristic."""
        rows = self.classified.get(SchemeCode.TARGET_GROUP, [])
        ordered = sorted(rows, key=lambda row: self._top(row.term).position)
        return [terms_fact(top.label, group) for top, group in groupby(ordered, key=lambda row: self._top(row.term))]

    def _top(self, term: Term) -> Term:
        return self.vocabulary.top(self.vocabulary.by_pk(term.pk))

    @property
    def for_whom_in_words(self) -> list[Fact]:
        """For whom it is, and what they must have, in the words of the organisation."""
        return self.statements.passages(AUDIENCE)

    @cached_property
    def lessons(self) -> dict[str, list[Lesson]]:
        """The lessons per kind."""
        rows: dict[str, list[Lesson]] = {}
        for row in self.intervention.lessons.all():
            rows.setdefault(row.kind, []).append(row)
        return rows

    @property
    def working_elements(self) -> list[Lesson]:
        """What makes it work, according to a source."""
        return self.lessons.get(LessonKind.WORKING_ELEMENT, [])

    @property
    def applicability(self) -> list[Lesson]:
        """What sources say about doing this in the Netherlands."""
        return [*self.lessons.get(LessonKind.APPLICABILITY, []), *self.lessons.get(LessonKind.ADAPTATION, [])]

    @property
    def runs_here(self) -> bool:
        """Tell whether it is Dutch, so that the question of applicability does not arise."""
        row = self.intervention
        return HOME_COUNTRY in (row.country_id, *(country.code for country in row.further_countries.all()))

    @property
    def needed(self) -> list[LessonSection]:
        """Conditions and barriers, or why there are none; then what else was learned."""
        asked = ((LessonKind.CONDITION, _("Voorwaarden")), (LessonKind.BARRIER, _("Wat in de weg kan staan")))
        more = ((LessonKind.RECOMMENDATION, _("Aanbevelingen")), (LessonKind.INSIGHT, _("Inzichten")))
        sections = [LessonSection(heading, self.lessons.get(kind, []), self.blank(kind)) for kind, heading in asked]
        return sections + [
            LessonSection(heading, self.lessons[kind], WhyBlank.NOT_CLASSIFIED)
            for kind, heading in more
            if kind in self.lessons
        ]

    @property
    def no_target_group(self) -> WhyBlank:
        """Why no target group is named."""
        return self.blank(SchemeCode.TARGET_GROUP)

    @property
    def no_working_elements(self) -> WhyBlank:
        """Why no working elements are named."""
        return self.blank(LessonKind.WORKING_ELEMENT)

    @property
    def no_applicability(self) -> WhyBlank:
        """Why nothing is said about doing this in the Netherlands."""
        return self.blank(LessonKind.APPLICABILITY)

    @property
    def organised(self) -> list[Fact]:
        """Who takes part in which role, who pays and who steers."""
        return [
            *self._parties(),
            *self._funding(),
            self.scheme_fact(SchemeCode.STEERING),
            *self.scheme_facts(NEEDED),
            *self.statements.passages(NEEDS),
        ]

    def _parties(self) -> list[Fact]:
        """Put the parties under their roles: those with a name, then those that the source does not name."""
        values: dict[str, list[FactValue]] = {}
        row: Participation | UnnamedParty
        for row in self.intervention.participations.all():
            values.setdefault(row.role, []).append(FactValue(row.organisation.name, Place(row.source, row.locator)))
        for row in self.intervention.unnamed_parties.all():
            note = _("De bron noemt geen naam.")
            values.setdefault(row.role, []).append(FactValue(row.name, Place(row.source, row.locator), note))
        return [
            Fact(str(role.label), values.get(role, []), None if role in values else self.blank(role))
            for role in Role
            if role in ALWAYS_ASKED or role in values
        ]

    def _funding(self) -> list[Fact]:
        """Say how it is funded; where only the funder is known, that one says it."""
        row = self.intervention
        known = {party.role for party in row.participations.all()} | {party.role for party in row.unnamed_parties.all()}
        is_told = Role.FUNDER in known and SchemeCode.FUNDING not in self.classified
        return [] if is_told else [self.scheme_fact(SchemeCode.FUNDING)]

    @property
    def provisions(self) -> list[Provision]:
        """The laws, funds, agreements and desks that it uses or rests on."""
        return list(self.intervention.provisions.all())

    @property
    def experiences(self) -> list[Practice]:
        """What organisations report about their own practice."""
        return [practice(row) for row in self.intervention.experiences.all()]
