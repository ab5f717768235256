"""The Maryland scale against the report's own cells (Risbo 2023, Bijlage 3 and table 2.2)."""

import pytest

from evidence import levels
from evidence.levels import Level

pytestmark = pytest.mark.no_database("it reads signs")


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("", None),
        ("0", Level(0, 0, 1)),
        ("0_1", Level(0, 1, 1)),
        ("1", Level(1, 1, 1)),
        ("2_3", Level(2, 3, 2)),
        ("2-3", Level(2, 3, 2)),
        ("5", Level(5, 5, 5)),
    ],
)
def test_a_printed_level_is_read_as_the_tables_count_it(printed, level):
    assert levels.parse_level(printed) == level


@pytest.mark.parametrize("printed", ["6", "-1", "3_2", "2_", "twee", "2 3", "٣", "1_2_3"])
def test_what_is_not_a_level_is_refused(printed):
    with pytest.raises(ValueError, match=r"is not a level|goes down"):
        levels.parse_level(printed)


def test_the_highest_level_ignores_what_was_not_rated():
    assert levels.highest([None, 2, 5, 3]) == 5
    assert levels.highest([None]) is None


def test_the_distribution_counts_unrated_apart_from_level_one():
    assert levels.distribution([5, None, 1, 5]) == {"1": 1, "5": 2, "unrated": 1}
