"""Let an organisation take part, or tell it why not."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import MemberRole, RequestState
from accounts.errors import RefusedError
from accounts.models import Membership, OrganisationRequest, User
from accounts.permissions import is_admin, is_coordinator
from evidence.choices import OrganisationKind
from evidence.models import Organisation
from evidence.slugs import free_organisation_slug
from letters import letter

LARGEST = 3
"""Open requests of one person."""


@transaction.atomic
def ask_to_take_part(
    *, name: str, kind: OrganisationKind, reason: str, by: User, website: str = ""
) -> OrganisationRequest:
    """Ask for an organisation, with a confirmed address. Raises RefusedError when too many requests are open."""
    if not EmailAddress.objects.filter(user=by, verified=True).exists():
        raise PermissionDenied
    if OrganisationRequest.objects.open().filter(asked_by=by).count() >= LARGEST:
        raise RefusedError(_("U heeft al meerdere aanvragen gedaan. Wacht op het antwoord van de redactie."))
    request = OrganisationRequest.objects.create(name=name, kind=kind, website=website, reason=reason, asked_by=by)
    letter.send(
        [settings.CONTACT_EMAIL],
        "accounts/request_received",
        holds_secret=True,
        request=request,
        address=letter.address_of("review-organisations"),
    )
    return request


def _taken_in_hand(request: OrganisationRequest, by: User) -> OrganisationRequest:
    """Hold an open request for its answer."""
    if not is_admin(by):
        raise PermissionDenied
    current = OrganisationRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if current.state != RequestState.OPEN:
        raise RefusedError(_("Deze aanvraag is al beantwoord."))
    return current


def _answer(request: OrganisationRequest, state: RequestState, *, by: User) -> OrganisationRequest:
    request.state, request.answered_by, request.answered_at = state, by, timezone.now()
    request.save()
    letter.send(
        [request.asked_by.email],
        f"accounts/request_{state}",
        holds_secret=True,
        request=request,
        address=letter.address_of("account-organisations"),
    )
    return request


@transaction.atomic
def admit_organisation(
    request: OrganisationRequest, *, by: User, organisation: Organisation | None = None
) -> OrganisationRequest:
    """Let an organisation take part: one that we know already, or a new one. Who asked becomes its coordinator."""
    current = _taken_in_hand(request, by)
    if organisation is None:
        organisation = Organisation.objects.create(
            slug=free_organisation_slug(current.name), name=current.name, kind=current.kind, takes_part=True
        )
    elif not organisation.takes_part:
        organisation.takes_part = True
        organisation.save(update_fields=["takes_part"])
    Membership.objects.update_or_create(
        user=current.asked_by, organisation=organisation, defaults={"role": MemberRole.COORDINATOR}
    )
    current.organisation = organisation
    return _answer(current, RequestState.ACCEPTED, by=by)


@transaction.atomic
def refuse_organisation(request: OrganisationRequest, reason: str, *, by: User) -> OrganisationRequest:
    """Tell an organisation that it cannot take part, and why. Raises RefusedError without a reason."""
    current = _taken_in_hand(request, by)
    if not reason.strip():
        raise RefusedError(_("Schrijf waarom deze organisatie niet kan meedoen."))
    current.answer = reason.strip()
    return _answer(current, RequestState.REFUSED, by=by)


def set_contact(organisation: Organisation, email: str, *, by: User) -> Organisation:
    """Say to which functional mailbox questions of other organisations go; it is never shown."""
    if not (is_coordinator(by, organisation.pk) or is_admin(by)):
        raise PermissionDenied
    organisation.contact_email = email.strip().lower()
    organisation.save(update_fields=["contact_email"])
    return organisation
