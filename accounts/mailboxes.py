"""Where letters to organisations and to the editorial team are read."""

from accounts.models import User
from accounts.permissions import EDITORS
from evidence.models import Organisation


def of_organisation(organisation: Organisation) -> list[str]:
    """Return where an organisation reads its letters: its functional mailbox, else its members."""
    if organisation.contact_email:
        return [organisation.contact_email]
    members = User.objects.filter(is_active=True, memberships__organisation=organisation)
    return list(members.order_by("pk").values_list("email", flat=True))


def of_editors() -> list[str]:
    """Return where those who answer corrections read their letters."""
    editors = User.objects.filter(is_active=True, editorial_role__in=EDITORS)
    return list(editors.order_by("pk").values_list("email", flat=True))
