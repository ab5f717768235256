"""The page shows exactly what the filter finds, in its order: one question, other clothes.

What is only mentioned is folded at the end of its page; a page holds the same records as that of the API.
"""

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
    "country=NL&kind=instance&status=running", "smsMin=0", "smsMax=0", "described=true", "described=false",
    "country=NL,SE&described=false&ordering=-name",
]  # fmt: skip


@pytest.mark.parametrize("query", INTERVENTIONS)
def test_the_list_of_interventions_shows_what_its_filter_finds(client, query):
    filterset = InterventionFilter(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    slugs = dict(Intervention.objects.values_list("pk", "slug"))
    wanted = [slugs[pk] for pk in filterset.ids]
    for number, page in enumerate(pages(wanted, 25), start=1):
        address = f"interventions?{query}&pageSize=25&page={number}"
        response = client.get(f"/{address}")
        assert response.status_code == 200
        assert Page(response).slugs() == folded(page)
        assert [row["id"] for row in client.get(f"/api/v1/{address}").json()["results"]] == page


def pages(rows, size):
    """Divide a list as its pages do; an empty one has a page too."""
    return [rows[start : start + size] for start in range(0, len(rows) or 1, size)]


def folded(slugs):
    """Put what is only mentioned last, in the same order otherwise."""
    described = set(Intervention.objects.described().values_list("slug", flat=True))
    return sorted(slugs, key=lambda slug: slug not in described)


def test_what_is_only_mentioned_is_folded_and_counted(client):
    mentioned = Intervention.objects.published().exclude(Intervention.objects.is_described()).count()
    total = Intervention.objects.published().count()
    assert mentioned > 0
    page = Page(client.get("/interventions?pageSize=200"))
    assert f"{total} aanpakken gevonden, waarvan {mentioned} alleen genoemd" in page.text
    assert f"Alleen genoemd op deze bladzijde: {mentioned} aanpak" in page.text
    assert "only-mentioned" in page.ids
    described = Page(client.get("/interventions?described=true&pageSize=200"))
    assert f"{total - mentioned} aanpakken gevonden" in described.text
    assert "alleen genoemd" not in described.text.partition("Filters")[0]
    assert "only-mentioned" not in described.ids


@pytest.mark.parametrize(
    "query",
    ["", "search=werk", "country=DE", "smsMin=3", "smsMax=1", "smsMin=0", "smsMax=0",
     "counted=true", "counted=false", "source=risbo-2023", "year=2019", "ordering=-year"],
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
