"""Documents that must not drift from the code."""

import re

import pytest
from django.conf import settings

from evidence.choices import BLANK_FIELDS
from evidence.loading import tables

pytestmark = pytest.mark.no_database("it reads files of the repository")


def test_the_format_of_the_fixtures_is_documented_column_by_column():
    text = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
    documented = {
        file: re.sub(r"\([^)]*\)", "", columns).split(".")[0].replace(" ", "")
        for file, columns in re.findall(r"^\| `([a-z_]+\.csv)` \| (.*) \|$", text, re.M)
    }
    assert documented == {**tables.SHARED, **tables.PER_SOURCE}


def test_every_key_of_an_intervention_is_shown_in_the_example():
    text = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
    example = text.split("```toml")[1].split("```")[0]
    plain, _heading, tables_of_it = example.partition("[places]")
    assert "[blanks]" in tables_of_it
    assert {line.split(" = ")[0] for line in plain.splitlines() if " = " in line} | {"places", "blanks"} == set(
        tables.INTERVENTION_KEYS.split(",")
    )


def test_every_key_of_a_provision_and_every_field_that_can_be_blank_is_named():
    text = (settings.BASE_DIR / "docs" / "fixtures.md").read_text(encoding="utf-8")
    keys = re.search(r"Its file has the keys (.*?) and `\[places\]`", text, re.S)[1]
    named = {key.strip() for key in re.sub(r"\([^)]*\)", "", keys).split(",")}
    assert named | {"places"} == set(tables.PROVISION_KEYS.split(","))
    fields = re.search(r"Fields: (.*?)\.", text, re.S)[1]
    assert {field.strip() for field in fields.split(",")} == BLANK_FIELDS
