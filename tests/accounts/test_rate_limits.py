"""How often something may be done: counted exactly, over any stretch of time, by all processes, and never for good."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.core.cache.backends import base, db
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import RequestFactory

from accounts import rate_limits
from accounts.models import User
from accounts.rate_limits import RateLimit, count_attempt

pytestmark = pytest.mark.django_db


def request_of(ip: str = "192.0.2.1", user: User | AnonymousUser | None = None):
    request = RequestFactory().post("/", REMOTE_ADDR=ip)
    request.user = user or AnonymousUser()
    return request


def tries(number: int, request=None, action: str = "act", **more: str) -> list[bool]:
    return [count_attempt(request or request_of(), action, **more) for _attempt in range(number)]


@pytest.fixture
def limits(settings) -> Callable[..., None]:
    """Put a limit, or some, on the action `act`."""

    def put(*words: str, action: str = "act") -> None:
        settings.RATE_LIMITS = {**settings.RATE_LIMITS, action: list(words)}

    return put


@pytest.fixture
def clock(monkeypatch):
    """The clock of the cache, which a test moves on by hand; it starts at a whole second, as the table keeps them."""
    start = float(int(time.time()))
    moved = SimpleNamespace(on=0.0)
    monkeypatch.setattr(base, "time", SimpleNamespace(time=lambda: start + moved.on))
    monkeypatch.setattr(db, "tz_now", lambda: datetime.fromtimestamp(start + moved.on, tz=UTC))
    return moved


# What is counted


def test_the_limits_of_the_site_are_these():
    hour, minutes = 60 * 60, 5 * 60
    assert {action: rate_limits.limits_of(action) for action in project.RATE_LIMITS} == {
        "correction": [
            RateLimit(most=20, seconds=hour, per="visitor"),
            RateLimit(most=5, seconds=hour, per="address"),
        ],
        "follow": [RateLimit(most=20, seconds=hour, per="visitor"), RateLimit(most=10, seconds=hour, per="address")],
        "contact": [RateLimit(most=30, seconds=hour, per="user")],
        "wrong-token": [RateLimit(most=30, seconds=minutes, per="visitor")],
    }
    assert rate_limits.longest_wait("wrong-token") == minutes


@pytest.mark.parametrize(
    "words",
    [
        "",
        "5",
        "5/h",
        "5 per hour",
        "per hour per user",
        "5 per day per user",
        "5 per hour per ip",
        "x5 per hour per user",
    ],
)
def test_a_limit_that_cannot_be_read_is_said_aloud(words, limits):
    limits(words)
    with pytest.raises(ImproperlyConfigured):
        count_attempt(request_of(), "act")


def test_an_action_without_a_limit_is_said_aloud():
    with pytest.raises(KeyError):
        count_attempt(request_of(), "nowhere-named")


def test_visitors_are_counted_each_by_themselves(limits):
    limits("2 per hour per visitor")
    limits("1 per hour per visitor", action="other")
    assert tries(4) == [True, True, False, False]
    assert tries(3, request_of("192.0.2.2")) == [True, True, False]
    assert tries(2, action="other") == [True, False]


def test_one_network_of_the_new_kind_is_one_visitor(limits):
    limits("1 per hour per visitor")
    assert tries(1, request_of("2001:db8:0:1::1")) == [True]
    assert tries(1, request_of("2001:db8:0:1:ffff::2")) == [False]
    assert tries(1, request_of("2001:db8:0:2::1")) == [True]


def test_users_are_counted_wherever_they_are(limits):
    limits("2 per hour per user")
    one, other = (User.objects.create(email=f"{name}@voorbeeld.example") for name in "ab")
    assert [count_attempt(request_of(f"192.0.2.{place}", one), "act") for place in range(3)] == [True, True, False]
    assert tries(1, request_of(user=other)) == [True]


def test_a_limit_that_has_nobody_to_count_is_said_aloud(limits):
    limits("2 per hour per user")
    with pytest.raises(ImproperlyConfigured):
        count_attempt(request_of(), "act")
    limits("2 per hour per address")
    with pytest.raises(ImproperlyConfigured):
        count_attempt(request_of(), "act")


def test_the_first_limit_that_is_full_stops_and_the_next_is_not_asked(limits):
    limits("3 per hour per visitor", "2 per hour per address")
    assert tries(2, address="a@voorbeeld.example") == [True, True]
    assert tries(1, address="a@voorbeeld.example") == [False], "this address had its two"
    assert tries(1, address="b@voorbeeld.example") == [False], "this visitor had their three"
    assert tries(3, request_of("192.0.2.9"), address="b@voorbeeld.example") == [True, True, False]


def test_the_table_does_not_say_whose_attempts_it_counts(limits):
    limits("2 per hour per visitor", "2 per hour per address")
    tries(1, address="a@voorbeeld.example")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM shared_cache")
        rows = str(cursor.fetchall())
    assert rows.count("rate-limit:act") == 2
    assert "192.0.2.1" not in rows
    assert "voorbeeld" not in rows


# When it ends


def test_each_attempt_is_forgotten_by_itself(limits, clock):
    limits("2 per minute per visitor")
    assert tries(1) == [True]
    clock.on = 40
    assert tries(2) == [True, False]
    clock.on = 59
    assert tries(1) == [False]
    clock.on = 61
    assert tries(2) == [True, False], "the attempt of the start is over, the one of second 40 is not"
    clock.on = 101
    assert tries(2) == [True, False]
    clock.on = 500
    assert tries(3) == [True, True, False]


def test_who_goes_on_trying_waits_no_longer_and_writes_nothing(limits, clock, django_assert_num_queries):
    limits("2 per minute per visitor")
    tries(2)
    for second in range(1, 60):
        clock.on = second
        with django_assert_num_queries(1):
            assert tries(1) == [False]
    clock.on = 61
    assert tries(1) == [True]


def test_an_hour_is_an_hour(limits, clock):
    limits("1 per hour per visitor", "1 per 2 hours per address")
    assert tries(1, address="x") == [True]
    clock.on = timedelta(hours=1, seconds=1).total_seconds()
    assert tries(1, address="x") == [False]
    assert tries(1, request_of("192.0.2.3"), address="y") == [True]
    clock.on = timedelta(hours=2, seconds=2).total_seconds()
    assert tries(1, address="x") == [True]


# At the same moment


def at_once(number: int, job: Callable[[], bool]) -> list[bool]:
    """Do something in so many threads, each with a connection of its own, and return what each said."""
    said: list[bool] = []

    def run() -> None:
        try:
            said.append(job())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _number in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


@pytest.fixture
def all_read_first(monkeypatch):
    """Let nobody write before everybody has read: the worst moment there is."""

    def together(number: int) -> None:
        barrier, read = threading.Barrier(number), db.DatabaseCache.get_many

        def read_and_wait(self, keys, version=None):
            found = read(self, keys, version)
            barrier.wait(timeout=300)
            return found

        monkeypatch.setattr(db.DatabaseCache, "get_many", read_and_wait)

    return together


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_taken_once(limits, all_read_first):
    limits("1 per hour per visitor")
    all_read_first(2)
    assert at_once(2, lambda: count_attempt(request_of(), "act")) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_everybody_at_once_has_the_places_there_are(limits, all_read_first):
    limits("3 per hour per visitor")
    all_read_first(6)
    assert at_once(6, lambda: count_attempt(request_of(), "act")) == [False] * 3 + [True] * 3


@pytest.mark.django_db(transaction=True)
def test_with_a_count_that_is_read_and_written_back_too_many_pass(limits, all_read_first, monkeypatch):
    """What the tests above would say of a limiter without the one write that only one can do."""

    def carelessly(name: str, limit: RateLimit) -> bool:
        count = caches["default"].get(name, 0)
        caches["default"].set(name, count + 1, limit.seconds)
        return count < limit.most

    monkeypatch.setattr(rate_limits, "_take_place", carelessly)
    limits("1 per hour per visitor")
    all_read_first(2)
    assert at_once(2, lambda: count_attempt(request_of(), "act")) == [True, True]
