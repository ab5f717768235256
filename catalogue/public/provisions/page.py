"""The page of one provision: each fact with the place where its source states it."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.public.facts import Fact, FactValue, Place
from catalogue.public.lessons.lines import LessonLine, lesson_lines, shown_lessons
from catalogue.public.provisions.lines import life_state, other_name
from catalogue.public.source_rows import FigureRow, figure_row
from evidence.choices import Scope
from evidence.models import Provision


class ProvisionPage:
    """A provision that was fetched with `for_pages`, part by part. What its source does not give is left out."""

    def __init__(self, provision: Provision) -> None:
        self.provision = provision

    @property
    def translation(self) -> str:
        """The name in the language of the page, when that is another."""
        return other_name(self.provision)

    @property
    def sentence(self) -> str:
        """What it is, in one sentence."""
        return wording.first_sentence(self.provision.summary)

    @property
    def place(self) -> Place:
        """Where it is described."""
        return self._place("summary")

    def _place(self, field: str) -> Place:
        return Place(self.provision.source, self.provision.place_of(field))

    @property
    def facts(self) -> list[Fact]:
        """What sort of thing it is, where, since when and until when, for whom, and who runs it."""
        return [*self._own(), *self._terms(), *self._roles()]

    def _own(self) -> Iterator[Fact]:
        row = self.provision
        texts = (
            (_("Soort"), row.get_kind_display(), "kind", ""),
            (_("Land en plaats"), wording.where(row), "country", ""),
            (_("Werkgebied"), row.get_scope_display() if row.scope != Scope.UNKNOWN else "", "scope", ""),
            (_("Status"), life_state(row) or row.status_note, "status", row.status_note if life_state(row) else ""),
            (_("Looptijd"), wording.period(row), "start" if row.start else "end", ""),
        )
        for label, text, field, note in texts:
            if text:
                yield Fact(label, [FactValue(text, self._place(field), note)])

    def _terms(self) -> Iterator[Fact]:
        rows = sorted(self.provision.classifications.all(), key=lambda row: row.term.scheme.position)
        for scheme, some in groupby(rows, key=lambda row: row.term.scheme):
            yield Fact(scheme.name, [FactValue(row.term.label, Place(row.source, row.locator)) for row in some])

    def _roles(self) -> Iterator[Fact]:
        rows = sorted(self.provision.participations.all(), key=lambda row: row.get_role_display())
        for role, some in groupby(rows, key=lambda row: row.get_role_display()):
            yield Fact(role, [FactValue(row.organisation.name, Place(row.source, row.locator)) for row in some])

    @property
    def figures(self) -> list[FigureRow]:
        """What it spends, reaches or is about, in numbers."""
        return [figure_row(row) for row in self.provision.figures.all()]

    @cached_property
    def lessons(self) -> list[LessonLine]:
        """What was learned about it."""
        return lesson_lines(shown_lessons().filter(provisions=self.provision))
