"""The page shows exactly what the filter finds, in its order: one question, other clothes."""

import pytest
from django.http import QueryDict

from catalogue.public.interventions.cards import card
from evidence.filters import InterventionFilter, StudyFilter
from evidence.models import Intervention, Study
from tests.catalogue.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_data")]

# Questions of several values or filters; every filter by itself is asked by tests/journeys/test_doors.py.
INTERVENTIONS = [
    "", "country=SE,DK", "type=mentoring&type=directed", "targetGroup=refugees,benefit-recipients", "smsMin=3",
    "direction=mixed&successMeasure=placements", "hasFindings=false", "search=werk&ordering=name",
    "country=NL&kind=instance&status=running",
]  # fmt: skip


@pytest.mark.parametrize("query", INTERVENTIONS)
def test_the_list_of_interventions_shows_what_its_filter_finds(client, query):
    filterset = InterventionFilter(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    slugs = dict(Intervention.objects.values_list("pk", "slug"))
    wanted = [slugs[pk] for pk in filterset.ids]
    described = set(Intervention.objects.described().values_list("slug", flat=True))
    shown = []
    for number in range(1, max(1, -(-len(wanted) // 200)) + 1):
        response = client.get(f"/interventions?{query}&pageSize=200&page={number}")
        assert response.status_code == 200
        shown += Page(response).slugs()
    pages = [wanted[start : start + 200] for start in range(0, len(wanted), 200)]
    assert shown == [slug for page in pages for slug in sorted(page, key=lambda slug: slug not in described)]


@pytest.mark.parametrize(
    "query",
    ["", "search=werk", "country=DE", "smsMin=3", "smsMax=1", "counted=true", "counted=false", "source=risbo-2023",
     "year=2019", "ordering=-year"],
)  # fmt: skip
def test_the_list_of_studies_shows_what_its_filter_finds(client, query):
    slugs = dict(Study.objects.values_list("pk", "slug"))
    wanted = [slugs[pk] for pk in StudyFilter(QueryDict(query)).ids]
    assert Page(client.get(f"/studies?{query}&pageSize=200")).slugs("/studies/") == wanted


def test_a_record_concludes_what_its_card_shows(client):
    rows = Intervention.objects.for_cards().exclude(sms_highest=None)
    shown = {row.slug: card(row).verdict.words for row in rows}
    tiles = {slug: Page(client.get(f"/interventions/{slug}")).text.partition("Bewijskracht")[0] for slug in shown}
    assert [slug for slug, label in shown.items() if f"Effect {label}" not in tiles[slug]] == []
