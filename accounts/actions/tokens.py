"""Keys with which an organisation's own systems use the API."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import TokenScope
from accounts.errors import RefusedError
from accounts.models import ApiToken, User
from accounts.permissions import is_coordinator
from accounts.secrets import digest_of, new_secret
from evidence.models import Organisation

PREFIX = "ww_"
"""So that a key that leaked is found by who searches for leaked keys."""
LONGEST = timedelta(days=365)
LARGEST = 20
NOTED_EVERY = timedelta(hours=1)


def issue_token(
    organisation: Organisation, *, name: str, by: User, scope: TokenScope = TokenScope.READ, lasts: timedelta = LONGEST
) -> tuple[ApiToken, str]:
    """Make a key for a coordinator, and return it with its secret, which nobody can read again."""
    if not organisation.takes_part or not is_coordinator(by, organisation.pk):
        raise PermissionDenied
    if not timedelta() < lasts <= LONGEST:
        raise RefusedError(_("Een sleutel werkt hoogstens 365 dagen."))
    if ApiToken.objects.live().filter(organisation=organisation).count() >= LARGEST:
        raise RefusedError(_("Uw organisatie heeft te veel sleutels. Trek eerst een oude in."))
    secret = new_secret(PREFIX)
    token = ApiToken.objects.create(
        user=by,
        organisation=organisation,
        name=name,
        digest=digest_of(secret),
        start=secret[:8],
        scope=scope,
        expires=timezone.now() + lasts,
    )
    return token, secret


def revoke_token(token: ApiToken, *, by: User) -> None:
    """End a key: by any coordinator of the organisation, or by whose key it is."""
    if token.user_id != by.pk and not is_coordinator(by, token.organisation_id):
        raise PermissionDenied
    ApiToken.objects.filter(pk=token.pk, revoked__isnull=True).update(revoked=timezone.now())


def find_token(secret: str) -> ApiToken | None:
    """Return the live key with this secret, and note at most hourly that it was used; None for any other."""
    if not secret.startswith(PREFIX):
        return None
    token = ApiToken.objects.live().select_related("user", "organisation").filter(digest=digest_of(secret)).first()
    if token is not None:
        now = timezone.now()
        unnoted = Q(last_used__isnull=True) | Q(last_used__lt=now - NOTED_EVERY)
        if token.last_used is None or token.last_used < now - NOTED_EVERY:
            ApiToken.objects.filter(unnoted, pk=token.pk).update(last_used=now)
    return token
