"""`python manage.py appoint <email> <role>`: make someone reviewer, editor or admin; the way to the first admin."""

from django.core.management.base import BaseCommand, CommandError

from accounts import actions
from accounts.choices import EditorialRole
from accounts.errors import RefusedError


class Command(BaseCommand):
    """Give or take an editorial role."""

    help = "Gives the account with this confirmed e-mail address a role for the editorial team; “none” takes it away."

    def add_arguments(self, parser) -> None:
        """Ask for the address of an account and one of the roles, or “none”."""
        parser.add_argument("email")
        parser.add_argument("role", choices=[*filter(None, EditorialRole.values), "none"])

    def handle(self, *_args, email: str, role: str, **_options) -> None:
        """Give the role, or say why that cannot be."""
        try:
            actions.appoint(email, EditorialRole("" if role == "none" else role), by=None)
        except RefusedError as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{email}: {role}.")
