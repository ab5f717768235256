"""Studies."""

from typing import Any

from django.utils import translation
from rest_framework.serializers import BooleanField, CharField, ChoiceField, IntegerField, SerializerMethodField

from api import citations
from api.serializers.base import AddressField, OptionalTextField, ReadSerializer
from evidence import states
from evidence.choices import StudyKind, StudyStage
from evidence.models import Study as StudyRow


class StudySerializer(ReadSerializer):
    """Een onderzoek naar een of meer interventies. Het niveau (Maryland-schaal) hoort bij het onderzoek."""

    id = CharField(source="slug")
    url = AddressField("api-study-detail", "slug")
    title = OptionalTextField(help_text="Leeg als de bron alleen een webadres geeft.")
    description = OptionalTextField(
        source="description_nl", help_text="Onze omschrijving, als de bron geen titel geeft."
    )
    descriptionEn = OptionalTextField(source="description_en")
    citation = SerializerMethodField("cite", help_text="Verwijzing als CSL-JSON.")
    documentUrl = OptionalTextField(source="url", help_text="Waar het onderzoek staat.")
    year = IntegerField(allow_null=True)
    language = OptionalTextField(help_text="Taalcode.")
    kind = ChoiceField(StudyKind.choices)
    stage = ChoiceField(StudyStage.choices)
    stageText = SerializerMethodField(
        "stage_in_dutch", help_text="Hoe ver het is, in woorden; “loopt” alleen zolang het verwachte einde komt."
    )
    stageTextEn = SerializerMethodField("stage_in_english")
    due = OptionalTextField(source="due_text", help_text="Wanneer het eindrapport verwacht werd: 2022 of 2022-12.")
    design = OptionalTextField(source="design_nl")
    designEn = OptionalTextField(source="design_en")
    smsPrinted = OptionalTextField(
        source="sms_printed", help_text="Het niveau zoals de bron het drukt, bijvoorbeeld 2_3."
    )
    smsMin = IntegerField(source="sms_min", allow_null=True, help_text="Laagste niveau dat gedrukt staat.")
    smsMax = IntegerField(source="sms_max", allow_null=True, help_text="Hoogste niveau dat gedrukt staat.")
    smsCounted = IntegerField(
        source="sms_counted", allow_null=True, help_text="Het niveau waarvoor het telt; leeg is niet beoordeeld."
    )
    counted = BooleanField(help_text="Of de bron het in zijn eigen tabellen meetelt.")
    country = CharField(source="country_id", allow_null=True, help_text="Landcode (ISO 3166-1).")
    interventions = SerializerMethodField("about", help_text="De interventies waarover het gaat.")
    note = OptionalTextField(source="note_nl")
    noteEn = OptionalTextField(source="note_en")
    source = CharField(source="source.slug", help_text="De bron die het onderzoek noemt.")
    locator = CharField(help_text="De plaats in de bron.")

    @staticmethod
    def stage_in_dutch(study: StudyRow) -> str:
        with translation.override("nl"):
            return states.research_state(study)

    @staticmethod
    def stage_in_english(study: StudyRow) -> str:
        with translation.override("en"):
            return states.research_state(study)

    @staticmethod
    def cite(study: StudyRow) -> dict[str, Any]:
        return citations.of_study(study)

    @staticmethod
    def about(study: StudyRow) -> list[str]:
        """Name what it is about."""
        return [intervention.slug for intervention in study.interventions.all()]
