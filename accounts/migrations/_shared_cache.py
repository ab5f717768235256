"""The table of CACHES["default"], which all processes share: attempts are counted in it."""

from django.core.management import call_command

TABLE = "shared_cache"


def make(_apps, schema_editor):
    """Make the table; it is there already when this is done again."""
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop(_apps, schema_editor):
    """Take the table away."""
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name(TABLE)}")
