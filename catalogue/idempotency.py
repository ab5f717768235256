"""Forms that do something: each carries a key, so that a double click does it once."""

import secrets
from collections.abc import Callable

from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from accounts import idempotency
from accounts.errors import RefusedError
from accounts.idempotency import Answer
from catalogue.requests import SignedInRequest

KEY_FIELD = "key"


class NoKeyError(RefusedError):
    """A form came without its key, so that nobody can tell whether it came twice."""


def new_key() -> str:
    """Make a key for a form."""
    return secrets.token_urlsafe(16)


def redirect_once(request: SignedInRequest, do: Callable[[], str]) -> HttpResponseRedirect:
    """Call `do`, which returns an address, once for the key of this form; and go there.

    The next time it only goes there.

    Raises NoKeyError, `idempotency.KeyReusedError`, and whatever `do` raises: then nothing was done and the
    form may be sent again.
    """
    key = request.POST.get(KEY_FIELD, "")
    if not idempotency.is_key(key):
        raise NoKeyError(_("Druk nog één keer op de knop. Er is nog niets gedaan."))
    posted = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    answer = idempotency.once(
        owner=idempotency.of_user(request.user),
        key=key,
        fingerprint=idempotency.fingerprint(request.path, posted),
        do=lambda: Answer(302, do()),
    )
    return HttpResponseRedirect(answer.body)
