"""Conversations between organisations about a record. Neither sees an address of the other."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts import mailboxes
from accounts.models import User
from accounts.permissions import is_member
from dialogue.models import ContactMessage, ContactRequest
from evidence.choices import Role
from evidence.models import Intervention, Organisation
from letters import letter
from submissions.choices import Kind, State
from submissions.errors import AnswerFault, FaultsError

ANSWERS_FOR = (Role.INITIATOR, Role.EXECUTOR)
"""The roles in which an organisation can tell about an approach."""


def those_who_answer(intervention: Intervention, user: User) -> list[Organisation]:
    """Return the organisations that someone could ask about a record, of those that take part.

    First who described it, then who started or carries it out. Organisations of one's own are left out.
    """
    described = Q(
        submissions__intervention=intervention, submissions__kind=Kind.NEW, submissions__state=State.PUBLISHED
    )
    takes_a_role = Q(participations__intervention=intervention, participations__role__in=ANSWERS_FOR)
    others = Organisation.objects.filter(takes_part=True).exclude(memberships__user=user)
    first = list(others.filter(described).distinct())
    return first + [row for row in others.filter(takes_a_role).distinct() if row not in first]


@transaction.atomic
def start_contact(
    intervention: Intervention, *, asker: Organisation, asked: Organisation, subject: str, text: str, by: User
) -> ContactRequest:
    """Ask another organisation about its record. Neither sees an address of the other."""
    if not is_member(by, asker.pk) or asked not in those_who_answer(intervention, by):
        raise PermissionDenied
    request = ContactRequest.objects.create(intervention=intervention, asker=asker, asked=asked, subject=subject)
    write_message(request, text, organisation=asker, by=by)
    return request


@transaction.atomic
def write_message(request: ContactRequest, text: str, *, organisation: Organisation, by: User) -> ContactMessage:
    """Write in a conversation for one of its two sides, and tell the other side that there is a message.

    The letter does not say what it says.
    """
    if organisation not in (request.asker, request.asked) or not is_member(by, organisation.pk):
        raise PermissionDenied
    if not text.strip():
        raise FaultsError([AnswerFault("text", _("Schrijf eerst een bericht."))])
    message = ContactMessage.objects.create(request=request, organisation=organisation, by=by, text=text.strip())
    other_side = request.other_side(organisation)
    letter.send(
        mailboxes.of_organisation(other_side),
        "dialogue/contact-message",
        sender=organisation.name,
        receiver=other_side.name,
        name=request.intervention.name,
        address=letter.address_of("contact-detail", request.reference),
    )
    return message
