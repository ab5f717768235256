"""What is compared when a new initiative is held beside others: names, telling words, and what it is counted to."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from evidence import analysis, vocabulary
from evidence.choices import SchemeCode
from evidence.models import Classification, Intervention, SearchDocument
from evidence.vocabulary import Vocabulary
from submissions.choices import Kind
from submissions.questions import all_questions
from submissions.questions.declaration import Question

NAMES = ("name", "name_en")
TEXTS = ("summary", "summary_en", "goal", "for_whom", "occasion", "approach")
"""The answers whose words are compared."""
SCHEMES = frozenset(
    {SchemeCode.INTERVENTION_TYPE, SchemeCode.TARGET_GROUP, SchemeCode.COMPONENT, SchemeCode.BUILDING_BLOCK}
)
"""The schemes whose terms are compared."""
NAME_COUNTS = 2
"""How many times as much a word in a name counts."""
SAYS_NOTHING = """
    al alle allemaal alleen altijd andere anders beter binnen dan daar daarna daarvan deelnemer deelnemers doen doet
    door dus eigen elk elke enkele gaan gaat geen goed half hebben heeft hen het hij hier iedereen iemand iets jaar
    jaren kan kunnen komen komt krijgen krijgt later maak maakt maanden maar mee meer meeste mensen minder mogelijk
    moet moeten naast nieuw nieuwe nog nu onze over past per samen slag soms steeds tot twee tussen verder via vaak
    veel waar waarin waarna waarvoor wanneer week weinig wel werd werden willen wordt worden zelf zich ziet zodat
    zonder zou zullen
"""
"""Words that any description may have; they make nothing alike."""


class Profile:
    """What is compared of one thing: its names, its stems with their weight per language, and its terms per scheme."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = [folded for name in names if (folded := " ".join(analysis.words(name)))]
        self.stems: dict[str, Counter[str]] = {language: Counter() for language in analysis.LANGUAGES}
        self.terms: dict[str, set[int]] = defaultdict(set)

    def add(self, language: str, stems: Iterable[str], times: int = 1) -> None:
        """Note the telling stems of a text."""
        for stem in stems:
            if len(stem) > 1 and stem != analysis.BREAK and stem not in _empty_stems():
                self.stems[language][stem] = max(times, self.stems[language][stem])


class Known:
    """The published interventions as profiles, in the order of the catalogue, and how rare every stem is among them."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.profiles: dict[int, Profile] = {}
        published = Intervention.objects.published().order_by("sort_name", "pk")
        for row in published.only("name", "name_nl", "name_en", "aliases"):
            self.profiles[row.pk] = Profile((row.name, row.name_nl, row.name_en, *row.aliases))
        pks = published.order_by().values("pk")
        for text in SearchDocument.objects.filter(subject=SearchDocument.Subject.INTERVENTION, subject_id__in=pks):
            self.profiles[text.subject_id].add(text.language, text.title.split(), NAME_COUNTS)
            self.profiles[text.subject_id].add(text.language, text.body.split())
        for classified in Classification.objects.filter(intervention__in=pks, term__scheme__code__in=SCHEMES):
            term = words.by_pk(classified.term_id)
            self.profiles[classified.intervention_id].terms[term.scheme.code].add(term.pk)
        self._documents = {
            language: Counter(stem for profile in self.profiles.values() for stem in profile.stems[language])
            for language in analysis.LANGUAGES
        }

    def rarity(self, language: str, stem: str) -> float:
        """Return how much a stem says: the more records have it, the less (0 when all do)."""
        return math.log((1 + len(self.profiles)) / (1 + self._documents[language][stem]))

    def usual_length(self, language: str) -> float:
        """Return how many different stems a record has on average."""
        return max(1.0, self._documents[language].total() / max(1, len(self.profiles)))

    def of(self, answers: Mapping[str, Any]) -> Profile:
        """Make the profile of what is being described."""
        names, texts = list(texts_of(answers, NAMES)), list(texts_of(answers, TEXTS))
        profile = Profile(names)
        for language in analysis.LANGUAGES:
            profile.add(language, (stem for name in names for stem in analysis.stems(name, language)), NAME_COUNTS)
            profile.add(language, (stem for text in texts for stem in analysis.stems(text, language)))
        for question in _questions_with_terms():
            terms = self.words.terms.get(question.scheme, {})
            codes = (code for code in answers.get(question.code) or () if isinstance(code, str))
            profile.terms[question.scheme].update(terms[code].pk for code in codes if code in terms)
        return profile


def texts_of(answers: Mapping[str, Any], codes: Iterable[str]) -> Iterator[str]:
    """Return the texts among some answers."""
    return (answers[code] for code in codes if isinstance(answers.get(code), str))


def known() -> Known:
    """Return what is known in the present state of the catalogue: one query, unless the catalogue changed."""
    return _known(vocabulary.current())


@lru_cache(maxsize=2)
def _known(words: Vocabulary) -> Known:
    """Keep it for as long as the vocabulary of the same state is kept."""
    return Known(words)


@lru_cache
def _empty_stems() -> frozenset[str]:
    words = {*analysis.STOP_WORDS, *SAYS_NOTHING.split()}
    return frozenset(words | {analysis.stem(word, language) for word in words for language in analysis.LANGUAGES})


@lru_cache
def _questions_with_terms() -> tuple[Question, ...]:
    return tuple(question for question in all_questions(Kind.NEW).values() if question.scheme in SCHEMES)
