"""Organisations and their roles."""

from rest_framework.serializers import CharField, ChoiceField, IntegerField

from api.serializers.base import AddressField, ReadSerializer
from evidence.choices import OrganisationKind, Role


class OrganisationSerializer(ReadSerializer):
    """Een organisatie; nooit een persoon."""

    id = CharField(source="slug")
    url = AddressField("api-organisation-detail", "slug")
    name = CharField()
    kind = ChoiceField(OrganisationKind.choices)
    country = CharField(source="country_id", allow_null=True)
    interventionCount = IntegerField(source="intervention_count")
    provisionCount = IntegerField(source="provision_count")


class PartSerializer(ReadSerializer):
    """De rol van een organisatie in een interventie."""

    intervention = CharField(source="intervention.slug")
    name = CharField(source="intervention.name", help_text="De oorspronkelijke naam van de interventie.")
    role = ChoiceField(Role.choices)
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class ProvisionPartSerializer(ReadSerializer):
    """De rol van een organisatie in een regeling of loket."""

    provision = CharField(source="provision.slug")
    name = CharField(source="provision.name", help_text="De oorspronkelijke naam van de regeling of het loket.")
    role = ChoiceField(Role.choices)
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class OrganisationRecordSerializer(OrganisationSerializer):
    """Een organisatie met haar rollen."""

    interventions = PartSerializer(many=True, source="participations")
    provisions = ProvisionPartSerializer(many=True, source="provision_participations")


class UnnamedPartySerializer(ReadSerializer):
    """Een partij met een rol die de bron niet bij naam noemt."""

    name = CharField(source="name_nl", help_text="Hoe de bron haar aanduidt.")
    nameEn = CharField(source="name_en")
    role = ChoiceField(Role.choices)
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class ParticipantSerializer(ReadSerializer):
    """Een organisatie die aan een interventie meedoet."""

    id = CharField(source="organisation.slug")
    name = CharField(source="organisation.name")
    kind = ChoiceField(OrganisationKind.choices, source="organisation.kind")
    role = ChoiceField(Role.choices)
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")
