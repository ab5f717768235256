"""What helps to make a good submission: the questions, what is like it, and the level of its plan for evaluation."""

from rest_framework.serializers import BooleanField, CharField, ChoiceField, IntegerField, JSONField, ListField

from api.serializers.base import OptionalTextField, ReadSerializer
from submissions.choices import Kind, Tier


class OptionSerializer(ReadSerializer):
    """Wat er te kiezen is."""

    code = CharField()
    label = CharField(help_text="In het Nederlands.")
    labelEn = CharField(source="label_en")


class QuestionSerializer(ReadSerializer):
    """Een vraag."""

    code = CharField(help_text="De naam van het antwoord in answers.")
    label = CharField()
    labelEn = CharField(source="label_en")
    help = OptionalTextField()
    helpEn = OptionalTextField(source="help_en")
    example = OptionalTextField(help_text="Een goed antwoord.")
    exampleEn = OptionalTextField(source="example_en")
    form = CharField(
        help_text="line en text: tekst. lines: lijst van teksten. choice: één code. choices: lijst van codes. "
        "number en euro: heel getal. date: 2024, 2024-05 of 2024-05-17. yes-no: true of false. "
        "web: adres dat met https:// of http:// begint."
    )
    tier = ChoiceField(Tier.choices, help_text="Vanaf welke omvang de vraag gesteld wordt.")
    needed = BooleanField(help_text="Of er een antwoord moet zijn voor het indienen.")
    largest = IntegerField(help_text="Het hoogste aantal tekens of regels, of het hoogste getal.")
    options = OptionSerializer(many=True)


class TopicSerializer(ReadSerializer):
    """Een onderwerp met zijn vragen; op de website is dat een pagina."""

    code = CharField()
    title = CharField()
    titleEn = CharField(source="title_en")
    questions = QuestionSerializer(many=True)


class QuestionListSerializer(ReadSerializer):
    """De vragen van een soort inzending, in volgorde."""

    kind = ChoiceField(Kind.choices)
    tier = ChoiceField(Tier.choices)
    topics = TopicSerializer(many=True)


class SimilarItemSerializer(ReadSerializer):
    """Iets dat op een inzending lijkt: een beschrijving uit de catalogus, of een andere inzending van uw organisatie."""  # noqa: E501 — published as one line

    intervention = CharField(source="intervention.slug", allow_null=True)
    submission = CharField(source="submission.reference", allow_null=True)
    name = CharField()
    nearName = BooleanField(source="near_name", help_text="Of de naam bijna gelijk is.")
    reasons = ListField(child=CharField(), help_text="Waarom, in zinnen.")


class SimilarListSerializer(ReadSerializer):
    """Wat op een inzending lijkt, het meest gelijke eerst."""

    results = SimilarItemSerializer(many=True)


class PlanChangeSerializer(ReadSerializer):
    """Een wijziging van het onderzoeksplan."""

    question = CharField(help_text="De code van de vraag.")
    answer = JSONField(help_text="Het antwoord dat meer oplevert.")
    title = CharField()
    advice = CharField()


class PlanStepSerializer(ReadSerializer):
    """De eerste stap omhoog."""

    level = IntegerField()
    changes = PlanChangeSerializer(many=True)


class PlanLevelSerializer(ReadSerializer):
    """Het niveau op de Maryland-schaal dat het onderzoek van het plan zou halen (Risbo 2023, §2.2)."""

    level = IntegerField()
    conclusive = BooleanField(
        help_text="Of zo’n onderzoek een verantwoorde conclusie over een effect toelaat: vanaf niveau 3."
    )
    why = CharField()
    missing = ListField(child=CharField(), help_text="Wat het volgende niveau nog vraagt.")
    nextStep = PlanStepSerializer(
        source="next_step", allow_null=True, help_text="De kleinste wijziging die het niveau verhoogt."
    )
    advice = ListField(child=CharField(), help_text="Wat los van het niveau zou helpen.")
