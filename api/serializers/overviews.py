"""Numbers over a selection of interventions: facets, and the map of evidence."""

from rest_framework.serializers import BooleanField, CharField, DictField, IntegerField

from api.serializers.base import OptionalTextField, ReadSerializer


class FacetValueSerializer(ReadSerializer):
    """Een waarde van een filter, met het aantal rijen dat overblijft als u haar kiest."""

    code = CharField()
    label = CharField()
    count = IntegerField()
    selected = BooleanField()
    depth = IntegerField(help_text="Hoe diep het begrip ligt; 0 is het ruimste.")


class FacetSerializer(ReadSerializer):
    """Een filter met zijn waarden. Bij doelgroepen is elke groep (geslacht, leeftijd …) een eigen filter."""

    parameter = CharField()
    group = OptionalTextField(help_text="De groep doelgroepen.")
    label = CharField()
    values = FacetValueSerializer(many=True)


class FacetsSerializer(ReadSerializer):
    """De aantallen onder de huidige keuze."""

    count = IntegerField(help_text="Aantal rijen onder de huidige keuze.")
    facets = FacetSerializer(many=True)


class EntrySerializer(ReadSerializer):
    """Een rij of kolom van de kaart."""

    code = CharField()
    label = CharField()
    group = OptionalTextField(help_text="De groep doelgroepen.")
    depth = IntegerField()


class CellSerializer(ReadSerializer):
    """Een cel van de kaart: wat we weten van de interventies met beide waarden."""

    row = CharField()
    column = CharField()
    interventions = IntegerField()
    studies = IntegerField()
    smsHighest = IntegerField(source="sms_highest", allow_null=True)
    directions = DictField(
        child=IntegerField(), help_text="Aantal interventies per richting; wat nul is, staat er niet bij."
    )


class EvidenceMapSerializer(ReadSerializer):
    """Twee filters tegen elkaar."""

    count = IntegerField(help_text="Aantal interventies met een beschrijving onder de huidige keuze.")
    mentionedCount = IntegerField(
        source="mentioned", help_text="Interventies die alleen genoemd worden; zij staan in geen cel."
    )
    rows = EntrySerializer(many=True)
    columns = EntrySerializer(many=True)
    cells = CellSerializer(many=True, help_text="Alle cellen, rij voor rij.")
