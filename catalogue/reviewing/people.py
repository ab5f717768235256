"""How the editorial team names people to each other."""

from django.utils.translation import gettext as _

from accounts.models import User


def person(user: User | None) -> str:
    """Name someone; who was erased has no name any more."""
    return (user.get_full_name() or user.email) if user else _("iemand van wie de gegevens zijn gewist")
