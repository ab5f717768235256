"""Rows written anew: what stays as it is keeps its row, and what is gone goes, in as few statements as that takes."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

Row = TypeVar("Row", bound=Model)


def rewrite(
    known: Iterable[Row], wanted: Iterable[Row], *, key: tuple[str, ...], says: tuple[str, ...], in_order: bool = False
) -> list[Row]:
    """Make the rows that are known into those that are wanted; return those that are new.

    `key` names the fields of which no two rows have the same values, `says` those that may differ. `in_order`: the rows
    are read in the order of their primary keys, so one that cannot stay in its place gets a new row, and so do those
    after it.
    """
    key_of, said_by = attrgetter(*key), attrgetter(*says)
    gone = {key_of(row): row for row in known}
    changed: list[Row] = []
    added: list[Row] = []
    last = 0
    for row in wanted:
        before = gone.get(key_of(row))
        if before is None or (in_order and (added or before.pk < last)):
            added.append(row)
            continue
        last = gone.pop(key_of(row)).pk
        if said_by(before) != said_by(row):
            changed.append(row)
    delete(list(gone.values()))
    if written := [*changed, *added]:
        type(written[0])._default_manager.bulk_create(
            written, batch_size=500, update_conflicts=True, unique_fields=key, update_fields=says
        )
    return added


def delete(gone: Sequence[Model]) -> None:
    """Delete rows of one table, with what goes with them."""
    if gone:
        rows = type(gone[0])._default_manager.filter(pk__in=[row.pk for row in gone])
        if delete_unnamed(rows) < len(gone):
            rows.delete()


def delete_unnamed(rows: QuerySet) -> int:
    """Delete those of some rows that nothing points at, in one statement; return how many.

    Django would ask every table that could point at them one by one.
    """
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if relation.one_to_many and relation.auto_created:
            pointing = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
            rows = rows.filter(~Exists(pointing))
    return rows._raw_delete(rows.db)  # noqa: SLF001 — nothing is left for Django to take along
