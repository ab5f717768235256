"""What an organisation's own system sends to make, change and move a submission."""

from collections import defaultdict
from typing import Any

from rest_framework.exceptions import ErrorDetail

from api.serializers.bodies import AnswersField, BodySerializer, CodeField, Errors, TextField, YesNoField
from evidence.filters import InterventionFilter
from evidence.models import Intervention
from submissions.answers import reading
from submissions.choices import Kind, Tier
from submissions.errors import FaultsError
from submissions.models import Submission

ANSWERS = "Per code van een vraag het antwoord (zie /submission-questions); null haalt een antwoord weg."
NOT_ALLOWED = "Een nieuw initiatief hoort niet bij een beschrijving. Kies change of experience."
NAME_IT = "Noem de beschrijving waar dit bij hoort."
NOWHERE = "Deze beschrijving bestaat niet. Zoek de id op in /interventions."


class NewSubmissionSerializer(BodySerializer):
    """A draft to start."""

    kind = CodeField(choices=Kind.choices, required=True, help_text="Wat u voorstelt.")
    tier = CodeField(choices=Tier.choices, help_text="Hoeveel u vertelt; report als u niets kiest.")
    intervention = TextField(
        max_length=200, help_text="De id van de beschrijving waar een wijziging of ervaring bij hoort."
    )
    answers = AnswersField(help_text=ANSWERS)

    def compare(self, data: dict[str, Any]) -> Errors:
        """Hold the intervention and the answers to the kind."""
        kind = data.get("kind")
        if kind not in Kind.values:
            return {}
        about = wrong_intervention(Kind(kind), data.get("intervention"))
        return ({"intervention": about} if about else {}) | wrong_answers(Submission(kind=kind), data)


class SubmissionChangesSerializer(BodySerializer):
    """Changes to a draft."""

    instance: Submission
    tier = CodeField(
        choices=Tier.choices,
        help_text="Hoeveel u vertelt. Antwoorden op vragen van een andere omvang blijven bewaard.",
    )
    answers = AnswersField(help_text=ANSWERS)

    def compare(self, data: dict[str, Any]) -> Errors:
        """Hold the answers to the questions."""
        return wrong_answers(self.instance, data)


class HandingInSerializer(BodySerializer):
    """What goes with handing in."""

    permission = YesNoField(required=True, help_text="Uw organisatie geeft toestemming om de antwoorden te publiceren.")


class ReasonSerializer(BodySerializer):
    """What may go with another move."""

    reason = TextField(max_length=2000, help_text="Waarom, als u dat wilt zeggen.")


class MessageSerializer(BodySerializer):
    """A message to the editors."""

    text = TextField(required=True, max_length=5000, help_text="Het bericht aan de redactie.")


def published_intervention(slug: object) -> Intervention | None:
    """Find what a submission is about; None when the public sees no such record."""
    return InterventionFilter.visible().filter(slug=slug).first() if isinstance(slug, str) and slug.isascii() else None


def wrong_intervention(kind: Kind, slug: object) -> list[ErrorDetail]:
    """Find what is wrong with the intervention of a new submission; that it is a text, its field sees to."""
    found = []
    if kind == Kind.NEW and slug is not None:
        found.append(ErrorDetail(NOT_ALLOWED, "not-allowed"))
    if kind != Kind.NEW and slug is None:
        found.append(ErrorDetail(NAME_IT, "required"))
    if isinstance(slug, str) and published_intervention(slug) is None:
        found.append(ErrorDetail(NOWHERE, "unknown-code"))
    return found


def wrong_answers(submission: Submission, data: dict[str, Any]) -> Errors:
    """Find what is wrong with the answers; that they are an object of no endless size, their field sees to."""
    given = data.get("answers")
    if not isinstance(given, dict) or len(given) > AnswersField.most:
        return {}
    try:
        reading.checked(submission, given)
    except FaultsError as error:
        found = defaultdict(list)
        for fault in error.faults:
            found[fault.question].append(ErrorDetail(fault.text, "invalid"))
        return {"answers": dict(found)}
    return {}
