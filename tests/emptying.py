"""Take out of the database what a test committed.

Django empties every table, filled or not, and makes the permissions anew: on PostgreSQL that
takes longer than most tests.
"""

from functools import cache

from django.db import connection, transaction

STAYS = {"django_content_type", "auth_permission"}
"""What migrations made, and no test touches."""


def empty() -> None:
    """Delete all rows, in the tables that have any."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_which_are_filled())
        for (table,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 — names of our tables


@cache
def _which_are_filled() -> str:
    """Write the question that names every table with a row in it."""
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - STAYS
    quote = connection.ops.quote_name
    parts = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {quote(name)})" for name in sorted(tables))  # noqa: S608
    return " UNION ALL ".join(parts)
