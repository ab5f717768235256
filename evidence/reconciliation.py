"""The two tables that Risbo 2023 prints about its studies, and the same tables counted from the data.

They must be equal: it is the proof that Bijlage 3 was taken over whole and that levels count as the report counts them.
"""

from collections import Counter

from evidence.models import Study

SOURCE = "risbo-2023"
TABLE_2_1 = {"SE": 6, "DK": 7, "DE": 14, "BE": 3, "FR": 2}
"""Table 2.1 as printed: reports per country."""
TABLE_2_2 = {
    "SE": (0, 0, 2, 1, 3),
    "DK": (3, 2, 1, 0, 1),
    "DE": (6, 3, 4, 1, 0),
    "BE": (3, 0, 0, 0, 0),
    "FR": (2, 0, 0, 0, 0),
}
"""Table 2.2 as printed: reports per country at level 1 to 5."""


def computed() -> dict[str, tuple[int, ...]]:
    """Count the counted studies of the report per country at level 1 to 5, as table 2.2 does."""
    counts = Counter(Study.objects.counted().filter(source__slug=SOURCE).values_list("country", "sms_counted"))
    return {country: tuple(counts[country, level] for level in range(1, 6)) for country in TABLE_2_2}


def differences() -> list[str]:
    """Say where the data do not give the printed tables; empty when they do."""
    found = []
    for country, levels in computed().items():
        if sum(levels) != TABLE_2_1[country]:
            found.append(f"table 2.1 prints {TABLE_2_1[country]} reports for {country}, the data give {sum(levels)}")
        if levels != TABLE_2_2[country]:
            found.append(f"table 2.2 prints {TABLE_2_2[country]} for {country}, the data give {levels}")
    return found
