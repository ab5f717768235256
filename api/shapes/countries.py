"""Countries."""

from rest_framework.serializers import CharField, DictField, IntegerField

from api.reads import Address, Read
from api.shapes.findings import Figure


class ContextPoint(Read):
    """Een punt over het arbeidsmarktbeleid van een land."""

    title = CharField(source="title_nl")
    titleEn = CharField(source="title_en")
    text = CharField(source="text_nl")
    textEn = CharField(source="text_en")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class Country(Read):
    """Een land, met de omgeving waarin zijn interventies lopen en de getelde onderzoeken per niveau."""

    id = CharField(source="code", help_text="Landcode (ISO 3166-1).")
    url = Address("countries/{code}")
    name = CharField(source="name_nl")
    nameEn = CharField(source="name_en")
    interventionCount = IntegerField(
        source="intervention_count", help_text="Ook als het land niet het belangrijkste is."
    )
    studyCount = IntegerField(source="study_count")
    levels = DictField(child=IntegerField(), help_text="Getelde onderzoeken per niveau, 1 tot en met 5.")
    contextPoints = ContextPoint(many=True, source="context_points")


class CountryRecord(Country):
    """Een land, ook met de cijfers over het land."""

    figures = Figure(many=True)
