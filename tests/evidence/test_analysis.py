"""Words, stems and queries."""

import pytest

from evidence import analysis
from evidence.analysis import QueryPart

pytestmark = pytest.mark.no_database("it cuts words")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("opleiding", "opleidingen"),
        ("vluchteling", "vluchtelingen"),
        ("werkloos", "werklozen"),
        ("interventie", "interventies"),
        ("duurzaam", "duurzame"),
        ("gemeente", "gemeenten"),
        ("werkgever", "werkgevers"),
        ("begeleiding", "begeleiden"),
        ("statushouder", "statushouders"),
    ],
)
def test_inflections_meet(left, right):
    assert analysis.stems(left, "nl") == analysis.stems(right, "nl")


@pytest.mark.parametrize(
    ("left", "right"), [("begeleiding", "beleid"), ("gemeente", "mening"), ("werkgever", "werk"), ("gezin", "zin")]
)
def test_words_that_only_look_alike_do_not_meet(left, right):
    assert analysis.stems(left, "nl") != analysis.stems(right, "nl")


def test_case_accents_ligatures_and_joined_numbers_are_folded():
    assert analysis.words("Välkommen, JÄMSTÄLLD Løntilskud straße VIP-2 VIP2") == [
        "valkommen", "jamstalld", "lontilskud", "strasse", "vip", "2", "vip", "2",
    ]  # fmt: skip


def test_a_query_is_words_phrases_prefixes_and_negations():
    assert analysis.parse('de taal "aan het werk" oplei* -mentor', "nl") == [
        QueryPart(("taal",), "taal", False),
        QueryPart(("aan", "het", "werk"), "", False),
        QueryPart((), "oplei", False),
        QueryPart(("mentor",), "mentor", True),
    ]


@pytest.mark.parametrize("query", ["", "  ", '"', '""', "-", "*", "🙂", "' OR 1=1 --", "a:b & (c | !d) <-> e"])
def test_no_query_holds_more_than_words(query):
    for part in analysis.parse(query, "nl"):
        for text in (*part.stems, part.prefix):
            assert text == "" or text.isalnum()


def test_a_query_of_stop_words_alone_still_asks_something():
    assert analysis.parse("van de", "nl") == [QueryPart(("van",), "van", False), QueryPart(("de",), "de", False)]
