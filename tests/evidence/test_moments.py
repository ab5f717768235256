"""Moments as precisely as a source gives them: read, written and shown."""

from datetime import date

import pytest
from django.utils import translation

from evidence import moments

MOMENTS = [
    ("2016", date(2016, 1, 1), 4, "2016", "2016", date(2016, 12, 31)),
    ("2016-21", date(2016, 3, 1), 5, "voorjaar 2016", "spring 2016", date(2016, 5, 31)),
    ("2016-23", date(2016, 9, 1), 5, "najaar 2016", "autumn 2016", date(2016, 11, 30)),
    ("2016-24", date(2016, 12, 1), 5, "winter 2016", "winter 2016", date(2017, 2, 28)),
    ("2016-02", date(2016, 2, 1), 7, "februari 2016", "February 2016", date(2016, 2, 29)),
    ("2016-06-01", date(2016, 6, 1), 10, "1 juni 2016", "1 June 2016", date(2016, 6, 1)),
]


@pytest.mark.parametrize(("text", "day", "precision", "dutch", "english", "last"), MOMENTS)
def test_a_moment_is_read_written_and_shown_as_precisely_as_it_is_known(text, day, precision, dutch, english, last):
    assert moments.read(text) == (day, precision)
    assert moments.written(day, precision) == text
    assert moments.shown(day, precision) == dutch
    with translation.override("en"):
        assert moments.shown(day, precision) == english
    assert moments.last_day(day, precision) == last
    assert not moments.has_passed(day, precision, last)
    assert moments.has_passed(day, precision, date.fromordinal(last.toordinal() + 1))


@pytest.mark.parametrize("text", ["", "16", "2016-13", "2016-25", "2016-23-01", "2016-02-30", "2016-W10-1", "２０１６"])
def test_anything_else_is_no_moment(text):
    with pytest.raises(ValueError, match=r".+"):
        moments.read(text)


def test_without_a_day_there_is_nothing_to_write():
    assert (moments.written(None, None), moments.shown(None, None), moments.has_passed(None, None)) == ("", "", False)
