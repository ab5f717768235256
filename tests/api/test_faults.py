"""What is asked wrongly is refused as a problem (RFC 9457) that names everything that is wrong."""

import pytest
from django.db import OperationalError

from api.version import VERSION
from api.views.evidence import LessonList
from tests import factories as make

PROBLEM = "application/problem+json"


def refused(client, path: str, status: int, method: str = "get", **headers) -> dict:
    response = getattr(client, method)(path, headers=headers)
    problem = response.json()
    assert (response.status_code, response.headers["Content-Type"], response.headers["API-Version"]) == (
        status,
        PROBLEM,
        VERSION,
    )
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    assert (problem["status"], problem["type"], set(problem)) == (
        status,
        "about:blank",
        {"type", "status", "title", "detail", "errors"},
    )
    assert problem["title"]
    assert problem["detail"]
    return problem


def faults(problem: dict) -> list[tuple[str, str]]:
    return [(fault["parameter"], fault["code"]) for fault in problem["errors"]]


@pytest.mark.django_db
def test_every_fault_is_listed(client):
    question = (
        "colour=red&country=XX,YY&smsMin=9&hasFindings=maybe&startFrom=soon&modifiedSince=x"
        "&ordering=best&page=0&pageSize=201"
    )
    problem = refused(client, f"/api/v1/interventions?{question}", 400)
    assert faults(problem) == [
        ("colour", "unknown-parameter"),
        ("country", "invalid"),
        ("country", "invalid"),
        ("smsMin", "invalid"),
        ("hasFindings", "invalid"),
        ("startFrom", "invalid"),
        ("modifiedSince", "invalid"),
        ("ordering", "invalid"),
        ("page", "out-of-range"),
        ("pageSize", "out-of-range"),
    ]
    assert "“XX”" in problem["errors"][1]["detail"]
    assert "“YY”" in problem["errors"][2]["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("interventions?search=" + "a" * 201, [("search", "max-length")]),
        ("interventions?page=x", [("page", "out-of-range")]),
        ("interventions?page=-1", [("page", "out-of-range")]),
        ("interventions?page=1.5", [("page", "out-of-range")]),
        ("interventions?page=%EF%BC%91", [("page", "out-of-range")]),
        ("interventions?pageSize=", [("pageSize", "out-of-range")]),
        ("interventions?pageSize=" + "9" * 3000, [("pageSize", "out-of-range")]),
        ("interventions?type=unheard-of", [("type", "invalid")]),
        ("interventions?status=" + "x" * 3000, [("status", "invalid")]),
        ("interventions?search=" + "a" * 6000, [("", "too-long")]),
        ("interventions?search=%ff", [("", "not-utf-8")]),
        ("interventions?%ff=1", [("", "not-utf-8")]),
        ("interventions?search=%ED%A0%80", [("", "not-utf-8")]),
        ("interventions?search=a%00b", [("", "nul")]),
        ("interventions/facets?page=1&q=1", [("page", "unknown-parameter"), ("q", "unknown-parameter")]),
        ("studies?counted=yes&year=19&unit=x",
         [("unit", "unknown-parameter"), ("counted", "invalid"), ("year", "invalid")]),
        ("findings?direction=insufficient&unit=miles", [("direction", "invalid"), ("unit", "invalid")]),
        ("lessons?addressee=nobody&kind=joke", [("kind", "invalid"), ("addressee", "invalid")]),
        ("countries?search=x", [("search", "unknown-parameter")]),
        ("changes?since=yesterday", [("since", "invalid")]),
        ("evidence-map", [("rows", "required"), ("columns", "required")]),
        ("evidence-map?rows=search&columns=type&country=XX", [("country", "invalid"), ("rows", "invalid")]),
        ("evidence-map?rows=type&columns=type", [("columns", "same-as-rows")]),
        ("evidence-map?rows=type&rows=country&columns=kind", [("rows", "several")]),
        ("interventions?described=true&described=false", [("described", "several")]),
        ("interventions?search=werk&search=leren&smsMin=1&smsMin=2&startFrom=2016&startFrom=2017",
         [("search", "several"), ("smsMin", "several"), ("startFrom", "several")]),
        ("interventions?ordering=name,-start", [("ordering", "several")]),
        ("interventions?ordering=name&ordering=-start", [("ordering", "several")]),
        ("interventions?page=1&page=2&pageSize=5&pageSize=6", [("page", "several"), ("pageSize", "several")]),
        ("studies?year=2019&year=2020", [("year", "several")]),
        ("changes?since=2026-01-01&since=2025-01-01", [("since", "several")]),
        ("submission-questions?kind=new&kind=change", [("kind", "several")]),
        ("openapi.json?x=1", [("x", "unknown-parameter")]),
    ],
)  # fmt: skip
def test_a_question_is_refused_with_its_faults(client, question, expected):
    assert faults(refused(client, f"/api/v1/{question}", 400)) == expected


@pytest.mark.django_db
def test_a_record_takes_no_parameters(client):
    make.SourceFactory(slug="bron")
    assert faults(refused(client, "/api/v1/sources/bron?expand=all", 400)) == [("expand", "unknown-parameter")]


@pytest.mark.django_db
def test_a_page_after_the_last_says_which_is_the_last(client):
    make.LessonFactory.create_batch(3)
    problem = refused(client, "/api/v1/lessons?pageSize=2&page=3", 404)
    assert faults(problem) == [("page", "beyond-last-page")]
    assert problem["detail"] == "Pagina 3 bestaat niet; de laatste is 2."


@pytest.mark.django_db
def test_a_page_too_deep_advises_to_narrow(client, monkeypatch):
    monkeypatch.setattr("api.parameters.DEEPEST", 2)
    make.LessonFactory.create_batch(3)
    assert client.get("/api/v1/lessons?pageSize=2").status_code == 200
    problem = refused(client, "/api/v1/lessons?pageSize=2&page=2", 400)
    assert faults(problem) == [("page", "too-deep")]
    assert "meer filters" in problem["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/interventions", "/api/v1/interventions/",
     "/api/docs/", "/api/v1/studies/none", "/api/v1/interventions/none", "/api/v1/countries/se", "/api/v1/schemes/none",
     "/api/v1/interventions/a%00b", "/api/v1/interventions/%ff", "/api/v1/interventions.json"],
)  # fmt: skip
def test_what_does_not_exist_is_a_problem_and_never_a_redirect(client, path):
    refused(client, path, 404)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_is_read_only(client, method):
    refused(client, "/api/v1/interventions", 405, method)
    assert getattr(client, method)("/api/v1/interventions").headers["Allow"] == "GET, HEAD, OPTIONS"
    refused(client, "/api/docs", 405, method)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["csv", "xlsx", "ris", "bibtex", "jsonld", "html", ""])
def test_another_form_is_refused_and_the_forms_are_named(client, name):
    problem = refused(client, f"/api/v1/interventions?format={name}", 406)
    assert faults(problem) == [("format", "unknown-format")]
    assert problem["detail"].endswith("Kies uit: json.")


@pytest.mark.django_db
def test_an_accept_header_that_nothing_fits_is_refused(client):
    problem = refused(client, "/api/v1/schemes", 406, accept="text/csv")
    assert problem["detail"] == "Dit adres geeft alleen: application/json."
    assert (
        client.get("/api/v1/schemes", headers={"accept": "text/html,*/*;q=0.1"}).headers["Content-Type"]
        == "application/json"
    )


@pytest.mark.django_db
def test_another_host_is_refused_as_a_problem(client):
    refused(client, "/api/v1/interventions", 400, host="evil.example")


@pytest.mark.django_db
def test_a_failure_of_ours_is_a_problem_without_a_trace(client, monkeypatch, caplog):
    def fail(_self):
        message = "secret detail"
        raise RuntimeError(message)

    monkeypatch.setattr(LessonList, "rows", fail)
    assert "secret" not in str(refused(client, "/api/v1/lessons", 500))
    assert "secret detail" in caplog.text


@pytest.mark.django_db
def test_a_database_that_is_away_asks_to_try_again(client, monkeypatch):
    def fail(_self):
        raise OperationalError

    monkeypatch.setattr(LessonList, "rows", fail)
    refused(client, "/api/v1/lessons", 503)
    assert client.get("/api/v1/lessons").headers["Retry-After"] == "30"
