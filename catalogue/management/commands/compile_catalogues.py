"""Compile the translations, without GNU gettext: `manage.py compile_catalogues`.

With `--check`, refuse incomplete ones.
"""

from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


def untranslated(catalogue: polib.POFile) -> Iterator[str]:
    """Say what is missing in a catalogue."""
    for entry in catalogue:
        if entry.obsolete:
            yield f"obsolete: {entry.msgid}"
        elif entry.fuzzy:
            yield f"fuzzy: {entry.msgid}"
        elif not entry.translated():
            yield f"not translated: {entry.msgid}"


class Command(BaseCommand):
    """Make a .mo file beside every .po file."""

    help = "Compile locale/*/LC_MESSAGES/*.po; with --check only fail when a text is not translated, fuzzy or obsolete."

    def add_arguments(self, parser) -> None:
        """Declare --check."""
        parser.add_argument(
            "--check", action="store_true", help="fail on texts that are not translated, fuzzy or obsolete"
        )

    def handle(self, *_args, **options) -> None:
        """Compile, or only complain when asked."""
        found: list[str] = []
        for folder in settings.LOCALE_PATHS:
            for path in sorted(Path(folder).rglob("*.po")):
                catalogue = polib.pofile(str(path), check_for_duplicates=True)
                found.extend(f"{path.name}: {fault}" for fault in untranslated(catalogue))
                if not options["check"]:
                    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
        if options["check"] and found:
            raise CommandError("\n".join(found))
