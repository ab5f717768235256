"""`python manage.py verify_derived [--rebuild]`: prove that the kept verdicts say what the facts say."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from evidence import verdicts
from evidence.models import CatalogueVersion


class Command(BaseCommand):
    """Verify, or rebuild, what is derived."""

    help = "Compares every kept verdict with the facts; with --rebuild writes those that differ."

    def add_arguments(self, parser) -> None:
        """Take the wish to mend."""
        parser.add_argument("--rebuild", action="store_true")

    def handle(self, *_args, rebuild: bool, **_options) -> None:
        """Compare the kept verdicts with the facts, or mend them."""
        if rebuild:
            with transaction.atomic():
                changed = verdicts.rebuild()
                if changed:
                    CatalogueVersion.advance()
            self.stdout.write(f"{len(changed)} interventions had other verdicts than their facts say; mended.")
            return
        differing = verdicts.differences()
        if differing:
            message = f"{len(differing)} interventions have other verdicts than their facts say; run with --rebuild."
            raise CommandError(message)
        self.stdout.write("Every verdict says what the facts say.")
