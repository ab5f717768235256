"""The page shows exactly what the filter finds, in its order: one question, other clothes."""

import pytest
from django.http import QueryDict

from catalogue.public.interventions.cards import card
from evidence.filters import InterventionFilter, StudyFilter
from evidence.models import Intervention, Study
from tests.catalogue.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_data")]

INTERVENTIONS = [
    "", "search=taal", "search=VIP-2", "country=SE", "country=SE,DK", "type=mentoring", "type=mentoring&type=directed",
    "targetGroup=women", "targetGroup=refugees,benefit-recipients", "component=language-training",
    "successMeasure=placements", "buildingBlock=tailored-guidance", "sector=care", "careerMoment=integration",
    "pillar=learning-dutch", "funding=eu-funding",
    "steering=decentral", "category=parallel", "scope=local", "scale=programme", "status=running", "kind=law",
    "source=szw-via-2021", "smsMin=3", "smsMax=2", "direction=positive", "direction=mixed&successMeasure=placements",
    "hasFindings=true", "hasFindings=false", "startFrom=2016", "startTo=2015-06", "modifiedSince=2020-01-01",
    "ordering=-smsHighest", "ordering=-start", "search=werk&ordering=name", "country=NL&kind=instance&status=running",
]  # fmt: skip


@pytest.mark.parametrize("query", INTERVENTIONS)
def test_the_list_of_interventions_shows_what_its_filter_finds(client, query):
    filterset = InterventionFilter(QueryDict(query))
    if not filterset.is_valid():
        pytest.skip(f"the data have no such code: {dict(filterset.errors)}")
    slugs = dict(Intervention.objects.values_list("pk", "slug"))
    wanted = [slugs[pk] for pk in filterset.ids]
    shown = []
    for number in range(1, max(1, -(-len(wanted) // 200)) + 1):
        response = client.get(f"/interventions?{query}&pageSize=200&page={number}")
        assert response.status_code == 200
        shown += Page(response).slugs()
    assert shown == wanted


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
    shown = {row.slug: str(card(row).verdict.get_direction_display()) for row in rows}
    tiles = {slug: Page(client.get(f"/interventions/{slug}")).text.partition("Bewijskracht")[0] for slug in shown}
    assert [slug for slug, label in shown.items() if f"Effect {label}" not in tiles[slug]] == []
