"""Whom a visitor asks about: one or more characteristics, combined; and the questions that are one step wider."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from catalogue.public.lifelong_learning.known import GROUP, KnownOfStage
from evidence.models import Term
from evidence.vocabulary import Vocabulary

MOST_CHARACTERISTICS = 5
"""Characteristics that are combined; with more, hardly any source says anything."""


@dataclass(frozen=True)
class GroupQuestion:
    """The groups asked about, by characteristic (gender, age …): any of those within one, and all of them together.

    `left_out` are asked too, but more than can be combined.
    """

    vocabulary: Vocabulary
    groups: tuple[tuple[Term, ...], ...]
    left_out: tuple[tuple[Term, ...], ...] = ()

    @cached_property
    def codes(self) -> list[str]:
        """The codes of all groups, as they stand in an address."""
        return [term.code for some in self.groups for term in some]

    @cached_property
    def label(self) -> str:
        """Name the groups: “Vrouwen, Laagopgeleid”; empty when nobody in particular is asked about."""
        return ", ".join("/".join(term.label for term in some) for some in self.groups)

    @cached_property
    def in_words(self) -> str:
        """Name the groups in a sentence: “Vrouwen” en “Laagopgeleid”."""
        return _(" en ").join(_(" of ").join(f"“{term.label}”" for term in some) for some in self.groups)

    def asks_for(self, known: KnownOfStage) -> bool:
        """Tell whether something is about the groups asked."""
        return all(any(term.code in known.groups for term in some) for some in self.groups)

    def one_step_wider(self) -> Iterator["GroupQuestion"]:
        """Ask the same with one characteristic wider: its broader group, or else without it."""
        for position, some in enumerate(self.groups):
            broader = tuple(dict.fromkeys(self._broader(term) for term in some))
            kept = (tuple(term for term in broader if term),) if all(broader) else ()
            groups = (*self.groups[:position], *kept, *self.groups[position + 1 :])
            yield GroupQuestion(self.vocabulary, groups)

    def _broader(self, term: Term) -> Term | None:
        """Return the group that holds a group; the characteristic itself is none."""
        path = self.vocabulary.path(term)
        return path[1] if len(path) > 2 else None


def question_of(vocabulary: Vocabulary, codes: list[str]) -> GroupQuestion:
    """Put the codes asked under their characteristics, at most so many."""
    by_characteristic: dict[Term, list[Term]] = {}
    for term in vocabulary.named(GROUP, codes):
        by_characteristic.setdefault(vocabulary.top(term), []).append(term)
    groups = tuple(map(tuple, by_characteristic.values()))
    return GroupQuestion(vocabulary, groups[:MOST_CHARACTERISTICS], groups[MOST_CHARACTERISTICS:])
