"""Every sentence of the catalogue is our own: none shares ten words in a row with a source.

Names, titles and labels are facts and are carried over; the rule covers summaries,
statements, texts, definitions, designs, descriptions, notes.
"""

import csv
import tomllib
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests import own_words

pytestmark = pytest.mark.no_database("it reads files of the repository")

FIXTURES = settings.BASE_DIR / "fixtures"
SENTENCES = (
    "summary", "statement", "text", "definition", "design", "description", "intensity", "note", "status_note",
)  # fmt: skip


def is_sentence(column: str) -> bool:
    return column.removesuffix("_nl").removesuffix("_en") in SENTENCES and column.endswith(("_nl", "_en"))


def sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(FIXTURES.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (
                    (f"{path.name} {next(iter(row.values()))} {column}", text)
                    for column, text in row.items()
                    if is_sentence(column)
                )
    for path in sorted(FIXTURES.rglob("*.toml")):
        for column, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if is_sentence(column):
                yield f"{path.name} {column}", text


def test_no_sentence_shares_ten_words_in_a_row_with_a_source():
    sources = own_words.stored()
    assert len(sources) > 50_000
    checked = list(sentences())
    assert len(checked) > 2_000
    assert [(place, run) for place, text in checked if (run := own_words.shared(text, sources))] == []


@pytest.mark.parametrize(
    ("text", "run"),
    [
        (
            "Zo kan het gebeuren dat de ene gemeente iets ‘nieuws’ bedenkt wat elders al bestaat.",
            "zo kan het gebeuren dat de ene gemeente iets nieuws",
        ),
        ("Zo kan het gebeuren dat een gemeente iets bedenkt dat elders al bestaat.", None),
    ],
)
def test_a_copied_sentence_would_be_caught(text, run):
    assert own_words.shared(text, own_words.stored()) == run
