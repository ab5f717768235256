"""What a system asks twice, or two systems at the same moment: once each, and nothing lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from accounts import idempotency
from accounts.models import IdempotencyKey
from api.views.key_holders import KeyHolderView
from letters.models import Letter
from submissions.choices import Kind, Tier
from submissions.models import Decision, Submission
from tests import people
from tests.api.systems import System, faults

KEYS, TIMES = 200, 3
"""What the issue asks: 200 keys, three times each at the same moment."""
WRITERS, ROUNDS = 4, 50
"""200 changes of one draft."""


@pytest.mark.django_db
def test_a_repeated_post_gets_the_first_answer():
    system = System()
    first = system.ask("POST", "submissions", {"kind": "new", "answers": {"name": "Eén keer"}}, key="sleutel-1")
    reference = first.json()["id"]
    system.patch(f"submissions/{reference}", {"answers": {"name": "Anders"}}, **{"if-match": first.headers["ETag"]})
    # Other white space and another order of members are the same request.
    body = b'{ "answers": {"name": "E\\u00e9n keer"}, "kind": "new" }'
    again = system.ask("POST", "submissions", body, key="sleutel-1")
    assert (again.status_code, again.content) == (201, first.content)
    assert [again.headers[name] for name in ("Location", "ETag")] == [
        first.headers[name] for name in ("Location", "ETag")
    ]
    assert Submission.objects.count() == 1


@pytest.mark.django_db
def test_a_key_is_for_one_request():
    system = System()
    record = system.post("submissions", {"kind": "new", "answers": {"name": "A"}}, 201, key="k")
    other_body = system.post("submissions", {"kind": "new", "answers": {"name": "B"}}, 422, key="k")
    other_address = system.post(f"submissions/{record['id']}/withdraw", {}, 422, key="k")
    for problem in (other_body, other_address):
        assert faults(problem) == [("Idempotency-Key", "key-reused")]
    assert [row.state for row in Submission.objects.all()] == ["draft"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "code"),
    [(None, "required"), (" ", "invalid"), ("a b", "invalid"), ("a" * 121, "invalid"), ("é", "invalid")],
)
def test_a_post_needs_a_good_key(key, code):
    system = System()
    problem = system.post("submissions", {"kind": "new"}, 400, key=key)
    assert faults(problem) == [("Idempotency-Key", code)]
    assert not Submission.objects.exists()


@pytest.mark.django_db
def test_two_organisations_may_choose_the_same_key():
    references = {System().post("submissions", {"kind": "new"}, 201, key="zelfde")["id"] for _system in range(2)}
    assert len(references) == 2


@pytest.mark.django_db(transaction=True)
def test_what_was_refused_may_be_tried_again_with_the_same_key():
    system = System()
    record = system.draft(name="Werkplaats")
    place = f"submissions/{record['id']}"
    system.post(f"{place}/submit", {"permission": True}, 422, key="indienen")
    assert not IdempotencyKey.objects.filter(key="indienen").exists()
    answers = people.complete_answers(Kind.NEW, Tier.REPORT)
    system.patch(place, {"answers": answers}, **{"if-match": system.etag(record["id"])})
    first = system.post(f"{place}/submit", {"permission": True}, key="indienen")
    assert system.post(f"{place}/submit", {"permission": True}, key="indienen") == first
    assert Decision.objects.count() == 1
    assert Letter.objects.filter(about=record["id"]).count() == 1


@pytest.mark.django_db
def test_a_change_with_a_key_may_be_repeated_too():
    system = System()
    record = system.draft(name="Werkplaats")
    place, etag = f"submissions/{record['id']}", system.etag(record["id"])
    change = {"answers": {"name": "Nieuw"}}
    first = system.patch(place, change, key="wijziging", **{"if-match": etag})
    assert system.patch(place, change, key="wijziging", **{"if-match": etag}) == first
    system.patch(place, change, 412, **{"if-match": etag})
    assert Submission.objects.get().version == 2


@pytest.mark.django_db(transaction=True)
def test_a_failure_halfway_leaves_nothing(monkeypatch):
    """The answer goes out after the commit: what fails in between leaves neither a key nor a draft."""
    system = System()

    def fail(_door, _reference):
        raise RuntimeError

    monkeypatch.setattr(KeyHolderView, "own_submission", fail)
    assert system.ask("POST", "submissions", {"kind": "new"}, key="k").status_code == 500
    assert (Submission.objects.count(), IdempotencyKey.objects.count()) == (0, 0)
    monkeypatch.undo()
    assert system.ask("POST", "submissions", {"kind": "new"}, key="k").status_code == 201


def at_once(number: int, work) -> list:
    """Let so many threads work, each with a connection of its own."""

    def alone(index):
        try:
            return work(index)
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(alone, range(number)))


def post_all(system: System) -> tuple[Counter, list[int], int]:
    """Post `KEYS` drafts `TIMES` times each; return how often each was made, the statuses, and how many differ."""
    together = Barrier(TIMES, timeout=300)

    def post(_index):
        client = Client()
        answers = []
        for number in range(KEYS):
            together.wait()
            headers = {"authorization": f"Bearer {system.secret}", "idempotency-key": f"sleutel-{number}"}
            body = {"kind": "new", "answers": {"name": f"Aanpak {number}"}}
            response = client.post("/api/v1/submissions", body, content_type="application/json", headers=headers)
            answers.append((response.status_code, response.content))
        return answers

    answers = [answer for found in at_once(TIMES, post) for answer in found]
    made = Counter(row.answers["name"] for row in Submission.objects.all())
    return made, [status for status, _content in answers], len({content for _status, content in answers})


@pytest.mark.django_db(transaction=True)
def test_equal_posts_at_the_same_moment_make_one_draft():
    made, statuses, different = post_all(System())
    assert made == {f"Aanpak {number}": 1 for number in range(KEYS)}
    assert statuses == [201] * (KEYS * TIMES)
    assert different == KEYS


@pytest.mark.django_db(transaction=True)
def test_without_the_guard_the_same_run_sees_doubles(monkeypatch):
    """Sabotage: an endpoint that does not look at the key."""
    monkeypatch.setattr(idempotency, "once", lambda *, do, **_key: do())
    monkeypatch.setattr("tests.api.test_submissions_twice.KEYS", 20)
    made, _statuses, _different = post_all(System())
    assert made == {f"Aanpak {number}": TIMES for number in range(20)}


def change_all(system: System, path: str, rounds: int = ROUNDS) -> int:
    """Let `WRITERS` each add so many lines to one answer, reading again when they are refused.

    Return how often that happened.
    """
    together = Barrier(WRITERS, timeout=300)

    def change(index):
        client, refused = Client(), 0
        key = {"authorization": f"Bearer {system.secret}"}
        for turn in range(rounds):
            if turn == 0:
                together.wait()
            read = client.get(path, headers=key)
            text, etag = read.json()["answers"].get("approach", ""), read.headers["ETag"]
            while True:
                body = {"answers": {"approach": f"{text}\n{index}.{turn}".strip()}}
                response = client.patch(path, body, content_type="application/json", headers=key | {"if-match": etag})
                if response.status_code == 200:
                    break
                assert response.status_code == 412, response.content
                refused += 1
                text, etag = response.json()["current"]["answers"].get("approach", ""), response.headers["ETag"]
        return refused

    return sum(at_once(WRITERS, change))


def lines() -> set[str]:
    return set(Submission.objects.get().answers["approach"].split("\n"))


@pytest.mark.django_db(transaction=True)
def test_no_change_of_writers_at_the_same_moment_is_lost():
    system = System()
    refused = change_all(system, f"/api/v1/submissions/{system.draft(name='Werkplaats')['id']}")
    assert lines() == {f"{index}.{turn}" for index in range(WRITERS) for turn in range(ROUNDS)}
    assert refused > 0
    assert Submission.objects.get().version == 1 + WRITERS * ROUNDS


@pytest.mark.django_db(transaction=True)
def test_without_the_version_the_same_run_loses_changes(monkeypatch):
    """Sabotage: an endpoint that writes whatever the version is."""
    monkeypatch.setattr(KeyHolderView, "check_version", staticmethod(lambda _request, _submission: None))
    system = System()
    change_all(system, f"/api/v1/submissions/{system.draft(name='Werkplaats')['id']}", rounds=10)
    assert len(lines()) < WRITERS * 10


@pytest.mark.django_db(transaction=True)
def test_of_two_who_hand_in_at_the_same_moment_one_does():
    system = System()
    record = system.draft(**people.complete_answers(Kind.NEW, Tier.REPORT))
    together = Barrier(2, timeout=300)

    def submit(path, index):
        together.wait()
        headers = {"authorization": f"Bearer {system.secret}", "idempotency-key": f"k{index}"}
        return Client().post(path, {"permission": True}, content_type="application/json", headers=headers).status_code

    assert sorted(at_once(2, partial(submit, f"/api/v1/submissions/{record['id']}/submit"))) == [200, 409]
    assert Decision.objects.count() == 1
