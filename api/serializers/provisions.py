"""Provisions: what approaches use, and are not themselves."""

from rest_framework.serializers import CharField, ChoiceField, ListField, SerializerMethodField

from api.serializers.base import AddressField, OptionalTextField, ReadSerializer
from api.serializers.findings import FigureSerializer
from api.serializers.lessons import LessonSerializer
from api.serializers.organisations import ParticipantSerializer
from api.serializers.states import StatedSerializer
from api.serializers.terms import ClassificationSerializer
from evidence.choices import LifeStatus, ProvisionKind, Scope
from evidence.filters.base import camel
from evidence.models import Provision


class ProvisionTermSerializer(ClassificationSerializer):
    """Een begrip dat volgens een bron bij een voorziening hoort, met de begrippenlijst."""

    scheme = CharField(source="term.scheme.code")


class ProvisionSerializer(StatedSerializer):
    """Een wet of regel, subsidie of fonds, afspraak, loket of website; geen aanpak, en telt niet mee als bewijs."""

    id = CharField(source="slug")
    url = AddressField("api-provision-detail", "slug")
    name = CharField(help_text="De oorspronkelijke naam.")
    nameNl = CharField(source="name_nl")
    nameEn = CharField(source="name_en")
    language = CharField(help_text="De taal van de oorspronkelijke naam.")
    aliases = ListField(child=CharField())
    kind = ChoiceField(ProvisionKind.choices)
    summary = OptionalTextField(
        source="summary_nl", help_text="In onze woorden; leeg als de bron haar niet beschrijft."
    )
    summaryEn = OptionalTextField(source="summary_en")
    country = CharField(source="country_id", allow_null=True, help_text="Landcode (ISO 3166-1).")
    place = OptionalTextField()
    scope = ChoiceField(Scope.choices)
    status = ChoiceField(LifeStatus.choices)
    statusNote = OptionalTextField(source="status_note_nl")
    statusNoteEn = OptionalTextField(source="status_note_en")
    start = OptionalTextField(source="start_text", help_text="Zo precies als de bron: 2016, 2016-06 of 2016-06-01.")
    end = OptionalTextField(source="end_text", help_text="Tot wanneer zij loopt, zo precies als de bron.")
    classifications = ProvisionTermSerializer(many=True, help_text="Begrippen, met de bron die ze toekent.")
    interventions = SerializerMethodField("used_by", help_text="De interventies die haar gebruiken of erop rusten.")
    source = CharField(source="source.slug", help_text="De bron die haar beschrijft.")
    locator = CharField(help_text="De plaats in de bron.")

    @staticmethod
    def used_by(row: Provision) -> list[str]:
        return [intervention.slug for intervention in row.interventions.all()]


class ProvisionRecordSerializer(ProvisionSerializer):
    """Een voorziening, ook met organisaties, cijfers (budget, bereik) en lessen."""

    organisations = ParticipantSerializer(many=True, source="participations")
    figures = FigureSerializer(many=True)
    lessons = LessonSerializer(many=True)
    locators = SerializerMethodField(
        "places_of_facts", help_text="De plaats in de bron van losse gegevens, als die anders is."
    )

    @staticmethod
    def places_of_facts(row: Provision) -> dict[str, str]:
        return {camel(field): place for field, place in row.places.items()}


class ProvisionReferenceSerializer(ReadSerializer):
    """Een voorziening die een interventie gebruikt of waarop zij rust."""

    id = CharField(source="slug")
    url = AddressField("api-provision-detail", "slug")
    name = CharField()
    kind = ChoiceField(ProvisionKind.choices)
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")
