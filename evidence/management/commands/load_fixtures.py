"""`python manage.py load_fixtures [folder]`: read everything, check it, and load all of it or nothing."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from evidence.loading import report
from evidence.loading.load import load
from evidence.loading.reading import FixturesRefusedError


class Command(BaseCommand):
    """Load the tables and records of a folder, all or nothing."""

    help = "Loads the tables and records of a folder in one transaction. A second run changes nothing."

    def add_arguments(self, parser) -> None:
        """Take the folder, `fixtures/` when none is given."""
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *_args, folder: Path, **_options) -> None:
        """Load, and report per noun what changed."""
        try:
            outcomes = load(folder)
        except FixturesRefusedError as refused:
            message = f"{refused}\n{len(refused.faults)} faults; nothing was loaded."
            raise CommandError(message) from refused
        for line in report.report_lines(outcomes):
            self.stdout.write(line)
