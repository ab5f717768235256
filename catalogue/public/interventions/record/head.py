"""The head of a record: its name, one sentence, and the words to recognise it by."""

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.interventions.cards import labels, no_summary, translation, type_classifications
from catalogue.public.interventions.record.part import RecordPart
from evidence import states
from evidence.choices import EditorialState, LifeStatus, Scope
from evidence.models import Intervention


class Head(RecordPart):
    """What stands above the parts."""

    @property
    def translation(self) -> str:
        """The name in the language of the page, when that is another."""
        return translation(self.intervention)

    @property
    def sentence(self) -> str:
        """What it is, in one sentence; empty when the source does not describe it."""
        return wording.first_sentence(self.intervention.summary)

    @property
    def no_summary(self) -> str:
        """Why there is no such sentence."""
        return no_summary(self.intervention)

    @property
    def chips(self) -> list[str]:
        """The words to recognise it by."""
        row = self.intervention
        return [
            *([_("Praktijkinitiatief, eigen opgave")] if row.is_self_reported else []),
            *labels(type_classifications(row)),
            wording.where(row),
            row.get_kind_display(),
            *([row.get_scope_display()] if row.scope != Scope.UNKNOWN else []),
            *([states.life_state(row)] if row.status != LifeStatus.UNKNOWN else []),
        ]

    @property
    def programme(self) -> Intervention | None:
        """The published programme that it is part of."""
        programme = self.intervention.part_of
        return programme if programme and programme.editorial_state == EditorialState.PUBLISHED else None
