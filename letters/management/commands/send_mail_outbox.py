"""`python manage.py send_mail_outbox [--loop 30]`: send the letters that wait, once or for ever."""

import logging
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from letters import outbox

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Send what is due, and forget what was kept long enough."""

    help = "Sends the letters that are due; with --loop again and again, that many seconds after each other."

    def add_arguments(self, parser) -> None:
        """Take the pause between two rounds."""
        parser.add_argument("--loop", type=float, metavar="SECONDS")

    def handle(self, *_args, loop: float | None, **_options) -> None:
        """Go round once, or until it is stopped; a database that is away for a while does not stop it."""
        while True:
            try:
                self.go_round(tell=loop is None)
            except DatabaseError:
                if loop is None:
                    raise
                logger.exception("The database did not answer; trying again in %s seconds.", loop)
            if loop is None:
                return
            close_old_connections()
            time.sleep(loop)

    def go_round(self, *, tell: bool) -> None:
        """Send, clean up, and say what came of it when someone reads along or something went wrong."""
        result = outbox.send_due()
        outbox.forget_old()
        if tell or result.failed:
            self.stdout.write(f"{result.sent} letters sent, {result.failed} not.")
