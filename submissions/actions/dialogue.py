"""What visitors and organisations say: corrections, and conversations between organisations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import is_editor, is_member
from accounts.secrets import digest_of, new_secret
from evidence.choices import Role
from evidence.models import Intervention, Organisation
from submissions import letters
from submissions.choices import Kind, State
from submissions.errors import Fault, FaultsError, RefusedError
from submissions.models import ContactMessage, ContactRequest, Correction

ANSWERS_FOR = (Role.INITIATOR, Role.EXECUTOR)
"""The roles in which an organisation can tell about an approach."""


@transaction.atomic
def propose_correction(intervention: Intervention, *, text: str, origin: str, email: str, language: str) -> None:
    """Keep a remark of a visitor, and ask by letter whether the address is theirs. The same remark twice is kept once."""
    email = email.lower()
    if intervention.corrections.filter(email=email, text=text, confirmed__isnull=True).exists():
        return
    secret = new_secret()
    correction = Correction.objects.create(
        intervention=intervention, text=text, origin=origin, email=email, language=language, digest=digest_of(secret)
    )
    letters.send(
        email,
        "correction-confirm",
        language=language,
        holds_secret=True,
        correction=correction,
        name=intervention.name,
        address=letters.address(f"/corrections/confirm/{secret}", language),
    )


def find_correction(secret: str) -> Correction | None:
    """Find what the link of a letter is about."""
    return Correction.objects.select_related("intervention").filter(digest=digest_of(secret)).first()


@transaction.atomic
def confirm_correction(correction: Correction) -> None:
    """Take a remark in, now that its sender has read our letter; tell the editors. A second time changes nothing."""
    fresh = Correction.objects.filter(pk=correction.pk, confirmed__isnull=True).update(confirmed=timezone.now())
    if not fresh:
        return
    for editor in letters.editors():
        letters.send(
            editor.email,
            "correction-received",
            correction=correction,
            name=correction.intervention.name,
            address=letters.address(f"/review/corrections/{correction.reference}"),
        )


@transaction.atomic
def answer_correction(correction: Correction, text: str, *, by: User) -> Correction:
    """Answer a remark, once, by letter to its sender."""
    if not is_editor(by):
        raise PermissionDenied
    if not text.strip():
        raise FaultsError([Fault("answer", _("Schrijf eerst een antwoord."))])
    current = Correction.objects.select_for_update(of=("self",)).select_related("intervention").get(pk=correction.pk)
    if current.confirmed is None:
        raise PermissionDenied
    if current.answered is not None:
        raise RefusedError(_("Een collega heeft deze melding al beantwoord."))
    current.answer, current.answered_by, current.answered = text.strip(), by, timezone.now()
    current.save(update_fields=["answer", "answered_by", "answered"])
    letters.send(
        current.email,
        "correction-answer",
        language=current.language,
        correction=current,
        name=current.intervention.name,
        address=letters.address(f"/interventions/{current.intervention.slug}", current.language),
    )
    return current


def those_who_answer(intervention: Intervention, user: User) -> list[Organisation]:
    """Return the organisations that someone could ask about a record, of those that take part: who described it, then
    who started or carries it out. Organisations of one's own are left out.
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
    """Write in a conversation for one of its two sides, and tell the other side that there is a message (not what it
    says).
    """
    if organisation not in (request.asker, request.asked) or not is_member(by, organisation.pk):
        raise PermissionDenied
    if not text.strip():
        raise FaultsError([Fault("text", _("Schrijf eerst een bericht."))])
    message = ContactMessage.objects.create(request=request, organisation=organisation, by=by, text=text.strip())
    for mailbox in letters.mailboxes(request.other_side(organisation)):
        letters.send(
            mailbox,
            "contact-message",
            sender=organisation.name,
            receiver=request.other_side(organisation).name,
            name=request.intervention.name,
            address=letters.address(f"/contact/{request.reference}"),
        )
    return message
