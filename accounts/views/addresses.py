"""Confirm an e-mail address by a link, which does nothing before its reader says so."""

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from accounts.allauth_internals import ConfirmEmailView


class ConfirmAddress(ConfirmEmailView):
    """Confirm an address by the link of a letter.

    Opening the link changes nothing yet: scanners of mail open links too.
    """

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Confirm it. When the address became somebody else's in the meantime, the link is as dead as an old one."""
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except IntegrityError:
            self.object = None
            return self.render_to_response(self.get_context_data())
