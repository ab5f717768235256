"""What an organisation sent in, as its own systems see it.

No person is in it: an organisation did something, or the editors.
"""

from rest_framework.serializers import (
    BooleanField,
    CharField,
    ChoiceField,
    DateField,
    DateTimeField,
    IntegerField,
    JSONField,
    ListField,
    SerializerMethodField,
)

from api.serializers.base import AddressField, OptionalTextField, ReadSerializer, attach
from submissions import permissions
from submissions.answers import completeness
from submissions.choices import MOVES, Kind, Move, Side, State, Tier
from submissions.models import Decision, Submission

ORGANISATION, EDITORS = "organisation", "editors"
WHO = [(ORGANISATION, ORGANISATION), (EDITORS, EDITORS)]
OWN_MOVES = [move for move, rule in MOVES.items() if rule.side == Side.AUTHOR]
UNEXPLAINED = {Move.CLAIM, Move.RELEASE}
"""Moves among editors: what they say with them is for each other."""


class SubmissionCardSerializer(ReadSerializer):
    """Een inzending in het kort."""

    id = CharField(source="reference", help_text="Het kenmerk. Verandert nooit.")
    url = AddressField("api-submission-detail", "reference")
    kind = ChoiceField(Kind.choices)
    tier = ChoiceField(Tier.choices)
    state = ChoiceField(State.choices)
    title = OptionalTextField(help_text="De naam tot nu toe.")
    intervention = CharField(
        source="intervention.slug",
        allow_null=True,
        help_text="De beschrijving waar het over gaat, of die het is geworden.",
    )
    round = IntegerField(help_text="Hoe vaak er is ingediend.")
    created = DateTimeField()
    saved = DateTimeField(help_text="Wanneer de antwoorden voor het laatst zijn gewijzigd.")
    submitted = DateTimeField(allow_null=True)
    due = DateField(allow_null=True, help_text="Voor deze dag hoort u van ons.")
    confirmed = DateField(
        allow_null=True, help_text="Wanneer uw organisatie voor het laatst zei dat het gepubliceerde nog klopt."
    )


class StepSerializer(ReadSerializer):
    """Wat er met een inzending is gebeurd."""

    move = ChoiceField(Move.choices)
    start = ChoiceField(State.choices)
    end = ChoiceField(State.choices)
    at = DateTimeField()
    by = SerializerMethodField(
        "side", help_text="De organisatie (organisation) of de redactie (editors); nooit een persoon."
    )
    reason = SerializerMethodField("reason_text", help_text="De uitleg erbij.")

    @staticmethod
    def side(row: Decision) -> str:
        """Say whose move it was."""
        return ORGANISATION if MOVES[Move(row.move)].side == Side.AUTHOR else EDITORS

    @staticmethod
    def reason_text(row: Decision) -> str | None:
        """Give the reason, unless editors gave it to each other."""
        return None if row.move in UNEXPLAINED else row.reason or None


class MissingSerializer(ReadSerializer):
    """Wat er nog ontbreekt om in te dienen."""

    question = OptionalTextField(help_text="De code van de vraag.")
    detail = CharField(source="text")


class SubmissionRecordSerializer(SubmissionCardSerializer):
    """Een inzending met haar antwoorden en wat ermee gebeurde."""

    permission = BooleanField(
        help_text="Of de organisatie bij de laatste keer indienen toestemming gaf om te publiceren."
    )
    answers = JSONField(help_text="Per code van een vraag het antwoord. De vragen staan op /submission-questions.")
    missing = MissingSerializer(
        many=True, help_text="Wat nog ontbreekt om in te dienen; de toestemming komt bij het indienen."
    )
    editable = BooleanField(source="is_editable", help_text="Of de antwoorden nu gewijzigd kunnen worden.")
    moves = ListField(child=ChoiceField(OWN_MOVES), help_text="Wat uw organisatie nu met de inzending kan doen.")
    history = StepSerializer(many=True, source="decisions", help_text="Wat ermee gebeurde, het oudste eerst.")

    @classmethod
    def prepare(cls, row: Submission) -> Submission:
        """Say what can be done now, and what is still missing for it."""
        moves = [move.value for move in OWN_MOVES if permissions.can(move, row)]
        missing = completeness.faults_of(row, permission=True) if Move.SUBMIT in moves else []
        return attach(row, moves=moves, missing=missing)


class CommentSerializer(ReadSerializer):
    """Een bericht bij een inzending, tussen de organisatie en de redactie."""

    at = DateTimeField()
    by = ChoiceField(
        WHO,
        source="side",
        allow_null=True,
        help_text="De organisatie of de redactie; nooit een persoon. Leeg: niet meer bekend.",
    )
    text = CharField()
