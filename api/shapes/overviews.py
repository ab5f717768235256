"""Numbers over a selection of interventions: facets, and the map of evidence."""

from rest_framework.serializers import BooleanField, CharField, DictField, IntegerField

from api.reads import Read, Text


class FacetValue(Read):
    """Een waarde van een filter, met het aantal interventies dat overblijft als u haar kiest."""

    code = CharField()
    label = CharField()
    count = IntegerField()
    selected = BooleanField()
    depth = IntegerField(help_text="Hoe diep het begrip ligt; 0 is het ruimste.")


class Facet(Read):
    """Een filter met zijn waarden. Bij doelgroepen is elke groep (geslacht, leeftijd …) een eigen filter."""

    parameter = CharField()
    group = Text(help_text="De groep doelgroepen.")
    label = CharField()
    values = FacetValue(many=True)


class Facets(Read):
    """De aantallen onder de huidige keuze."""

    count = IntegerField(help_text="Aantal interventies onder de huidige keuze.")
    facets = Facet(many=True)


class Entry(Read):
    """Een rij of kolom van de kaart."""

    code = CharField()
    label = CharField()
    group = Text(help_text="De groep doelgroepen.")
    depth = IntegerField()


class Cell(Read):
    """Een cel van de kaart: wat we weten van de interventies met beide waarden."""

    row = CharField()
    column = CharField()
    interventions = IntegerField()
    studies = IntegerField()
    smsHighest = IntegerField(source="sms_highest", allow_null=True)
    directions = DictField(
        child=IntegerField(), help_text="Aantal interventies per richting; wat nul is, staat er niet bij."
    )


class EvidenceMap(Read):
    """Twee filters tegen elkaar."""

    count = IntegerField(help_text="Aantal interventies onder de huidige keuze.")
    rows = Entry(many=True)
    columns = Entry(many=True)
    cells = Cell(many=True, help_text="Alle cellen, rij voor rij.")
