"""Findings and figures: statements with, mostly, a number in them."""

from typing import Any

from rest_framework.serializers import BooleanField, CharField, ChoiceField, IntegerField, SerializerMethodField

from api.serializers.base import AddressField, OptionalNumberField, OptionalTextField, ReadSerializer
from api.serializers.terms import ConceptReferenceSerializer, ListedConceptSerializer
from evidence.choices import Effect, FindingKind, Qualifier, Unit


class MeasuredSerializer(ReadSerializer):
    """Een uitspraak van een bron, meestal met een getal."""

    id = CharField(source="slug")
    statement = CharField(source="statement_nl", help_text="Wat de bron zegt, in onze woorden.")
    statementEn = CharField(source="statement_en")
    qualifier = ChoiceField(Qualifier.choices, allow_null=True, help_text="Hoe het getal bedoeld is.")
    value = OptionalNumberField()
    valueMax = OptionalNumberField(source="value_max", help_text="Het andere eind, als de bron van … tot … geeft.")
    unit = ChoiceField(Unit.choices, allow_null=True)
    comparatorValue = OptionalNumberField(source="comparator_value", help_text="Het getal waarmee de bron vergelijkt.")
    comparator = OptionalTextField(source="comparator_nl", help_text="Waarmee de bron vergelijkt.")
    comparatorEn = OptionalTextField(source="comparator_en")
    printed = OptionalTextField(
        source="printed_nl", help_text="Hoe de bron het getal zegt (een derde), als dat geen cijfer is."
    )
    printedEn = OptionalTextField(source="printed_en")
    difference = OptionalNumberField(help_text="value min comparatorValue; bij procenten zijn dat procentpunten.")
    note = OptionalTextField(source="note_nl")
    noteEn = OptionalTextField(source="note_en")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class FindingSerializer(MeasuredSerializer):
    """Een uitkomst, bereik of kosten van één interventie. `direction` is wat de bron van dit ene resultaat zegt."""

    kind = ChoiceField(FindingKind.choices)
    intervention = CharField(source="intervention.slug")
    study = CharField(source="study.slug", allow_null=True)
    successMeasure = CharField(source="success_measure.code", allow_null=True)
    studyInferred = BooleanField(
        source="study_inferred", help_text="Of het onze lezing is dat dit uit dat onderzoek komt; note zegt waarom."
    )
    evidenceCountry = CharField(
        source="study.country_id",
        allow_null=True,
        help_text="Land van het onderzoek, niet van de interventie.",
    )
    direction = ChoiceField(Effect.choices, allow_null=True)
    subgroup = ConceptReferenceSerializer(many=True, help_text="Over welke groep het gaat; leeg is iedereen.")
    monthsAfter = IntegerField(source="months_after", allow_null=True, help_text="Maanden na de start.")
    selfReported = BooleanField(source="self_reported", help_text="Of de organisatie dit van zichzelf zegt.")
    illegible = BooleanField(help_text="Of het in de bron staat maar niet te lezen is.")


class FigureSerializer(MeasuredSerializer):
    """Een cijfer over het probleem of de omgeving; nooit een uitkomst."""

    url = AddressField("api-figure-detail", "slug")
    country = CharField(source="country_id", allow_null=True, help_text="Landcode (ISO 3166-1).")
    intervention = CharField(
        source="intervention.slug", allow_null=True, help_text="De interventie waar het over gaat."
    )
    provision = CharField(source="provision.slug", allow_null=True, help_text="De voorziening waar het over gaat.")
    period = OptionalTextField()
    origin = OptionalTextField(help_text="Waar de bron het zelf vandaan heeft.")
    about = SerializerMethodField("groups", help_text="Codes van de begrippen waarover het gaat.")

    concepts = ListedConceptSerializer(many=True, source="terms", help_text="Dezelfde begrippen, met hun lijst.")

    @staticmethod
    def groups(figure: Any) -> list[str]:
        """Name the concepts it is about."""
        return [term.code for term in figure.terms.all()]
