"""A record in short: what it is, in the words of the document and of the organisation, and its facts."""

from dataclasses import replace

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.facts import Fact, FactValue, Place
from catalogue.public.interventions.cards import labels, type_classifications
from catalogue.public.interventions.record.part import RecordPart, terms_fact
from catalogue.public.interventions.statements import STORY
from evidence import states
from evidence.choices import LifeStatus, Scale, SchemeCode, Scope, Topic
from evidence.models import Intervention

AT_A_GLANCE = (
    SchemeCode.COMPONENT,
    SchemeCode.SECTOR,
    SchemeCode.CAREER_MOMENT,
    SchemeCode.PILLAR,
    SchemeCode.LLO_STAGE,
    SchemeCode.TRAJECTORY_CATEGORY,
    SchemeCode.MIGRANT_TYPOLOGY,
    SchemeCode.BUILDING_BLOCK,
    SchemeCode.SUCCESS_MEASURE,
)
"""The schemes that are shown when there is something in them, in this order."""


class Summary(RecordPart):
    """“In het kort”."""

    @property
    def place(self) -> Place:
        """Where the summary stands."""
        return self.statements.place_of("summary")

    @property
    def summary_before(self) -> str:
        """What the document says, where an organisation wrote another summary."""
        return self.statements.before("summary")

    @property
    def story(self) -> list[Fact]:
        """Why, to what end and how, in the words of the organisation."""
        return self.statements.passages(STORY)

    @property
    def at_a_glance(self) -> list[Fact]:
        """The facts that every record has, blank or not; then those that this one has."""
        row = self.intervention
        return [
            self._type,
            self._fact(_("Land en plaats"), wording.where(row), ("country", "place")),
            self._fact(_("Werkgebied"), row.get_scope_display() if row.scope != Scope.UNKNOWN else "", ("scope",)),
            self._fact(_("Schaal"), row.get_scale_display() if row.scale != Scale.UNKNOWN else "", ("scale",)),
            self._status,
            self._fact(_("Looptijd"), wording.period(row), ("start", "end")),
            self._fact(
                _("Deelnemers"),
                wording.number(row.participants) if row.participants is not None else "",
                ("participants",),
            ),
            *self._duration,
            *self.scheme_facts(AT_A_GLANCE),
        ]

    @property
    def _duration(self) -> list[Fact]:
        """How long and how intensive it is for one participant; an organisation may tell that in its own words."""
        row = self.intervention
        text = "; ".join(filter(None, (wording.duration(row), row.intensity)))
        if not text and self.statements.passages([Topic.INTENSITY]):
            return []
        return [self._fact(_("Duur en intensiteit"), text, ("duration",))]

    @property
    def _type(self) -> Fact:
        fact = terms_fact(_("Type interventie"), self.classified.get(SchemeCode.INTERVENTION_TYPE, []))
        return replace(fact, sources_differ=len(labels(type_classifications(self.intervention))) > 1)

    @property
    def _status(self) -> Fact:
        row = self.intervention
        text = states.life_state(row) if row.status != LifeStatus.UNKNOWN else ""
        return self._fact(_("Status"), text, ("status", "status_note"), row.status_note)

    def _fact(self, label: str, text: str, fields: tuple[str, ...], note: str = "") -> Fact:
        before, place = self.statements.before(*fields), self.statements.place_of(*fields)
        if not text and not before:
            return Fact(label, [FactValue(note, place)] if note else [], None if note else self.blank(*fields))
        return Fact(label, [FactValue(text or _("Niet vermeld"), place, " ".join(filter(None, (note, before))))])

    @property
    def parts(self) -> list[Intervention]:
        """The published parts that it has."""
        return list(self.intervention.parts.all())
