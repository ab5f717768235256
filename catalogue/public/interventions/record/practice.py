"""What a record tells who wants to do it: for whom it is, what makes it work, what it needs, and what others report."""

from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from catalogue.public.interventions.facts import Blank, Fact, FactValue, Place
from catalogue.public.interventions.practice import Practice, practice
from catalogue.public.interventions.record.part import RecordPart, terms_fact
from catalogue.public.interventions.statements import AUDIENCE, NEEDS
from evidence.choices import HOME_COUNTRY, LessonKind, SchemeCode
from evidence.models import Lesson, Term

ALWAYS_NEEDED = (SchemeCode.FUNDING, SchemeCode.STEERING)
"""Schemes that are shown also when no source says anything."""
NEEDED = (
    SchemeCode.PARTY,
    SchemeCode.SCALING_CRITERION,
    SchemeCode.SCALING_VARIANT,
    SchemeCode.ENVIRONMENT_FACTOR,
)


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
    def needed(self) -> list[tuple[str, list[Lesson]]]:
        """Conditions, barriers and what else was learned, under their headings."""
        headings = (
            (LessonKind.CONDITION, _("Voorwaarden")),
            (LessonKind.BARRIER, _("Wat in de weg kan staan")),
            (LessonKind.RECOMMENDATION, _("Aanbevelingen")),
            (LessonKind.INSIGHT, _("Inzichten")),
        )
        return [(heading, self.lessons[kind]) for kind, heading in headings if kind in self.lessons]

    @property
    def organised(self) -> list[Fact]:
        """Who takes part, who pays and who steers."""
        return [
            self._partners(),
            *(self._named(code) for code in ALWAYS_NEEDED),
            *self.scheme_facts(NEEDED),
            *self.statements.passages(NEEDS),
        ]

    def _partners(self) -> Fact:
        rows = self.intervention.participations.all()
        values = [
            FactValue(f"{row.organisation.name} ({row.get_role_display().lower()})", Place(row.source, row.locator))
            for row in rows
        ]
        return Fact(_("Partners"), values, None if values else Blank.NOT_IN_SOURCE)

    def _named(self, code: str) -> Fact:
        name = self.vocabulary.schemes[code].name if code in self.vocabulary.schemes else code
        return terms_fact(name, self.classified.get(code, []))

    @property
    def experiences(self) -> list[Practice]:
        """What organisations report about their own practice."""
        return [practice(row) for row in self.intervention.experiences.all()]
