"""What a load did, in lines to read."""

from collections.abc import Iterator

from evidence import reconciliation
from evidence.loading.writing import TableOutcome


def report_lines(outcomes: dict[str, TableOutcome]) -> Iterator[str]:
    """Report per noun how many rows there are and what changed, then the printed tables beside the counted ones."""
    yield f"{'':<16}{'rows':>7}{'added':>8}{'changed':>9}{'removed':>9}"
    for noun, outcome in outcomes.items():
        yield f"{noun:<16}{outcome.total:>7}{outcome.added:>8}{outcome.changed:>9}{outcome.removed:>9}"
    yield "Risbo 2023, tables 2.1 and 2.2: printed = counted"
    for country, levels in reconciliation.computed().items():
        printed = reconciliation.TABLE_2_2[country]
        total = f"total {reconciliation.TABLE_2_1[country]:>2} = {sum(levels):>2}"
        yield f"{country}  {total}   levels 1–5 {printed} = {levels}"
