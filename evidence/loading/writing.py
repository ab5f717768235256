"""Bring a table of the database in line with what was read: add, change, remove, and leave alone what is the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import translation

from evidence.loading.reading import FixtureFault, FixtureLine, FixturesRefusedError


@dataclass(frozen=True, slots=True)
class FixtureRow:
    """What one line says a row must be: its values, and per many-to-many field the rows it points at."""

    line: FixtureLine
    values: dict[str, Any]
    links: Mapping[str, Sequence[models.Model]] = field(default_factory=dict)


class TableOutcome(NamedTuple):
    """How many rows a table now has from the fixtures, and how many of them were added, changed or removed."""

    total: int
    added: int
    changed: int
    removed: int

    @property
    def is_change(self) -> bool:
        """Tell whether any row is other than before."""
        return any(self[1:])


def _key(source: models.Model | Mapping[str, Any], key: Sequence[str]) -> tuple:
    get = source.get if isinstance(source, Mapping) else lambda field: getattr(source, field)
    return tuple(value.pk if isinstance(value := get(field), models.Model) else value for field in key)


def check(model: type[models.Model], key: Sequence[str], rows: Iterable[FixtureRow]) -> None:
    """Note a fault for every field that the model does not accept, and for every key that stands twice."""
    seen: dict[tuple, FixtureLine] = {}
    fields = {field.name for field in model._meta.concrete_fields}
    for row in rows:
        identity = _key(row.values, key)
        if identity in seen:
            row.line.fault(key[0], f"stands already in {seen[identity].file}, row {seen[identity].row}")
        seen[identity] = row.line
        with translation.override("en"):
            try:
                model(**row.values).clean_fields(exclude=fields - row.values.keys() | _relations(model))
            except ValidationError as error:
                for field, messages in error.message_dict.items():
                    row.line.fault(field, " ".join(messages))


def _relations(model: type[models.Model]) -> set[str]:
    """Name the fields whose existence was checked when the code was read."""
    return {field.name for field in model._meta.concrete_fields if field.is_relation}


def sync(
    model: type[models.Model],
    key: Sequence[str],
    rows: Sequence[FixtureRow],
    existing: models.QuerySet,
    stay: Collection[int] = (),
) -> tuple[TableOutcome, models.QuerySet]:
    """Make `existing` hold `rows`, by their key; return what was done, and the rows that are no longer named.

    Those are for the caller to remove, when nothing refers to them any more; those that `stay` (primary keys) are not
    among them. Raises FixturesRefusedError, naming the row, when the database refuses one.
    """
    present = {_key(row, key): row for row in existing}
    added, changed = [], []
    for row in rows:
        instance = present.pop(_key(row.values, key), None)
        if instance is None:
            added.append((row, model(**row.values)))
        elif any(getattr(instance, field) != value for field, value in row.values.items()):
            for field, value in row.values.items():
                setattr(instance, field, value)
            changed.append((row, instance))
    _write(model, added, changed)
    gone = [instance.pk for instance in present.values() if instance.pk not in stay]
    touched = {instance.pk for _row, instance in changed} | _link(key, rows, existing)
    outcome = TableOutcome(
        total=len(rows),
        added=len(added),
        changed=len(touched - {instance.pk for _row, instance in added}),
        removed=len(gone),
    )
    return outcome, model._default_manager.filter(pk__in=gone)


def _write(
    model: type[models.Model],
    added: Sequence[tuple[FixtureRow, models.Model]],
    changed: Sequence[tuple[FixtureRow, models.Model]],
) -> None:
    try:
        with transaction.atomic():
            model._default_manager.bulk_create((instance for _row, instance in added), batch_size=500)
            for row, instance in changed:
                model._default_manager.filter(pk=instance.pk).update(**row.values)
    except IntegrityError as error:
        raise FixturesRefusedError(_refused([*added, *changed]) or [_unplaced(model, error)]) from error


def _refused(pairs: Iterable[tuple[FixtureRow, models.Model]]) -> list[FixtureFault]:
    """Find the rows that break a rule of the database, one by one: also that a code is taken by a submission."""
    faults: list[FixtureFault] = []
    for row, instance in pairs:
        for broken in (instance.validate_unique, instance.validate_constraints):
            with translation.override("en"):
                try:
                    broken()
                except ValidationError as error:
                    column = next(iter(error.error_dict), "")
                    column = "" if column == NON_FIELD_ERRORS else column
                    faults.append(FixtureFault(row.line.file, row.line.row, column, " ".join(error.messages)))
    return faults


def _unplaced(model: type[models.Model], error: IntegrityError) -> FixtureFault:
    return FixtureFault(model._meta.db_table, 0, "", str(error))


def _link(key: Sequence[str], rows: Sequence[FixtureRow], existing: models.QuerySet) -> set[int]:
    """Bring the many-to-many fields in line; return the primary keys of the rows that changed."""
    present = {_key(instance, key): instance.pk for instance in existing.all()} if rows else {}
    relinked: set[int] = set()
    for name in dict.fromkeys(name for row in rows for name in row.links):
        wanted = {present[_key(row.values, key)]: row.links[name] for row in rows if name in row.links}
        relinked |= _bring_in_line(existing.model._meta.get_field(name), wanted)
    return relinked


def _bring_in_line(field: models.ManyToManyField, wanted: Mapping[int, Sequence[models.Model]]) -> set[int]:
    """Have rows, by their primary keys, point at what is wanted and at nothing else; return which changed."""
    through = cast("type[models.Model]", field.remote_field.through)._default_manager
    ends = (f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id")
    held = {(row, target): pk for pk, row, target in through.values_list("pk", *ends) if row in wanted}
    pairs = dict.fromkeys((row, target.pk) for row, targets in wanted.items() for target in targets)
    missing = [pair for pair in pairs if pair not in held]
    through.bulk_create((through.model(**dict(zip(ends, pair, strict=True))) for pair in missing), batch_size=500)
    extra = [pair for pair in held if pair not in pairs]
    through.filter(pk__in=[held[pair] for pair in extra]).delete()
    return {row for row, _target in (*missing, *extra)}
