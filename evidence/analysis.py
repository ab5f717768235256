"""Words of a text and of a query, the same for both databases (docs/adr/0001).

Text is folded (case, accents, ligatures), cut in words and numbers, and stemmed. The databases see only
what comes out of here.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import snowballstemmer

LANGUAGES = {"nl": "dutch", "en": "english"}
BREAK = "xxbreakxx"
"""Stands between two texts of one record, so that no phrase runs from one into the other."""

LIGATURES = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
WORD = re.compile(r"[^\W\d_]+|\d+")
# The Dutch stemmer takes an inner “ge” for a participle.
# So it would find beleid for begeleiding, and mening for gemeente.
DUTCH_FAMILIES = ("begeleid", "werkgever", "gemeente", "gezin")
DUTCH_STOP_WORDS = """
    aan als bij dat de den der deze die dit door een en er het hoe hun ik in is je met na naar niet of om onder ook
    op over te ten ter tot u uit van veel voor was wat we wel welke wie zij zijn zo
"""
ENGLISH_STOP_WORDS = (
    "a an and are as at be by for from has how in is it of on or that the this to was what which who with"
)
STOP_WORDS = frozenset(f"{DUTCH_STOP_WORDS} {ENGLISH_STOP_WORDS}".split())
QUERY_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
SHORTEST_PREFIX = 5


def fold(text: str) -> str:
    """Take away case, accents and ligatures."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def words(text: str) -> list[str]:
    """Cut a text in folded words and numbers: `VIP-2` and `VIP2` are both `vip`, `2`."""
    return WORD.findall(fold(text))


@cache
def stem(word: str, language: str) -> str:
    """Return what a word shares with its inflections."""
    if language == "nl":
        for family in DUTCH_FAMILIES:
            if word.startswith(family):
                return family
        if word.endswith("zame"):
            return f"{word[:-4]}zaam"
    return snowballstemmer.stemmer(LANGUAGES[language]).stemWord(word)


def stems(text: str, language: str) -> list[str]:
    """Cut a text in stems; stop words stay, or phrases would lie."""
    return [stem(word, language) for word in words(text)]


class QueryPart(NamedTuple):
    """A part of a query: `stems` in this order, or a word that starts with `prefix` (when given).

    `negated`: it must not occur.
    """

    stems: tuple[str, ...]
    prefix: str
    negated: bool


def parse(query: str, language: str) -> list[QueryPart]:
    """Read a query: words (all must occur), `"a phrase"`, `begin*`, `-not`. Every other sign is ignored.

    From five letters on, a word also finds longer words that start with it: *opleiding* finds *opleidingsinstituut*.
    """
    parts = list(_parts(query, language))
    telling = [part for part in parts if part.negated or len(part.stems) > 1 or part.prefix not in STOP_WORDS]
    return telling or parts


def _parts(query: str, language: str) -> Iterator[QueryPart]:
    for match in QUERY_PART.finditer(query):
        negated = bool(match["minus"])
        if match["phrase"] is not None:
            phrase = tuple(stems(match["phrase"], language))
            if phrase:
                yield QueryPart(phrase, "", negated)
            continue
        only_prefix = match["word"].endswith("*")
        found = words(match["word"])
        for position, word in enumerate(found):
            starts = only_prefix and position == len(found) - 1
            yield QueryPart(() if starts else (stem(word, language),), word, negated)
