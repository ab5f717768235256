"""What one may ask of the list of changes."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from evidence.choices import EditorialState
from evidence.filters import base
from evidence.models import RecordVersion


class ChangeFilter(base.ListFilter):
    """The versions of published records, the last change first."""

    orders: ClassVar = {"-created": ("-created", "-pk")}

    since = base.MomentFilter(lambda _f, queryset, moment: queryset.filter(created__gte=moment), _("Gewijzigd sinds"))

    @staticmethod
    def visible():
        """Return the versions of what the public may see."""
        return RecordVersion.objects.filter(intervention__editorial_state=EditorialState.PUBLISHED)
