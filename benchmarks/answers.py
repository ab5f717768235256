"""Write every page of the site map and every read of the API to a folder, to compare two states of the code.

`python -m benchmarks.answers FOLDER` on a loaded database, in both states; then `diff -r` of the two folders. White
space beside tags and inside them is made equal and moments of loading are left out, since neither is seen by a visitor.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import django
from django.conf import settings
from django.test import Client

LISTS = (
    "interventions",
    "studies",
    "findings",
    "lessons",
    "changes",
    "countries",
    "sources",
    "organisations",
    "schemes",
)
WITH_RECORDS = ("interventions", "studies", "countries", "sources", "organisations", "schemes")
SELECTIONS = (
    "interventions?country=SE&type=mentoring", "interventions?search=vluchteling",
    "interventions?targetGroup=women,refugees&smsMin=3",
    "interventions?direction=positive", "interventions?ordering=-name", "interventions/facets",
    "interventions/facets?country=DE",
    "evidence-map?rows=type&columns=targetGroup", "evidence-map?rows=country&columns=direction",
    "submission-questions", "openapi.json",
    "interventions?nonsense=1", "interventions?country=XX", "interventions/none", "studies?year=2020",
)  # fmt: skip
PAGES = (
    "/interventions?page=2", "/interventions?search=vluchteling", "/interventions?country=SE&direction=positive",
    "/interventions?country=XX",
    "/interventions?search=qqqq", "/studies?smsMin=3", "/lessons?kind=condition",
    "/evidence-map?rows=country&columns=component",
    "/interventions/export.csv", "/interventions/feed", "/scaling/check", "/none", "/account/login",
    "/account/signup", "/take-part",
    "/submissions/print", "/interventions/duo-for-a-job/correct", "/interventions/duo-for-a-job/follow",
    "/robots.txt", "/sitemap.xml",
    "/api/docs",
)  # fmt: skip
TAG = re.compile(r"\s*(<[^>]*>)\s*")
SPACE = re.compile(r"\s+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
SECRET = re.compile(r'(name="csrfmiddlewaretoken" value=)"[^"]*"|(name="(?:moment|stamp|started)" value=)"[^"]*"')


def even(text: str) -> str:
    """Return an answer a tag a line, without moments, secrets of forms, and white space that nobody sees."""
    text = SECRET.sub("", MOMENT.sub("MOMENT", text))
    return "\n".join(part for part in TAG.split(SPACE.sub(" ", text)) if part) + "\n"


def addresses(client: Client) -> Iterator[str]:
    """Name every address: the site map's, in both languages, then the reads of the API."""
    site_map = client.get("/sitemap.xml", headers={"host": "localhost"}).content.decode()
    yield from sorted({urlsplit(found).path for found in re.findall(r"(?:<loc>|href=\")(http[^<\"]+)", site_map)})
    for page in PAGES:
        yield from (page, f"/en{page}")
    for name in LISTS:
        first = f"/api/v1/{name}?pageSize=200"
        yield first
        answer = json.loads(client.get(first, headers={"host": "localhost"}).content)
        rows = answer["results"] if isinstance(answer, dict) else answer
        if name in WITH_RECORDS:
            yield from (f"/api/v1/{name}/{row.get('code') or row['id']}" for row in rows)
        pages = -(-answer["count"] // 200) if isinstance(answer, dict) else 1
        yield from (f"{first}&page={number}" for number in range(2, pages + 1))
    yield from (f"/api/v1/{selection}" for selection in SELECTIONS)


def write_answers(folder: Path) -> int:
    """Write the answer to every address as a file, and say how many there are."""
    client = Client(raise_request_exception=False)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for address in addresses(client):
        answer = client.get(address, headers={"host": "localhost"})
        text = even(answer.getvalue().decode())
        (folder / quote(address, safe="")[:200]).write_text(
            f"{answer.status_code} {answer.headers.get('content-type')}\n{text}"
        )
        count += 1
    return count


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django.setup()
    print(write_answers(Path(sys.argv[1])), "answers written")
