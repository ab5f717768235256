"""Countries."""

from rest_framework.serializers import CharField, DictField, IntegerField

from api.serializers.base import AddressField, ReadSerializer
from api.serializers.findings import FigureSerializer


class ContextPointSerializer(ReadSerializer):
    """Een punt over het arbeidsmarktbeleid van een land."""

    title = CharField(source="title_nl")
    titleEn = CharField(source="title_en")
    text = CharField(source="text_nl")
    textEn = CharField(source="text_en")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class CountrySerializer(ReadSerializer):
    """Een land, met de omgeving waarin zijn interventies lopen en de getelde onderzoeken per niveau."""

    id = CharField(source="code", help_text="Landcode (ISO 3166-1).")
    url = AddressField("api-country-detail", "code")
    name = CharField(source="name_nl")
    nameEn = CharField(source="name_en")
    interventionCount = IntegerField(
        source="intervention_count",
        help_text="Met een beschrijving (described=true), ook als het land niet het belangrijkste is.",
    )
    mentionedCount = IntegerField(
        source="mentioned_count", help_text="Interventies die alleen genoemd worden; zij tellen niet mee."
    )
    studyCount = IntegerField(source="study_count")
    levels = DictField(child=IntegerField(), help_text="Getelde onderzoeken per niveau, 1 tot en met 5.")
    contextPoints = ContextPointSerializer(many=True, source="context_points")


class CountryRecordSerializer(CountrySerializer):
    """Een land, ook met de cijfers over het land."""

    figures = FigureSerializer(many=True)
