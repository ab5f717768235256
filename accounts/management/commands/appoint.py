"""`python manage.py appoint <email> <role>`: make someone reviewer, editor or admin; the way to the first admin."""

from django.core.management.base import BaseCommand, CommandError

from accounts import actions
from accounts.choices import EditorialRole
from accounts.errors import RefusedError


class Command(BaseCommand):
    """Give or take an editorial role."""

    help = "Gives the account with this confirmed e-mail address a role for the editorial team; “none” takes it away."

    def add_arguments(self, parser) -> None:
        """Take the address and the role."""
        parser.add_argument("email")
        parser.add_argument("role", choices=[*filter(None, EditorialRole.values), "none"])

    def handle(self, *_args, email: str, role: str, **_options) -> None:
        """Appoint."""
        try:
            actions.appoint(email, EditorialRole("" if role == "none" else role), by=None)
        except RefusedError as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{email}: {role}.")
