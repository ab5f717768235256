"""What is asked twice happens once: in turn, at the same moment, and when the first time failed."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from accounts import idempotency
from accounts.idempotency import Answer, KeyReusedError, once
from accounts.models import IdempotencyKey
from letters.models import Letter
from tests import people

KEYS, TIMES = 200, 3
"""What the issue asks; the same through the API: tests/api/test_submissions_twice.py."""


def write(key: str) -> Answer:
    """Do something that one can count."""
    mail = Letter.objects.create(to="iemand@voorbeeld.example", subject=key, body="")
    return Answer(201, {"zeta": mail.pk, "alfa": [None, True, 1.5, "é\u2028"]})


def ask(key: str = "a", *, owner: str = "user:1", fingerprint: str = "f", does=write) -> Answer:
    return once(owner=owner, key=key, fingerprint=fingerprint, do=lambda: does(key))


@pytest.mark.django_db
def test_the_second_time_gives_the_first_answer_and_does_nothing():
    first = ask()
    assert first == Answer(201, {"zeta": Letter.objects.get().pk, "alfa": [None, True, 1.5, "é\u2028"]})
    assert ask() == first
    assert list(ask().body) == list(first.body) == ["zeta", "alfa"]
    assert Letter.objects.count() == 1


@pytest.mark.django_db
def test_a_key_belongs_to_its_owner():
    assert ask(owner="user:1") != ask(owner="user:2")
    assert Letter.objects.count() == 2


@pytest.mark.django_db
def test_a_key_used_for_something_else_is_refused_and_nothing_is_done():
    ask()
    with pytest.raises(KeyReusedError, match="al voor iets anders gebruikt"):
        ask(fingerprint="g")
    assert Letter.objects.count() == IdempotencyKey.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_failed_left_nothing_and_may_be_tried_again_with_the_same_key():
    def fail(key):
        write(key)
        raise ValueError(key)

    with pytest.raises(ValueError, match="a"):
        ask(does=fail)
    assert Letter.objects.count() == IdempotencyKey.objects.count() == 0
    assert ask(fingerprint="better").status == 201
    assert Letter.objects.count() == 1


@pytest.mark.django_db
def test_a_key_lives_a_day():
    first = ask()
    IdempotencyKey.objects.update(created=timezone.now() - idempotency.LIFE + timedelta(minutes=1))
    assert (ask(), idempotency.forget_old_answers()) == (first, 0)
    IdempotencyKey.objects.update(created=timezone.now() - idempotency.LIFE - timedelta(minutes=1))
    assert ask(fingerprint="something new") != first
    assert Letter.objects.count() == 2
    IdempotencyKey.objects.update(created=timezone.now() - idempotency.LIFE - timedelta(minutes=1))
    assert idempotency.forget_old_answers() == 1
    assert not IdempotencyKey.objects.exists()


@pytest.mark.django_db
def test_who_is_erased_leaves_no_answers():
    erased, other = people.person(), people.person()
    ask(owner=idempotency.of_user(erased))
    ask(owner=idempotency.of_user(other))
    assert idempotency.forget_answers([idempotency.of_user(erased)]) == 1
    assert [row.owner for row in IdempotencyKey.objects.all()] == [f"user:{other.pk}"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [("a", True), ("7f9c-_~!", True), ("a" * 120, True), ("", False), ("a" * 121, False), ("a b", False), ("é", False),
     ("a\0", False), ("a\n", False), ("\ud800", False)],
)  # fmt: skip
def test_a_key_is_short_and_visible(text, fits):
    assert idempotency.is_key(text) is fits


def test_a_fingerprint_tells_requests_apart_and_not_the_order_of_their_keys():
    one = idempotency.fingerprint("POST", "/a", {"a": 1, "b": [1, 2]})
    assert one == idempotency.fingerprint("POST", "/a", {"b": [1, 2], "a": 1})
    others = [
        ("POST", "/a", {"a": 1, "b": [2, 1]}),
        ("POST", "/b", {"a": 1, "b": [1, 2]}),
        ("POST", "/a", {"a": "1", "b": [1, 2]}),
    ]
    assert one not in {idempotency.fingerprint(*other) for other in others}


def in_parallel(do) -> dict[str, list]:
    """Call `do(key)` for each key `TIMES` times at the same moment; return the answers per key."""
    keys = [f"sleutel-{number}" for number in range(KEYS)]
    together = Barrier(TIMES, timeout=300)

    def all_keys(_number) -> list:
        try:
            answers = []
            for key in keys:
                together.wait()
                answers.append(do(key))
            return answers
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        per_thread = list(pool.map(all_keys, range(TIMES)))
    return dict(zip(keys, zip(*per_thread, strict=True), strict=True))


def done() -> Counter:
    """Count how often each key did something."""
    return Counter(Letter.objects.values_list("subject", flat=True))


@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_one_does_it_and_all_get_its_answer():
    answers = in_parallel(ask)
    assert done() == dict.fromkeys(answers, 1)
    assert [len({str(answer) for answer in equal}) for equal in answers.values()] == [1] * KEYS


@pytest.mark.django_db(transaction=True)
def test_without_the_guard_the_same_run_sees_doubles():
    """Sabotage: looking first and writing afterwards is not enough."""
    between = Barrier(TIMES, timeout=300)

    def look_then_do(key: str) -> Answer:
        is_first = not IdempotencyKey.objects.filter(owner="user:1", key=key).exists()
        between.wait()
        answer = write(key) if is_first else Answer(200, None)
        row = IdempotencyKey(owner="user:1", key=key, fingerprint="f", status=201, answer="{}")
        IdempotencyKey.objects.bulk_create([row], ignore_conflicts=True)
        return answer

    in_parallel(look_then_do)
    assert done() == dict.fromkeys(done(), TIMES)
    assert len(done()) == KEYS
