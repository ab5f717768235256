"""What every answer carries, how lists are paged, and what may be kept."""

import json

import pytest

from api.version import VERSION
from evidence.models import CatalogueVersion
from tests import factories as make
from tests.api.conftest import HERE

pytestmark = pytest.mark.django_db
POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


def test_the_headers_of_data(client):
    headers = dict(client.get("/api/v1/lessons").headers)
    assert headers.pop("ETag").startswith('"')
    assert headers == {
        "Content-Type": "application/json",
        "Content-Length": headers["Content-Length"],
        "Content-Language": "nl",
        "Allow": "GET, HEAD, OPTIONS",
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "API-Version, ETag, Location, Retry-After, WWW-Authenticate",
        "Cache-Control": "public, max-age=300",
        "Content-Security-Policy": POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def test_over_https_the_browser_must_stay_there(client):
    strict = client.get("/api/v1/lessons", secure=True).headers["Strict-Transport-Security"]
    assert strict == "max-age=31536000; includeSubDomains"


def test_the_pages_keep_headers_of_their_own(client):
    response = client.get("/no-such-page")
    assert "API-Version" not in response.headers
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]


def test_another_site_may_ask_first(client):
    response = client.options("/api/v1/lessons", headers={"origin": "https://other.example"})
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "Accept, If-None-Match"


def test_head_gives_the_headers_alone(client):
    response = client.head("/api/v1/lessons")
    assert (response.status_code, response.content) == (200, b"")
    assert "ETag" in response.headers


def test_pages_follow_each_other_and_keep_the_question(client):
    make.LessonFactory.create_batch(5)
    address, seen = "/api/v1/lessons?kind=condition&kind=barrier&pageSize=2", []
    while address:
        answer = client.get(address.removeprefix(HERE)).json()
        seen += [lesson["id"] for lesson in answer["results"]]
        previous, address = answer["previous"], answer["next"]
    assert len(seen) == len(set(seen)) == answer["count"] == 5
    assert previous == f"{HERE}/api/v1/lessons?kind=condition&kind=barrier&page=2&pageSize=2"


def test_a_page_has_25_rows_unless_asked_otherwise(client):
    make.LessonFactory.create_batch(27)
    assert len(client.get("/api/v1/lessons").json()["results"]) == 25
    assert len(client.get("/api/v1/lessons?pageSize=200").json()["results"]) == 27


def test_an_answer_is_kept_until_the_catalogue_changes(client, django_assert_num_queries):
    make.LessonFactory()
    CatalogueVersion.advance()
    first = client.get("/api/v1/lessons")
    asked = {"if-none-match": first.headers["ETag"]}
    with django_assert_num_queries(1):
        again = client.get("/api/v1/lessons", headers=asked)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert again.headers["Cache-Control"] == "public, max-age=300"
    assert again.headers["API-Version"] == VERSION

    make.LessonFactory()
    CatalogueVersion.advance()
    later = client.get("/api/v1/lessons", headers=asked)
    assert (later.status_code, later.json()["count"]) == (200, 2)


def test_different_answers_have_different_names(client, settings):
    make.SchemeFactory(code="party")
    etags = [
        client.get(path, headers=headers).headers["ETag"]
        for path, headers in [
            ("/api/v1/schemes/party", {}),
            ("/api/v1/schemes/party", {"accept": "application/ld+json"}),
            ("/api/v1/schemes", {}),
            ("/api/v1/schemes?pageSize=1", {}),
        ]
    ]
    settings.PUBLIC_URL = "https://elsewhere.example"
    etags.append(client.get("/api/v1/schemes").headers["ETag"])
    assert len(set(etags)) == 5


def test_no_answer_sets_a_cookie_or_asks_for_one(client):
    make.SchemeFactory(code="party")
    for path in ("/api/v1/schemes", "/api/v1/schemes/party", "/api/v1/none", "/api/docs"):
        response = client.get(path)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_text_goes_out_as_it_is(client):
    make.LessonFactory(text_nl="Één “zin” <b> & meer")
    assert "Één “zin” <b> & meer" in json.loads(client.get("/api/v1/lessons").content)["results"][0]["text"]
