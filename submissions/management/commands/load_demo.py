"""`python manage.py load_demo`: invented organisations, logins and submissions, for a demo only."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from submissions.demo import making


class Command(BaseCommand):
    """Make the demo, and print how to sign in."""

    help = (
        "Makes three invented organisations, an editorial team and submissions in every state but published. Not in "
        "production."
    )

    def handle(self, *_args, **_options) -> None:
        """Make what is missing, and print how to sign in; refuse where real people work."""
        if settings.PRODUCTION:
            message = "This makes invented accounts with printed passwords: not in production."
            raise CommandError(message)
        logins = making.make()
        self.stdout.write(f"Logins of this demo, at {settings.PUBLIC_URL}/account/login (all invented):")
        for login in logins:
            self.stdout.write(f"  {login.email:38} {login.password}   {login.what}")
            if login.codes:
                self.stdout.write(
                    f"  {'':38} second step: one of {' '.join(login.codes)}, or an app with key {login.app}"
                )
