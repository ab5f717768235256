"""Page and API give the same records for every filter, the page with what is only a name at the end.

An archived record shows behind no door.
"""

import pytest
from django.http import QueryDict

from evidence import facets
from evidence.choices import EditorialState
from evidence.filters import InterventionFilter
from evidence.models import Intervention
from tests.catalogue.reading import Page

pytestmark = pytest.mark.usefixtures("catalogue_data")

PLANTED = "jamstalld-etablering"
SCALARS = {
    "search": ["opleiding", "taal -mentor", '"aan het werk"', "begel*"],
    "smsMax": ["2"],
    "startFrom": ["2019"],
    "startTo": ["2018", "2016-06-30"],
    "modifiedSince": ["2100-01-01"],
    "hasFindings": ["true"],
    "partOf": ["programma-via"],
    "ordering": ["-smsHighest"],
}


def values_of_every_filter() -> dict[str, list[str]]:
    """Take for each facet its emptiest and its middle value; for the others what SCALARS names."""
    asked: dict[str, list[str]] = {name: list(values) for name, values in SCALARS.items()}
    for facet in facets.count_facets(InterventionFilter()):
        by_count = sorted(facet.values, key=lambda value: value.count)
        if by_count:
            chosen = (by_count[0], by_count[(len(by_count) + 1) // 2 - 1])
            asked.setdefault(facet.parameter, []).extend(dict.fromkeys(value.code for value in chosen))
    return asked


def behind_the_page(client, query: str) -> list[str]:
    found = Page(client.get(f"/interventions?{query}&pageSize=200")).slugs()
    if len(found) == 200:
        found += Page(client.get(f"/interventions?{query}&pageSize=200&page=2")).slugs()
    return found


def folded(slugs: list[str], names: set[str]) -> list[str]:
    """Put what is only a name at the end of its page, where the page folds it."""
    pages = (slugs[start : start + 200] for start in range(0, len(slugs), 200))
    return [slug for page in pages for slug in sorted(page, key=names.__contains__)]


def behind_the_api(client, query: str) -> list[str]:
    found, address = [], f"/api/v1/interventions?{query}&pageSize=200"
    while address:
        answer = client.get(address).json()
        found += [row["id"] for row in answer["results"]]
        address = answer["next"] and answer["next"].partition("/api")[1] + answer["next"].partition("/api")[2]
    return found


def test_every_filter_gives_the_same_records_behind_every_door(client):
    Intervention.objects.filter(slug=PLANTED).update(editorial_state=EditorialState.ARCHIVED)
    facets.forget_indexes()
    asked = values_of_every_filter()
    assert set(asked) == set(InterventionFilter.base_filters)
    names = set(Intervention.objects.exclude(Intervention.objects.is_described()).values_list("slug", flat=True))
    something = 0
    for name, values in asked.items():
        for value in values:
            data = QueryDict(mutable=True)
            data[name] = value
            query = data.urlencode()
            filterset = InterventionFilter(QueryDict(query))
            expected = [row.slug for row in filterset.rows(filterset.ids, Intervention.objects.all())]
            assert behind_the_api(client, query) == expected, query
            assert behind_the_page(client, query) == folded(expected, names), query
            assert PLANTED not in expected
            something += bool(expected)
    assert something > 40


def test_an_archived_record_has_no_page_and_no_resource(client):
    Intervention.objects.filter(slug=PLANTED).update(editorial_state=EditorialState.ARCHIVED)
    for address in (f"/interventions/{PLANTED}", f"/en/interventions/{PLANTED}", f"/api/v1/interventions/{PLANTED}"):
        assert client.get(address).status_code == 404
