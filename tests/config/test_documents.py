"""Documents that must not drift from the code."""

import re

import pytest
from django.conf import settings

from evidence.loading import tables

pytestmark = pytest.mark.no_database("it reads files of the repository")


def test_the_format_of_the_fixtures_is_documented_column_by_column():
    text = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
    documented = {
        file: re.sub(r"\([^)]*\)", "", columns).split(".")[0].replace(" ", "")
        for file, columns in re.findall(r"^\| `([a-z]+\.csv)` \| (.*) \|$", text, re.M)
    }
    assert documented == {**tables.SHARED, **tables.PER_SOURCE}


def test_every_key_of_an_intervention_is_shown_in_the_example():
    text = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
    example = text.split("```toml")[1].split("```")[0]
    assert {line.split(" = ")[0] for line in example.split("[places]")[0].splitlines() if " = " in line} | {
        "places"
    } == set(tables.INTERVENTION_KEYS.split(","))
