"""The description of the API says what the API does."""

import json
import re

import jsonschema
import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from api.urls import V1
from api.version import VERSION
from api.views.documents import FILE
from tests.api import world
from tests.api.conftest import HERE

DOCUMENT = json.loads(FILE.read_text(encoding="utf-8"))
OPERATIONS = [
    (path, method, operation) for path, methods in DOCUMENT["paths"].items() for method, operation in methods.items()
]
OPEN = [(path, operation) for path, _method, operation in OPERATIONS if "security" not in operation]
QUESTIONS = {"evidence-map": "?rows=type&columns=targetGroup", "submission-questions": "?kind=new"}
READ = {"200", "304", "400", "404", "406", "503"}
WRITTEN = {"400", "401", "403", "404", "406", "409", "411", "413", "415", "422", "429", "503"}
SHOWN = {
    "interventions": "maatjes",
    "studies": "studie-a",
    "figures": "zonder-werk",
    "provisions": "fonds",
    "countries": "SE",
    "sources": "rapport-a",
    "organisations": "stad",
    "schemes": "target-group",
}


def test_the_committed_file_is_current():
    """`make openapi` writes it anew."""
    generated = SchemaGenerator().get_schema(request=None, public=True)
    validate_schema(generated)
    assert json.loads(json.dumps(generated, default=str)) == DOCUMENT


def test_every_address_is_described():
    described = {path.removeprefix("/").replace("{id}", "<slug:id>") for path in DOCUMENT["paths"]}
    assert described == {str(entry.pattern) for entry in V1}


def test_the_file_names_no_machine():
    assert not re.search(r"127\.0\.0\.1|localhost", FILE.read_text(encoding="utf-8"))
    assert DOCUMENT["openapi"] == "3.0.3"
    assert DOCUMENT["info"]["version"] == VERSION


@pytest.mark.django_db
def test_what_is_given_out_has_the_address_and_contact_of_this_place(client, settings):
    settings.CONTACT_EMAIL = "team@plaats.example"
    settings.CONTACT_URL = "https://plaats.example"
    response = client.get("/api/v1/openapi.json")
    given = response.json()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert given["servers"] == [{"url": f"{HERE}/api/v1"}]
    assert given["info"]["contact"] == {
        "name": settings.CONTACT_NAME,
        "url": "https://plaats.example",
        "email": "team@plaats.example",
    }
    assert given["paths"] == DOCUMENT["paths"]


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_operation_tells_its_problems_and_its_version(path, method, operation):
    assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", operation["operationId"])
    assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    good = {status for status in operation["responses"] if status.startswith("2")}
    if method == "get":
        assert set(operation["responses"]) == READ | ({"401", "429"} if "security" in operation else set())
    else:
        assert set(operation["responses"]) - good - {"412", "428"} == WRITTEN
        assert operation["security"] == [{"token": []}]
    assert "API-Version" in operation["responses"][good.pop()]["headers"]
    assert not good
    for parameter in operation.get("parameters", []):
        assert parameter["description"], parameter["name"]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "operation"), OPEN)
def test_an_answer_has_the_described_shape(ask, path, operation):
    """Validated strictly: a field that is not described fails too."""
    world.build()
    noun = path.split("/")[1]
    answer = ask(path.removeprefix("/").replace("{id}", SHOWN.get(noun, "")) + QUESTIONS.get(noun, ""))
    assert_described(answer, operation)


def assert_described(answer, operation, status="200"):
    """Also used for what asks for a key (test_submissions.py)."""
    schema = operation["responses"][status]["content"]["application/json"]["schema"]
    jsonschema.validate(answer, strict({**schema, "components": DOCUMENT["components"]}))


def strict(schema):
    """Turn OpenAPI 3.0 into JSON Schema: null where nullable, and nothing beside the described fields."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    part = {name: strict(value) for name, value in schema.items() if name != "nullable"}
    if isinstance(part.get("properties"), dict) and part.get("type") == "object":
        part.setdefault("additionalProperties", False)
    return {"anyOf": [part, {"type": "null"}]} if schema.get("nullable") is True else part


@pytest.mark.django_db
def test_the_documentation_can_be_read(client):
    response = client.get("/api/docs")
    html = response.content.decode()
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert "<script" not in html
    assert " style=" not in html
    for _path, _method, operation in OPERATIONS:
        assert f'id="{operation["operationId"]}"' in html
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= set(re.findall(r'id="([^"]+)"', html))
