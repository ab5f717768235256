"""The Maryland Scientific Methods Scale, as Risbo 2023 uses it (§2.2 and tables 2.1–2.2).

0 no study design · 1 one measurement · 2 before and after · 3 with another group · 4 with a like group, controlled · 5
by lot. The level belongs to a study. “Not rated” is not 0.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

CONCLUSIVE = 3
"""From this level on a responsible conclusion about an effect is possible (Risbo 2023, §2.2)."""

UNRATED = "unrated"
"""In a distribution: the studies without a level."""

PRINTED = re.compile(r"([0-5])(?:[_-]([0-5]))?")


class Level(NamedTuple):
    """A level as printed: the lowest and highest it may be, and the one it counts as."""

    low: int
    high: int
    counted: int


def parse_level(printed: str) -> Level | None:
    """Read a level as printed: `5`, `2_3`, `0_1`; None for an empty cell (not rated).

    A range counts as its lower end, and 0 counts as 1: the only reading that gives table 2.2 of the report.
    Raises ValueError for anything else.
    """
    if not printed:
        return None
    match = PRINTED.fullmatch(printed)
    if not match:
        message = f"“{printed}” is not a level: use 0 to 5, or a range such as 2_3"
        raise ValueError(message)
    low = int(match[1])
    high = int(match[2] or low)
    if high < low:
        message = f"“{printed}” goes down: write the lower level first"
        raise ValueError(message)
    return Level(low, high, max(low, 1))


def as_printed(printed: str) -> str:
    """Write a printed level as a reader reads it: `2_3` as `2–3`."""
    return printed.replace("_", "–").replace("-", "–")


def of_record(high: int | None, counted: int | None) -> int | None:
    """Return the level at which a study stands on a record: the counted one, but a printed 0 stays 0 (“no study”).

    Only tables count a 0 as 1.
    """
    return 0 if high == 0 else counted


def highest(counted_levels: Iterable[int | None]) -> int | None:
    """Return the highest of the counted levels, None when no study is rated."""
    return max((level for level in counted_levels if level is not None), default=None)


def distribution(printed_levels: Iterable[str | int | None]) -> dict[str, int]:
    """Count studies per level, `{"5": 1, "unrated": 2}`; levels without a study are left out."""
    counts = Counter(UNRATED if level in ("", None) else str(level) for level in printed_levels)
    return dict(sorted(counts.items()))
