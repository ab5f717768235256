"""How numbers and names are written."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from catalogue import wording
from evidence.choices import Unit
from evidence.models import Finding, Source

pytestmark = pytest.mark.no_database("it words rows that are never saved")


@pytest.mark.parametrize(
    ("fields", "dutch", "english"),
    [
        ({"value": "35.500", "unit": "percent", "qualifier": "="}, "35,5%", "35.5%"),
        ({"value": "70.000", "unit": "percent", "qualifier": ">"}, "meer dan 70%", "more than 70%"),
        (
            {"value": "225000.000", "unit": "people", "qualifier": "~"},
            "ongeveer 225.000 mensen",
            "about 225,000 people",
        ),
        (
            {"value": "15.000", "value_max": "20.000", "unit": "weeks", "qualifier": "="},
            "15 tot 20 weken",
            "15 to 20 weeks",
        ),
        ({"value": "72.000", "unit": "euro", "qualifier": "="}, "€ 72", "€ 72"),
        ({"value": "100.000", "unit": "number", "qualifier": "="}, "100", "100"),
        ({}, "", ""),
    ],
)
def test_a_size_is_written_as_the_language_does(fields, dutch, english):
    row = Finding(**{name: Decimal(value) if value[0].isdigit() else value for name, value in fields.items()})
    with override("nl"):
        assert wording.size(row) == dutch
    with override("en"):
        assert wording.size(row) == english


@pytest.mark.parametrize(
    ("value", "other", "words"), [(35, 22, "+13 procentpunt"), (22, 35, "−13 procentpunt"), (5, 5, "0 procentpunt")]
)
def test_percentages_differ_by_points(value, other, words):
    row = Finding(value=Decimal(value), comparator_value=Decimal(other), unit=Unit.PERCENT)
    assert wording.difference(row) == words


@pytest.mark.parametrize(
    ("slug", "name"),
    [("risbo-2023", "Risbo 2023"), ("szw-via-2021", "SZW VIA 2021"), ("ser-2021", "SER 2021"), ("million", "MILLION")],
)
def test_a_source_has_a_short_name(slug, name):
    assert wording.short_name(Source(slug=slug, title="Leven Lang in Ontwikkeling (MILLION)")) == name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Een zin. Nog een.", "Een zin."), ("Op o.a. dinsdag. Ja.", "Op o.a. dinsdag."), ("Kort", "Kort"), ("", "")],
)
def test_the_first_sentence_of_a_text(text, sentence):
    assert wording.first_sentence(text) == sentence
