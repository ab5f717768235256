"""The whole catalogue in a test database: loaded once per process, and put back row by row from then on, several times
as fast.
"""

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from evidence import search
from evidence.loading.load import load

_rows: dict = {}


def put_in() -> None:
    """Fill an empty database with what `fixtures/` says, and all that follows from it."""
    models = list(apps.get_app_config("evidence").get_models(include_auto_created=True))
    if not _rows:
        load(settings.BASE_DIR / "fixtures")
        _rows.update({model: list(model._base_manager.values()) for model in models})
        return
    with transaction.atomic():
        for model in models:
            model._base_manager.bulk_create((model(**row) for row in _rows[model]), batch_size=500)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
    search.analyze()
