"""What an organisation sent in, as its own systems see it. No person is in it: an organisation did something, or the
editors.
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

from api.reads import Address, Read, Text
from submissions import permissions
from submissions.answers import completeness
from submissions.choices import MOVES, Kind, Move, Side, State, Tier
from submissions.models import Decision, Submission

ORGANISATION, EDITORS = "organisation", "editors"
WHO = [(ORGANISATION, ORGANISATION), (EDITORS, EDITORS)]
OWN_MOVES = [move for move, rule in MOVES.items() if rule.side == Side.AUTHOR]
UNEXPLAINED = {Move.CLAIM, Move.RELEASE}
"""Moves among editors: what they say with them is for each other."""


class SubmissionCard(Read):
    """Een inzending in het kort."""

    id = CharField(source="reference", help_text="Het kenmerk. Verandert nooit.")
    url = Address("submissions/{reference}")
    kind = ChoiceField(Kind.choices)
    tier = ChoiceField(Tier.choices)
    state = ChoiceField(State.choices)
    title = Text(help_text="De naam tot nu toe.")
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


class Step(Read):
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


class Missing(Read):
    """Wat er nog ontbreekt om in te dienen."""

    question = Text(help_text="De code van de vraag.")
    detail = CharField(source="text")


class SubmissionRecord(SubmissionCard):
    """Een inzending met haar antwoorden en wat ermee gebeurde."""

    permission = BooleanField(
        help_text="Of de organisatie bij de laatste keer indienen toestemming gaf om te publiceren."
    )
    answers = JSONField(help_text="Per code van een vraag het antwoord. De vragen staan op /submission-questions.")
    missing = Missing(many=True, help_text="Wat nog ontbreekt om in te dienen; de toestemming komt bij het indienen.")
    editable = BooleanField(source="is_editable", help_text="Of de antwoorden nu gewijzigd kunnen worden.")
    moves = ListField(child=ChoiceField(OWN_MOVES), help_text="Wat uw organisatie nu met de inzending kan doen.")
    history = Step(many=True, source="decisions", help_text="Wat ermee gebeurde, het oudste eerst.")

    @classmethod
    def prepare(cls, row: Submission) -> Submission:
        """Say what can be done now, and what is still missing for it."""
        row.moves = [move.value for move in OWN_MOVES if permissions.can(move, row)]
        row.missing = completeness.faults_of(row, permission=True) if Move.SUBMIT in row.moves else []
        return row


class Comment(Read):
    """Een bericht bij een inzending, tussen de organisatie en de redactie."""

    at = DateTimeField()
    by = ChoiceField(
        WHO,
        source="side",
        allow_null=True,
        help_text="De organisatie of de redactie; nooit een persoon. Leeg: niet meer bekend.",
    )
    text = CharField()


class Option(Read):
    """Wat er te kiezen is."""

    code = CharField()
    label = CharField(help_text="In het Nederlands.")
    labelEn = CharField(source="label_en")


class Question(Read):
    """Een vraag."""

    code = CharField(help_text="De naam van het antwoord in answers.")
    label = CharField()
    labelEn = CharField(source="label_en")
    help = Text()
    helpEn = Text(source="help_en")
    example = Text(help_text="Een goed antwoord.")
    exampleEn = Text(source="example_en")
    form = CharField(
        help_text="line en text: tekst. lines: lijst van teksten. choice: één code. choices: lijst van codes. number en euro: heel "
        "getal. date: 2024, 2024-05 of 2024-05-17. yes-no: true of false. web: adres dat met https:// of http:// begint."
    )
    tier = ChoiceField(Tier.choices, help_text="Vanaf welke omvang de vraag gesteld wordt.")
    needed = BooleanField(help_text="Of er een antwoord moet zijn voor het indienen.")
    largest = IntegerField(help_text="Het hoogste aantal tekens of regels, of het hoogste getal.")
    options = Option(many=True)


class Topic(Read):
    """Een onderwerp met zijn vragen; op de website is dat een pagina."""

    code = CharField()
    title = CharField()
    titleEn = CharField(source="title_en")
    questions = Question(many=True)


class QuestionList(Read):
    """De vragen van een soort inzending, in volgorde."""

    kind = ChoiceField(Kind.choices)
    tier = ChoiceField(Tier.choices)
    topics = Topic(many=True)


class SimilarItem(Read):
    """Iets dat op een inzending lijkt: een beschrijving uit de catalogus, of een andere inzending van uw organisatie."""

    intervention = CharField(source="intervention.slug", allow_null=True)
    submission = CharField(source="submission.reference", allow_null=True)
    name = CharField()
    nearName = BooleanField(source="near_name", help_text="Of de naam bijna gelijk is.")
    reasons = ListField(child=CharField(), help_text="Waarom, in zinnen.")


class SimilarList(Read):
    """Wat op een inzending lijkt, het meest gelijke eerst."""

    results = SimilarItem(many=True)


class PlanChange(Read):
    """Een wijziging van het onderzoeksplan."""

    question = CharField(help_text="De code van de vraag.")
    answer = JSONField(help_text="Het antwoord dat meer oplevert.")
    title = CharField()
    advice = CharField()


class PlanStep(Read):
    """De eerste stap omhoog."""

    level = IntegerField()
    changes = PlanChange(many=True)


class PlanLevel(Read):
    """Het niveau op de Maryland-schaal dat het onderzoek van het plan zou halen (Risbo 2023, §2.2)."""

    level = IntegerField()
    conclusive = BooleanField(
        help_text="Of zo’n onderzoek een verantwoorde conclusie over een effect toelaat: vanaf niveau 3."
    )
    why = CharField()
    missing = ListField(child=CharField(), help_text="Wat het volgende niveau nog vraagt.")
    nextStep = PlanStep(source="next_step", allow_null=True, help_text="De kleinste wijziging die het niveau verhoogt.")
    advice = ListField(child=CharField(), help_text="Wat los van het niveau zou helpen.")
