"""A database of every release, filled as that release filled it, is brought to the present one and loses nothing."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from evidence import search
from evidence.models import Intervention, SearchDocument
from tests import releases_kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _present_again() -> Iterator[None]:
    """Bring the database back to the present, and empty, whatever became of the test."""
    yield
    _empty()
    _migrate_to_present()


def _migrate_to_present() -> Apps:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    return MigrationExecutor(connection).loader.project_state().apps


def _migrate_to(migrations: dict[str, str]) -> Apps:
    executor = MigrationExecutor(connection)
    executor.migrate(list(migrations.items()))
    return executor.loader.project_state(list(migrations.items())).apps


def _empty() -> None:
    """Take every row of ours away."""
    tables = connection.introspection.django_table_names(only_existing=True)
    ours = [table for table in tables if table.partition("_")[0] in releases_kept.APPS]
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), ours, reset_sequences=True, allow_cascade=True):
            cursor.execute(statement)


def _by_model(apps: Apps, rows: list[dict[str, Any]]) -> Iterator[tuple[type[models.Model], list[dict[str, Any]]]]:
    for label, of_model in groupby(rows, key=lambda row: row["model"]):
        yield apps.get_model(label), list(of_model)


def _fill(apps: Apps, rows: list[dict[str, Any]]) -> None:
    """Write rows through the models of a release, in any order: references are checked at the commit."""
    with transaction.atomic():
        for model, of_model in _by_model(apps, rows):
            fields = [field for field in model._meta.concrete_fields if field.name in of_model[0]["fields"]]
            model._base_manager.bulk_create(
                model(pk=row["pk"], **{field.attname: _read(field, row["fields"][field.name]) for field in fields})
                for row in of_model
            )
        for model, of_model in _by_model(apps, rows):
            for field in (field for field in model._meta.many_to_many if field.name in of_model[0]["fields"]):
                for row in (row for row in of_model if row["fields"][field.name]):
                    getattr(model(pk=row["pk"]), field.name).set(row["fields"][field.name])


def _read(field: models.Field, value: Any) -> Any:
    return value if isinstance(field, models.JSONField) else field.to_python(value)


def _differences(apps: Apps, rows: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """Compare every field that a release had with what it is now."""
    found = {}
    for model, of_model in _by_model(apps, rows):
        links = [field.name for field in model._meta.many_to_many if field.name in of_model[0]["fields"]]
        now = model._base_manager.prefetch_related(*links).in_bulk()
        for row in of_model:
            for name, value in row["fields"].items():
                before, after = _both(now[row["pk"]], name, value)
                if before != after:
                    found[f"{row['model']} {row['pk']} {name}"] = before, after
    return found


def _both(instance: models.Model, name: str, value: Any) -> tuple[Any, Any]:
    field = instance._meta.get_field(name)
    if field.many_to_many:
        return sorted(value), sorted(row.pk for row in getattr(instance, name).all())
    return _read(field, value), getattr(instance, field.attname)


@pytest.mark.usefixtures("_present_again")
@pytest.mark.parametrize("name", releases_kept.names())
def test_the_data_of_a_release_is_taken_over(name, client):
    release = releases_kept.read_release(name)
    apps = _migrate_to(release["migrations"])
    _empty()
    _fill(apps, release["rows"])
    assert _differences(_migrate_to_present(), release["rows"]) == {}
    assert client.get("/interventions").status_code == 200
    document = SearchDocument.objects.filter(subject="intervention", language="nl").first()
    name_of_it = Intervention.objects.get(pk=document.subject_id).name
    assert document.subject_id in search.hits(SearchDocument.Subject.INTERVENTION, name_of_it)
