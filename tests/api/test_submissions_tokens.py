"""Who may come in with a key, and for what."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.actions import tokens
from accounts.choices import TokenScope
from accounts.models import Membership
from submissions.models import Submission
from tests import people
from tests.api.systems import System, faults

pytestmark = pytest.mark.django_db
MOST_FAILURES = 30
READS = [
    "submissions",
    "submissions/{id}",
    "submissions/{id}/comments",
    "submissions/{id}/similar",
    "submissions/{id}/level",
]
WRITES = [
    ("POST", "submissions"),
    ("PATCH", "submissions/{id}"),
    *(("POST", f"submissions/{{id}}/{move}") for move in ("submit", "withdraw", "reopen", "confirm", "comments")),
]


@pytest.fixture(autouse=True)
def _no_failures_yet():
    cache.clear()


def ask(path: str, authorization: str | None, method: str = "GET"):
    headers = {} if authorization is None else {"authorization": authorization}
    return Client().generic(method, f"/api/v1/{path}", b"{}", content_type="application/json", headers=headers)


def refused(response, code: str, challenge: str) -> None:
    assert (response.status_code, response.headers["Content-Type"]) == (401, "application/problem+json")
    assert faults(response.json()) == [("Authorization", code)]
    assert response.headers["WWW-Authenticate"] == challenge
    assert (response.headers["Cache-Control"], response.headers["Vary"]) == (
        "private, no-store",
        "Accept, Authorization",
    )


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer ", "Basic YTpi", "ww_abc", "Token ww_abc"])
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "submissions"), ("POST", "submissions"), ("DELETE", "submissions/W-1")]
)
def test_without_a_key_one_is_asked_for(authorization, method, path):
    refused(ask(path, authorization, method), "no-token", 'Bearer realm="Werkwijs"')


@pytest.mark.parametrize("secret", ["ww_", "ww_niet-bestaand", "x", "é", "ww_\x7f", "ww_" + "a" * 5000])
def test_a_key_that_does_not_exist_opens_nothing(secret):
    response = ask("submissions", f"Bearer {secret}")
    refused(response, "invalid-token", 'Bearer realm="Werkwijs", error="invalid_token"')


def test_a_signed_in_session_is_no_key(client):
    client.force_login(people.coordinator())
    assert client.get("/api/v1/submissions").status_code == 401
    assert client.post("/api/v1/submissions", {"kind": "new"}, content_type="application/json").status_code == 401
    assert not Submission.objects.exists()


def expire(system):
    type(system.token).objects.update(expires=timezone.now() - timedelta(seconds=1))


def leave(system):
    Membership.objects.filter(user=system.user).delete()


def close(system):
    system.user.is_active = False
    system.user.save()


def stop_taking_part(system):
    system.organisation.takes_part = False
    system.organisation.save()


@pytest.mark.parametrize(
    "end", [expire, leave, close, stop_taking_part, lambda system: tokens.revoke_token(system.token, by=system.user)]
)
def test_a_key_ends_with_its_time_its_membership_and_its_owner(end):
    system = System()
    record = system.draft(name="Werkplaats")
    end(system)
    for method, path in [("GET", path) for path in READS] + WRITES:
        refused(
            system.ask(method, path.format(id=record["id"]), {"kind": "new"}),
            "invalid-token",
            'Bearer realm="Werkwijs", error="invalid_token"',
        )
    assert Submission.objects.count() == 1


def test_a_key_to_read_cannot_write():
    writer = System()
    record = writer.draft(name="Werkplaats")
    _token, writer.secret = tokens.issue_token(writer.organisation, name="Lezer", by=writer.user, scope=TokenScope.READ)
    for path in READS:
        writer.get(path.format(id=record["id"]))
    for method, path in WRITES:
        response = writer.ask(method, path.format(id=record["id"]), {"kind": "new"}, **{"if-match": '"x"'})
        assert (response.status_code, faults(response.json())) == (403, [("Authorization", "insufficient-scope")])
        assert "sleutel waarmee u ook kunt schrijven" in response.json()["detail"]
        assert response.headers["WWW-Authenticate"] == (
            'Bearer realm="Werkwijs", error="insufficient_scope", scope="write"'
        )
    assert Submission.objects.get().answers == {"name": "Werkplaats"}


def test_too_many_bad_keys_must_wait_and_a_good_one_never():
    system = System()
    statuses = [ask("submissions", "Bearer ww_geraden").status_code for _attempt in range(MOST_FAILURES + 3)]
    assert statuses == [401] * MOST_FAILURES + [429] * 3
    response = ask("submissions", "Bearer ww_geraden")
    assert (response.headers["Retry-After"], faults(response.json())) == (
        "300",
        [("Authorization", "too-many-failures")],
    )
    assert system.get("submissions")["count"] == 0
    other = Client(REMOTE_ADDR="192.0.2.7").get("/api/v1/submissions", headers={"authorization": "Bearer ww_geraden"})
    assert other.status_code == 401


def test_open_addresses_ask_for_no_key_and_ignore_a_bad_one():
    assert ask("lessons", "Bearer ww_onzin").status_code == 200
    assert ask("submission-questions?kind=new", None).status_code == 200


def test_an_answer_to_one_key_is_never_given_to_another():
    """Open answers are kept by their address; these must not be."""
    one, other = System(), System()
    one.draft(name="Alleen van mij")
    assert one.get("submissions")["count"] == 1
    assert other.get("submissions")["count"] == 0
    assert ask("submissions", None).status_code == 401
