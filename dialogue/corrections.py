"""“Klopt er iets niet?”: a visitor says what is wrong with a record, confirms it by letter, and gets an answer."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import mailboxes
from accounts.errors import RefusedError
from accounts.models import User
from accounts.permissions import is_editor
from accounts.secrets import digest_of, new_secret
from dialogue.models import Correction
from evidence.models import Intervention
from letters import letter
from submissions.errors import AnswerFault, FaultsError


@transaction.atomic
def propose_correction(intervention: Intervention, *, text: str, origin: str, email: str, language: str) -> None:
    """Keep a remark of a visitor, and ask by letter whether the address is theirs.

    The same remark twice is kept once.
    """
    email = email.lower()
    if intervention.corrections.filter(email=email, text=text, confirmed__isnull=True).exists():
        return
    secret = new_secret()
    correction = Correction.objects.create(
        intervention=intervention, text=text, origin=origin, email=email, language=language, digest=digest_of(secret)
    )
    letter.send(
        [email],
        "dialogue/correction-confirm",
        language=language,
        holds_secret=True,
        correction=correction,
        name=intervention.name,
        address=letter.address_of("correction-confirm", secret, language=language),
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
    letter.send(
        mailboxes.of_editors(),
        "dialogue/correction-received",
        correction=correction,
        name=correction.intervention.name,
        address=letter.address_of("review-correction", correction.reference),
    )


@transaction.atomic
def answer_correction(correction: Correction, text: str, *, by: User) -> Correction:
    """Answer a remark, once, by letter to its sender."""
    if not is_editor(by):
        raise PermissionDenied
    if not text.strip():
        raise FaultsError([AnswerFault("answer", _("Schrijf eerst een antwoord."))])
    current = Correction.objects.select_for_update(of=("self",)).select_related("intervention").get(pk=correction.pk)
    if current.confirmed is None:
        raise PermissionDenied
    if current.answered is not None:
        raise RefusedError(_("Een collega heeft deze melding al beantwoord."))
    current.answer, current.answered_by, current.answered = text.strip(), by, timezone.now()
    current.save(update_fields=["answer", "answered_by", "answered"])
    letter.send(
        [current.email],
        "dialogue/correction-answer",
        language=current.language,
        correction=current,
        name=current.intervention.name,
        address=letter.address_of("intervention-detail", current.intervention.slug, language=current.language),
    )
    return current
