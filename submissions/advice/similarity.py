"""“Wie doet dit al?”: the published interventions, and own drafts, that are most like what is being described.

Likeness has three parts: the name (nearly equal names come first), the words (both languages, weighed by how rare
they are in the catalogue) and what it is counted to (type, target group, components, building blocks; a narrower
term is like its broader one). Everything is compared in Python, with the words that `evidence.analysis` made, so
that both databases answer alike.
"""

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_noop

from evidence import analysis
from evidence.choices import SchemeCode
from evidence.models import Intervention, Organisation
from evidence.vocabulary import Vocabulary
from submissions.advice import profiles
from submissions.advice.profiles import Known, Profile
from submissions.choices import Kind, State
from submissions.models import Submission

IN_HAND = (State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
"""The states of a draft that is still being worked on; what was published is compared as a record."""

SAME: dict[str, tuple[float, str]] = {
    SchemeCode.INTERVENTION_TYPE: (0.1, gettext_noop("Hetzelfde type: %(shared)s.")),
    SchemeCode.TARGET_GROUP: (0.3, gettext_noop("Dezelfde doelgroep: %(shared)s.")),
    SchemeCode.COMPONENT: (0.2, gettext_noop("Dezelfde onderdelen: %(shared)s.")),
    SchemeCode.BUILDING_BLOCK: (0.1, gettext_noop("Dezelfde bouwstenen: %(shared)s.")),
}
"""What sharing all terms of a scheme is worth (the words are worth 1 at most), and the reason it gives."""
SAME_WORDS = gettext_noop("Dezelfde woorden: %(shared)s.")
NEAR_NAME = gettext_noop("De naam lijkt op “%(shared)s”.")

NAME = 3
"""What the same name is worth: even a nearly equal one is worth more than all else together."""
NEARLY_EQUAL = 0.84
SHORTEST_START = 5
LEAST = 0.12
"""Below this, likeness says nothing: almost everything is about people and work."""
HALF = 20.0
"""The weight of shared words that makes two texts half alike."""
TELLING = 1.0
"""A stem in more than about a third of the records says nothing; `Known.rarity` gives it less than this."""
LEAST_WORDS = 2
"""One shared word makes two texts alike only when no more was written."""
MOST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A published record or a draft of one's own that is like the answers; reasons are lazily translated sentences."""

    score: float
    near_name: bool
    reasons: list[str]
    name: str
    intervention: Intervention | None = None
    submission: Submission | None = None


class Likeness:
    """What the answers have in common with one other thing."""

    def __init__(self, known: Known, asked: Profile, other: Profile) -> None:
        self.known, self.asked, self.other = known, asked, other

    @cached_property
    def name(self) -> float:
        """Return how near the nearest name is; 0 when it is not near."""
        return max((nearness(mine, theirs) for mine in self.asked.names for theirs in self.other.names), default=0.0)

    @cached_property
    def words(self) -> tuple[float, list[str]]:
        """Return how alike the words are (0 to 1), and the stems that are shared, the rarest first.

        It is said of the language in which they are most alike.
        """
        return max((self._in(language) for language in analysis.LANGUAGES), key=lambda found: found[0])

    def _in(self, language: str) -> tuple[float, list[str]]:
        mine, theirs = self.asked.stems[language], self.other.stems[language]
        says = {stem: self.known.rarity(language, stem) for stem in mine.keys() & theirs.keys()}
        weight = {
            stem: rarity * math.sqrt(mine[stem] * theirs[stem]) for stem, rarity in says.items() if rarity >= TELLING
        }
        if len(weight) < LEAST_WORDS <= len(mine):
            return 0.0, []
        # A long text has many words by chance; its length counts for half, as in BM25.
        length = max(1.0, (1 + len(theirs) / self.known.usual_length(language)) / 2)
        together = sum(weight.values()) / length
        return together / (together + HALF), sorted(weight, key=lambda stem: (-weight[stem], stem))

    @cached_property
    def terms(self) -> dict[str, tuple[float, list[int]]]:
        """Return per scheme which part of the terms asked for is shared, and which those are."""
        found = {}
        for scheme in SAME:
            mine, theirs = self.asked.terms[scheme], self.other.terms[scheme]
            shared = [
                pk for pk in sorted(mine) if self._path(pk) & theirs or any(pk in self._path(other) for other in theirs)
            ]
            if shared:
                found[scheme] = (len(shared) / len(mine), shared)
        return found

    def _path(self, pk: int) -> set[int]:
        words = self.known.words
        return {term.pk for term in words.path(words.by_pk(pk))}

    @property
    def score(self) -> float:
        """Return how alike they are; a near name is worth more than all else together."""
        return (
            NAME * self.name
            + self.words[0]
            + sum(SAME[scheme][0] * part for scheme, (part, _pks) in self.terms.items())
        )

    def reasons(self, name: str, spoken: Mapping[str, str]) -> Iterator[str]:
        """Say why, in whole sentences: the name, what it is counted to, and the words (as the asker wrote them)."""
        if self.name:
            yield _because(NEAR_NAME, (name,))
        for scheme, (_part, pks) in self.terms.items():
            yield _because(SAME[scheme][1], pks, self.known.words)
        if self.words[1]:
            yield _because(SAME_WORDS, tuple(dict.fromkeys(spoken[stem] for stem in self.words[1]))[:MOST_WORDS])


def nearness(one: str, other: str) -> float:
    """Return how near two folded names are, from 0 (not near) to 1 (the same).

    Typing errors are forgiven, the words may stand in another order, and the one may be the start of the other.
    """
    if one == other:
        return 1.0
    shortest, longest = sorted((one, other), key=len)
    if len(shortest) >= SHORTEST_START and f"{longest} ".startswith(f"{shortest} "):
        return 0.95
    if one == shortest and len(one) >= SHORTEST_START and other.startswith(one):
        return 0.9
    return max(_ratio(one, other), _ratio(" ".join(sorted(one.split())), " ".join(sorted(other.split()))))


def _ratio(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < NEARLY_EQUAL or matcher.quick_ratio() < NEARLY_EQUAL:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= NEARLY_EQUAL else 0.0


def _sentence(msgid: str, shared: tuple, words: Vocabulary | None) -> str:
    names = [words.by_pk(pk).label for pk in shared] if words else list(shared)
    return gettext(msgid) % {"shared": ", ".join(names)}


_lazy_sentence = lazy(_sentence, str)


def _because(msgid: str, shared: Iterable, words: Vocabulary | None = None) -> str:
    """Write a reason in the language of who reads it."""
    return _lazy_sentence(msgid, tuple(shared), words)


def similar(
    answers: Mapping[str, Any],
    *,
    organisation: Organisation | None = None,
    exclude: Submission | None = None,
    limit: int = 5,
) -> list[Similar]:
    """Return what is most like these answers, near names first, then by score; empty when nothing is like it.

    Drafts are compared only for `organisation`, the one that asks: nothing of another's is ever read. `exclude` is the
    submission that is being written, with the record that it became.
    """
    known = profiles.known()
    asked = known.of(answers)
    candidates = [*_records(known, asked, exclude), *_drafts(known, asked, organisation, exclude)]
    candidates.sort(key=lambda found: (-found[0].score, found[1] is None))
    best = [found for found in candidates if found[0].score >= LEAST][:limit]
    rows = Intervention.objects.select_related("country").in_bulk([pk for _alike, pk, _draft in best if pk])
    spoken = _spoken(answers)
    return [_similar(alike, rows[pk] if pk else None, draft, spoken) for alike, pk, draft in best]


def _similar(
    alike: Likeness, record: Intervention | None, draft: Submission | None, spoken: Mapping[str, str]
) -> Similar:
    name = record.name if record else draft.title if draft else ""
    return Similar(
        score=alike.score,
        near_name=bool(alike.name),
        reasons=list(alike.reasons(name, spoken)),
        name=name,
        intervention=record,
        submission=draft,
    )


Found = tuple[Likeness, int | None, Submission | None]


def _records(known: Known, asked: Profile, exclude: Submission | None) -> Iterator[Found]:
    for pk, profile in known.profiles.items():
        if exclude is None or pk != exclude.intervention_id:
            yield Likeness(known, asked, profile), pk, None


def _drafts(
    known: Known, asked: Profile, organisation: Organisation | None, exclude: Submission | None
) -> Iterator[Found]:
    if organisation is None:
        return
    rows = Submission.objects.filter(organisation=organisation, kind=Kind.NEW, state__in=IN_HAND).order_by("pk")
    for row in rows.exclude(pk=exclude.pk) if exclude else rows:
        yield Likeness(known, asked, known.of(row.answers)), None, row


def _spoken(answers: Mapping[str, Any]) -> dict[str, str]:
    """Give for every stem the first word of the answers that it was made of."""
    found: dict[str, str] = {}
    for text in profiles.texts_of(answers, (*profiles.NAMES, *profiles.TEXTS)):
        for word in analysis.words(text):
            for language in analysis.LANGUAGES:
                found.setdefault(analysis.stem(word, language), word)
    return found
