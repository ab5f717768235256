"""Every address × every visitor × every method, against a table written by hand; no address is left out of it."""

import logging
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.urls import get_resolver, resolve

from accounts import middleware
from submissions.querysets import SubmissionQuerySet
from tests import suite
from tests.journeys.planted import CANARY_OF_DRAFT, CANARY_OF_NOTE, CANARY_OF_SUBMISSION, Planted
from tests.journeys.who_may import AREAS, FORM, PUBLIC, READ, Row

VISITORS = "awcsnroed"
METHODS = ("GET", "POST", *suite.once(("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")))
DOORS = {"/account/login": "login", "/account/confirm": "sure", "/account/second-step/confirm": "step"}
PAST_THE_DOOR = (400, 409, 422, 428)
NEVER_READ = {
    CANARY_OF_DRAFT: "asnred",
    CANARY_OF_SUBMISSION: "asn",
    CANARY_OF_NOTE: "awcsno",
    "lezer@voorbeeld.example": "awcsnro",
}
"""Who must never get these words, at whatever address they knock."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Plant everything once, and take it away after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Planted()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _quiet(db):
    """Thousands are refused here, as they should be."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def expected(row: Row, method: str, visitor: str) -> list[str]:
    """Read the cell of the table."""
    rule = row.rule
    cells = {"GET": rule.get, "HEAD": rule.get, "POST": rule.post, "OPTIONS": rule.options}.get(method, rule.other)
    fitting = [answers for who, answers in (cell.split("=") for cell in cells.split()) if who == "*" or visitor in who]
    return fitting[-1].split("|") if fitting else []


def answered(answer) -> set[str]:
    """Name an answer in the words of the table."""
    status = answer.status_code
    if 300 <= status < 400:
        path = urlsplit(answer["Location"]).path.removeprefix("/en")
        return {DOORS[path]} if path in DOORS else {"go", "in"}
    words = {"ok": 200 <= status < 300, "in": 200 <= status < 300 or status in PAST_THE_DOOR, "login": status == 401}
    return {str(status), *(word for word, fits in words.items() if fits)}


def knocks(row: Row, methods: str, visitors: str):
    """Say who knocks how. Where who asks plays no part everyone reads and posts, and two try the rest."""
    for method in methods:
        for visitor in visitors:
            if row.rule not in (PUBLIC, FORM, READ) or method in ("GET", "POST") or visitor in "ad":
                yield method, visitor


def mismatches(world: Planted, rows: list[Row], methods=METHODS, visitors=VISITORS, prefix="") -> list[str]:
    """Knock at these addresses, and name what is otherwise than the table says."""
    names, found = world.names(), []
    for row in rows:
        address = prefix + row.address.format(**names)
        for method, visitor in knocks(row, methods, visitors):
            answer = world.knock(visitor, method, address, row.form if method == "POST" else {})
            here = f"{visitor} {method} {row.address}"
            if not answered(answer) & set(expected(row, method, visitor)):
                found.append(f"{here}: {answer.status_code} {answer.headers.get('Location', '')}")
            body = answer.getvalue().decode(errors="replace")
            found += [f"{here} reads {word}" for word, who in NEVER_READ.items() if visitor in who and word in body]
    return found


def routes(patterns, prefix=""):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, f"{prefix}{pattern.pattern}")
        else:
            yield pattern.name or f"{prefix}{pattern.pattern}"


def test_no_address_is_left_out(world):
    rows = [row for area in AREAS.values() for row in area]
    assert {row.name for row in rows} == set(routes(get_resolver().url_patterns))
    for row in rows:
        match = resolve(row.address.format(**world.names()).partition("?")[0])
        assert row.name == (match.url_name or match.route)


@pytest.mark.parametrize("area", AREAS)
def test_everyone_gets_what_the_table_says(world, area):
    assert mismatches(world, AREAS[area]) == []


def test_the_same_holds_in_english(world):
    rows = [row for name in ("account", "submitting", "editors") for row in AREAS[name]]
    assert mismatches(world, rows, ("GET", "POST"), "asnr", "/en") == []


@pytest.mark.sabotage
def test_an_open_door_is_noticed(world, monkeypatch):
    monkeypatch.setattr(middleware, "is_guarded", lambda _path: False)
    found = mismatches(world, [row for row in AREAS["editors"] if row.name == "review-detail"], ("GET",))
    assert [line.split(":")[0] for line in found] == [
        "n GET /review/{handed}", "n GET /review/{handed} reads Paradijsvogel", "n GET /review/{handed} reads IJsvogel",
        "n GET /review/{draft}",
    ]  # fmt: skip


@pytest.mark.sabotage
def test_a_look_into_anothers_drafts_is_noticed(world, monkeypatch):
    monkeypatch.setattr(SubmissionQuerySet, "of_member", lambda rows, _user: rows)
    found = mismatches(
        world, [row for row in AREAS["submitting"] if row.address == "/submissions/{draft}"], ("GET",), "awsr"
    )
    assert [line.split(":")[0] for line in found] == [
        "s GET /submissions/{draft}", "s GET /submissions/{draft} reads Kanarievogel",
        "r GET /submissions/{draft}", "r GET /submissions/{draft} reads Kanarievogel",
    ]  # fmt: skip
