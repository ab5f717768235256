"""What the code asks by name exists in the data."""

import csv

from django.conf import settings

from evidence.choices import HOME_COUNTRY, SchemeCode


def codes(table):
    with (settings.BASE_DIR / "fixtures" / table).open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file)]


def test_scheme_codes_are_those_of_the_fixtures():
    assert [*SchemeCode] == codes("schemes.csv")


def test_the_home_country_is_a_country():
    assert HOME_COUNTRY in codes("countries.csv")
