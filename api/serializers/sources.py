"""Sources: the documents that facts come from."""

from typing import Any

from rest_framework.serializers import CharField, ChoiceField, DictField, IntegerField, ListField, SerializerMethodField

from api import citations
from api.serializers.base import AddressField, OptionalTextField, ReadSerializer
from evidence.choices import SourceKind
from evidence.models import Source as SourceRow


class SourceSerializer(ReadSerializer):
    """Een document waar feiten uit komen, en hoeveel eruit komt."""

    id = CharField(source="slug")
    url = AddressField("api-source-detail", "slug")
    title = CharField()
    authors = ListField(child=CharField())
    publisher = OptionalTextField()
    year = IntegerField(allow_null=True)
    asOf = OptionalTextField(source="as_of_text", help_text="De dag van de toestand die het document beschrijft.")
    language = CharField()
    kind = ChoiceField(SourceKind.choices)
    documentUrl = OptionalTextField(source="url", help_text="Waar het document staat.")
    citation = SerializerMethodField("cite", help_text="Verwijzing als CSL-JSON.")
    note = OptionalTextField(source="note_nl")
    noteEn = OptionalTextField(source="note_en")
    counts = DictField(child=IntegerField(), help_text="Per soort gegevens: hoeveel er uit dit document komt.")

    @staticmethod
    def cite(source: SourceRow) -> dict[str, Any]:
        return citations.of_source(source)
