"""The suite keeps its own promises: what runs on one database asks none, and runs at the same time do not meet."""

from threading import Thread
from types import SimpleNamespace

import pytest
from django.db import connection

from accounts.models import User
from evidence import search
from evidence.models import Intervention, SearchDocument
from submissions.models import Submission
from tests import emptying, people, suite

ASKING = {
    "a query": lambda: User.objects.exists(),
    "a lock": lambda: Submission.objects.select_for_update().first(),
    "a search": lambda: search.hits(SearchDocument.Subject.INTERVENTION, "taal"),
}


@pytest.mark.no_database("it shows that it cannot ask one")
@pytest.mark.parametrize("asking", ASKING)
def test_who_says_to_need_no_database_cannot_ask_one(asking):
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        ASKING[asking]()


@pytest.mark.no_database("it shows that it cannot ask one")
def test_nor_by_a_thread():
    found = []

    def ask():
        try:
            Intervention.objects.exists()
        except RuntimeError as error:
            found.append(str(error))

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert [text.partition(",")[0] for text in found] == ["Database access not allowed"]


def item(*markers, fixtures=()):
    found = {mark.name: mark for mark in markers}
    return SimpleNamespace(nodeid="x", get_closest_marker=found.get, fixturenames=fixtures)


MARK = pytest.mark.no_database("why").mark


@pytest.mark.parametrize(
    ("one", "number"),
    [
        (item(), 0), (item(MARK), 0), (item(MARK, fixtures=["settings"]), 0), (item(pytest.mark.no_database.mark), 1),
        (item(pytest.mark.no_database(" ").mark), 1), (item(MARK, pytest.mark.django_db.mark), 1),
        (item(MARK, fixtures=["db"]), 1), (item(MARK, fixtures=["live_server"]), 1),
        (item(MARK, fixtures=["browser"]), 1),
    ],
)  # fmt: skip
def test_a_mark_without_a_reason_or_with_a_database_stops_the_suite(one, number):
    assert len(suite.marked_wrongly([one])) == number


@pytest.mark.django_db
def test_the_database_is_of_this_process_of_this_run(tmp_path_factory):
    name = str(connection.settings_dict["NAME"])
    assert str(tmp_path_factory.getbasetemp()) in name if connection.vendor == "sqlite" else len(name) > 20


@pytest.mark.django_db(transaction=True)
def test_emptying_leaves_no_row_behind_in_any_table():
    people.published()
    emptying.empty()
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    filled = set()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            filled |= {table} if cursor.fetchone()[0] else set()
    assert filled == emptying.STAYS
    assert search.hits(SearchDocument.Subject.INTERVENTION, "verzonnen") == {}
