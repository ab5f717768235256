"""`python manage.py send_digests`, once a day.

It tells followers what changed, reminds organisations, and forgets what was kept too long.
"""

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts import idempotency
from dialogue import following, reminders, retention


class Command(BaseCommand):
    """Write the letters of the day. Running it again tells nothing twice."""

    help = (
        "Writes what changed to those who follow it, reminds organisations once a year, and forgets addresses in time."
    )

    def handle(self, *_args, **_options) -> None:
        """Do all of it, and say how much it was."""
        now = timezone.now()
        told = following.send_letters(now)
        reminded = reminders.send(timezone.localdate(now))
        retention.forget_counts(now)
        idempotency.forget_old_answers()
        forgotten = retention.forget_unconfirmed(now) + retention.forget_addresses(now)
        self.stdout.write(f"letters to followers: {told}; reminders: {reminded}; forgotten: {forgotten}")
