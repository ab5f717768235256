"""The fixed words of who may do what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EditorialRole(TextChoices):
    """What someone does for the editorial team; a later one may do all that an earlier one may."""

    NONE = "", _("Geen rol bij de redactie")
    REVIEWER = "reviewer", _("Beoordelaar")
    EDITOR = "editor", _("Redacteur")
    ADMIN = "admin", _("Beheerder")


class MemberRole(TextChoices):
    """What a member may do for an organisation.

    A coordinator also looks after the members, the keys and the contact address.
    """

    AUTHOR = "author", _("Auteur")
    COORDINATOR = "coordinator", _("Coördinator")


class RequestState(TextChoices):
    """What became of the wish of an organisation to take part."""

    OPEN = "open", _("Wacht op antwoord")
    ACCEPTED = "accepted", _("Toegelaten")
    REFUSED = "refused", _("Afgewezen")


class TokenScope(TextChoices):
    """What a key of the API may be used for."""

    READ = "read", _("Lezen")
    WRITE = "write", _("Lezen en schrijven")
