"""Bodies that no one can read or keep: refused with the reason, never a failure of ours."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api import parsers
from submissions.models import Submission
from tests.api.systems import System, faults

pytestmark = pytest.mark.django_db
NOT_KEPT = "unwritable-text"
START = b'{"kind": "new", "answers": {"name": '


@pytest.fixture
def system():
    return System()


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        (b"[" * 200_000, 400, [("#", "too-deep")]),
        (b"[" * 200_000 + b"]" * 200_000, 400, [("#", "too-deep")]),
        (START + b'{"a":' * 200_000, 413, [("", "too-large")]),
        (START + b'{"a":' * 100_000, 400, [("#", "too-deep")]),
        (START + b"[" * 31 + b"]" * 31 + b"}}", 400, [("#", "too-deep")]),
        (START + b"[" * 30 + b"]" * 30 + b"}}", 422, [("#/answers/name", "invalid")]),
        (START + b"1e999}}", 400, [("#", "not-finite")]),
        (START + b"-1e999}}", 400, [("#", "not-finite")]),
        (START + b"NaN}}", 400, [("#", "not-finite")]),
        (START + b"-Infinity}}", 400, [("#", "not-finite")]),
        (START + b"1" * 5000 + b"}}", 400, [("#", "number-too-large")]),
        (START + b"9223372036854775808}}", 400, [("#", "number-too-large")]),
        (START + b"9223372036854775807}}", 422, [("#/answers/name", "invalid")]),
        (START + b'"\\ud800"}}', 400, [("#/answers/name", NOT_KEPT)]),
        (START + b'"\\u0000"}}', 400, [("#/answers/name", NOT_KEPT)]),
        (START + b'["a", "\\udfff", "\\u0000"]}}', 400,
         [("#/answers/name/1", NOT_KEPT), ("#/answers/name/2", NOT_KEPT)]),
        (START + b'"\\ud83d\\ude00"}}', 201, None),
        (b'{"kind": "new", "answers": {"a\\u0000~/\\ud800": 1}}', 400, [("#/answers/a%00~0~1%3F", NOT_KEPT)]),
        (START + b'"\x00"}}', 400, [("#", "not-json")]),
        (START + b'"\xff"}}', 400, [("#", "not-utf-8")]),
        (b'\xef\xbb\xbf{"kind": "new"}', 400, [("#", "not-json")]),
        (b'{"kind": "new", "kind": "change"}', 400, [("#", "duplicate-name")]),
        (START + b'1, "name": "twee"}}', 400, [("#", "duplicate-name")]),
        (b'{"kind": "new"', 400, [("#", "not-json")]),
        (b'{"kind": "new"} {}', 400, [("#", "not-json")]),
        (b"{'kind': 'new'}", 400, [("#", "not-json")]),
        (b"[]", 400, [("#", "not-an-object")]),
        (b"null", 400, [("#", "not-an-object")]),
        (b'"new"', 400, [("#", "not-an-object")]),
        (b"12", 400, [("#", "not-an-object")]),
        (b" ", 400, [("#", "not-json")]),
        (b"", 422, [("#/kind", "required")]),
        (START + b'"' + b"a" * parsers.LARGEST + b'"}}', 413, [("", "too-large")]),
        (START + b'"' + b"a" * 3_000_000 + b'"}}', 413, [("", "too-large")]),
        (START + b'"' + b"a" * 900_000 + b'"}}', 422, [("#/answers/name", "invalid")]),
        (START + b"[" + b"{}," * 300_000 + b"1]}}", 422, [("#/answers/name", "invalid")]),
    ],
    ids=range(36),
)  # fmt: skip
def test_a_hostile_body_is_refused_soon_and_by_name(system, body, status, expected):
    start = time.thread_time()
    response = system.ask("POST", "submissions", body)
    assert time.thread_time() - start < 2
    assert response.status_code == status, response.content[:500]
    if expected:
        assert faults(response.json()) == expected
    assert Submission.objects.count() == (status == 201)


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/json; charset=latin-1", "application/merge-patch+json", "application/json-patch+json",
     "application/jsonx"],
)  # fmt: skip
@pytest.mark.parametrize(("method", "address"), [("POST", "submissions"), ("PATCH", "submissions/{id}")])
def test_anything_but_json_is_refused(system, method, address, content_type):
    record = system.draft(name="Werkplaats")
    headers = {"content-type": content_type, "if-match": '"x"'}
    response = system.ask(method, address.format(id=record["id"]), b'{"kind": "new"}', **headers)
    assert (response.status_code, faults(response.json())) == (415, [("Content-Type", "not-json")])


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON ; charset=UTF-8", 'application/json; charset="utf-8"']
)
def test_json_is_read_however_it_is_announced(system, content_type):
    assert system.ask("POST", "submissions", b'{"kind": "new"}', **{"content-type": content_type}).status_code == 201


def test_a_body_in_chunks_is_refused_and_not_taken_for_none(system):
    record = system.draft(name="Werkplaats")
    for length in ("", None):
        headers = {"transfer-encoding": "chunked", "if-match": system.etag(record["id"])}
        if length is not None:
            headers["content-length"] = length
        response = system.ask("PATCH", f"submissions/{record['id']}", b"", **headers)
        assert (response.status_code, faults(response.json())) == (411, [("Content-Length", "required")])


WRONG = [None, True, 0, -1, 1.5, "", "x", "x" * 3000, [], ["x"], [None], {}, {"a": {"b": []}}]


@pytest.mark.parametrize("value", WRONG, ids=range(len(WRONG)))
def test_a_wrong_type_anywhere_is_a_fault_or_fine_and_never_a_failure(system, value):
    record = system.draft(name="Werkplaats")
    place, etag = f"submissions/{record['id']}", system.etag(record["id"])
    codes = [
        question["code"]
        for topic in system.get("submission-questions?kind=new")["topics"]
        for question in topic["questions"]
    ]
    asked = [
        system.ask("POST", "submissions", {"kind": value, "tier": value, "intervention": value, "answers": value}),
        system.ask("POST", "submissions", {"kind": "new", "tier": value, "intervention": value}),
        system.ask("POST", "submissions", {"kind": "new", "answers": dict.fromkeys(codes, value)}),
        system.ask("PATCH", place, {"tier": value, "answers": value}, **{"if-match": etag}),
        system.ask("POST", f"{place}/submit", {"permission": value}),
        system.ask("POST", f"{place}/comments", {"text": value}),
        system.ask("POST", f"{place}/withdraw", {"reason": value}),
        system.ask("POST", f"{place}/reopen", {"reason": value}),
        system.ask("POST", "submissions", [value]),
    ]
    assert {response.status_code for response in asked} <= {200, 201, 400, 409, 412, 422}


def test_many_unknown_members_give_a_short_problem(system):
    many = {f"vraag-{number}": number for number in range(40_000)}
    assert faults(system.post("submissions", {"kind": "new", "answers": many}, 422)) == [("#/answers", "too-long")]
    assert len(system.post("submissions", {"kind": "new", **many}, 422)["errors"]) == parsers.MOST_FAULTS


@pytest.mark.parametrize("tag", ["", '"', "W/", "é", '"a","b"', "x" * 5000, ",", '"\x7f"'])
def test_an_if_match_that_means_nothing_matches_nothing(system, tag):
    record = system.draft(name="Werkplaats")
    system.patch(f"submissions/{record['id']}", {"answers": {"name": "Nieuw"}}, 412, **{"if-match": tag})


@pytest.mark.parametrize("reference", ["W-%00", "%ff", "a%2Fb", "W-" + "9" * 3000, "é", "-", "W-AAAAAAAA"])
def test_a_reference_that_is_none_is_not_found(system, reference):
    for method, path in [("GET", ""), ("PATCH", ""), ("POST", "/submit"), ("GET", "/level")]:
        response = system.ask(method, f"submissions/{reference}{path}", {"permission": True}, **{"if-match": '"x"'})
        assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
CODES = [
    "name",
    "summary",
    "goal",
    "status",
    "start",
    "target_groups",
    "cost",
    "has_plan",
    "participants",
    "website",
    "geen-vraag",
]
BODIES = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["new", "change", "experience"]) | JSON,
        "tier": st.sampled_from(["report", "describe", "research"]) | JSON,
        "intervention": JSON,
        "answers": st.dictionaries(st.sampled_from(CODES) | st.text(max_size=10), JSON, max_size=6) | JSON,
        "anders": JSON,
    },
)
SEARCH = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def assert_told(response) -> None:
    """A good answer, or a problem that lists at least one fault with a place and an advice."""
    assert response.status_code in {200, 201, 400, 422}, response.content[:500]
    if response.status_code >= 400:
        problem = response.json()
        assert problem["errors"]
        assert all(
            fault["detail"] and fault["code"] and fault.get("pointer", "#").startswith("#")
            for fault in problem["errors"]
        )
    else:
        assert response.json()["id"]


@SEARCH
@given(body=BODIES | JSON)
def test_any_body_gets_an_answer_when_a_draft_is_made(system, body):
    assert_told(system.ask("POST", "submissions", json.dumps(body).encode()))


@SEARCH
@given(body=BODIES, data=st.data())
def test_any_body_gets_an_answer_when_a_draft_is_changed(system, body, data):
    submission = Submission.objects.first() or Submission.objects.get(reference=system.draft(name="Werkplaats")["id"])
    body.pop("kind", None)
    etag = system.etag(submission.reference)
    before = system.get(f"submissions/{submission.reference}")
    response = system.ask(
        "PATCH", f"submissions/{submission.reference}", json.dumps(body).encode(), **{"if-match": etag}
    )
    assert_told(response)
    if response.status_code >= 400:
        assert system.get(f"submissions/{submission.reference}") == before


@SEARCH
@given(body=st.binary(max_size=200))
def test_any_bytes_get_an_answer(system, body):
    assert_told(system.ask("POST", "submissions", body))
