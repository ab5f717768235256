"""`python manage.py erase_person <email> [--text …]`: remove someone, and their traces in what was written."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from accounts.actions import erase_person
from accounts.models import User
from dialogue import retention
from dialogue.erasure import erase_traces, forget_texts


class Command(BaseCommand):
    """Forget a person: the account, what came from it, and what is written about them."""

    help = (
        "Removes the account with this e-mail address and everything that is known of the person; it cannot be undone."
    )

    def add_arguments(self, parser) -> None:
        """Take the address, and what else to remove."""
        parser.add_argument("email")
        parser.add_argument(
            "--text", action="append", default=[], help="a name or number to remove everywhere; may be repeated"
        )

    def handle(self, *_args, email: str, text: list[str], **_options) -> None:
        """Erase everything, or nothing when a text is too short to look for."""
        email = email.strip().lower()
        user = User.objects.filter(email=email).first()
        if user is None and not text:
            message = f"There is no account with the address {email}. With --text its traces are removed all the same."
            raise CommandError(message)
        try:
            with transaction.atomic():
                self.erase(user, email, text)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.overwrite()
        self.stdout.write("The person was erased. Copies in backups go with those backups.")

    def erase(self, user: User | None, email: str, texts: list[str]) -> None:
        """Remove an account and its traces, or the traces of someone who has none."""
        if user is None:
            retention.forget_person([email])
            forget_texts([email, *texts])
            return
        erase_traces(user, texts=texts)
        erase_person(user, by=None)

    def overwrite(self) -> None:
        """Take the removed bytes out of the file too; PostgreSQL does it with its vacuum (docs/operations.md)."""
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
