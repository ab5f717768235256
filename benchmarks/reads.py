"""`python -m benchmarks.reads [size]`: how long a list, a search, a record and the facets take, beside the plain way.

On the same rows, in one process and in turn, so that a noisy machine disturbs all alike; the median of the
runs. *Made* is an answer that nobody asked before, *again* the same one kept (docs/adr/0007), *plain* the
way of a tutorial (benchmarks/plain.py). The catalogue is an invented one in a throw-away SQLite file, or in
the empty database of BENCHMARK_DATABASE_URL.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

RUNS = 30
QUESTIONS = {
    "JSON list, country + type": (
        "/api/v1/interventions?country=NL&type=intervention-type-1",
        "/plain?country=NL&type=intervention-type-1",
    ),
    "JSON search": ("/api/v1/interventions?search=mentor%20netwerk", "/plain?search=mentor%20netwerk"),
    "JSON record": ("/api/v1/interventions/record-7", "/plain/record-7"),
    "JSON facets, country + type": (
        "/api/v1/interventions/facets?country=NL&type=intervention-type-1",
        "/plain/facets?country=NL&type=intervention-type-1",
    ),
    "HTML list with all facets": ("/interventions?country=NL&type=intervention-type-1", None),
    "HTML record": ("/interventions/record-7", None),
}


def main(size: int) -> None:
    """Make the catalogue, ask every question in turn, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        os.environ["DATABASE_URL"] = os.environ.get(
            "BENCHMARK_DATABASE_URL", f"sqlite:///{Path(folder) / 'benchmark.sqlite3'}"
        )
        measure(size)


def measure(size: int) -> None:
    """Measure in a Django that was just set up."""
    import django  # noqa: PLC0415 — the database is chosen first

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.cache import caches  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from benchmarks import catalogue  # noqa: PLC0415

    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    catalogue.make(size)
    print(
        f"{size} interventions, made and indexed in {time.perf_counter() - start:.1f} s; "
        f"median of {RUNS} runs, in milliseconds"
    )
    client = Client()

    def once(address: str) -> float:
        begin = time.perf_counter()
        response = client.get(address)
        content = response.content
        if response.status_code != 200 or not content:
            message = f"{address} answered {response.status_code}"
            raise SystemExit(message)
        return (time.perf_counter() - begin) * 1000

    print(f"{'question':<32}{'made':>8}{'again':>8}{'plain':>8}{'plain ÷ made':>14}{'plain ÷ again':>15}")
    for question, (ours, plain) in QUESTIONS.items():
        once(ours)
        made, again, other = [], [], []
        for _run in range(RUNS):
            caches["answers"].clear()
            made.append(once(ours))
            again.append(once(ours))
            other.append(once(plain) if plain else 0.0)
        first, second, third = (statistics.median(times) for times in (made, again, other))
        beside = f"{third:>8.1f}{third / first:>14.1f}{third / second:>15.1f}" if plain else ""
        print(f"{question:<32}{first:>8.1f}{second:>8.1f}{beside}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
