"""What is known, in a few numbers: of the records with content; those that are only a name are counted apart."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from evidence import states, verdicts
from evidence.choices import Direction
from evidence.models import Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSoFar:
    """How many records have content, how many are only mentioned, and how many of the former have which verdict first.

    `under_way` is how many of those that are being studied have a planned end of it that lies ahead.
    """

    described: int
    mentioned: int
    directions: dict[Direction, int]
    under_way: int


def known_so_far(today: date | None = None) -> KnownSoFar:
    """Count the published records by the verdict that their cards show."""
    published = Intervention.objects.published()
    rows = list(published.described().for_verdicts())
    first = [(row, verdicts.headline(row.verdicts.all(), row.headline_id)) for row in rows]
    counts = Counter(Direction(verdict.direction) for _row, verdict in first if verdict)
    under_way = [
        row
        for row, verdict in first
        if verdict and verdict.direction == Direction.ONGOING and _is_studied_still(row, today)
    ]
    return KnownSoFar(
        described=len(rows),
        mentioned=published.count() - len(rows),
        directions={direction: counts[direction] for direction in Direction if counts[direction]},
        under_way=len(under_way),
    )


def _is_studied_still(row: Intervention, today: date | None) -> bool:
    return any(states.is_under_way(study, today) for study in row.studies.all())
