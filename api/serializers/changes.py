"""What changed in the published records, when and why."""

from rest_framework.serializers import CharField, DateTimeField, IntegerField, SerializerMethodField

from api.serializers.base import AddressField, ReadSerializer
from evidence.filters.base import camel
from evidence.models import RecordVersion

RENAMED = {
    "country_id": "country",
    "further_countries": "countries",
    "start_text": "start",
    "end_text": "end",
    "summary_nl": "summary",
    "status_note_nl": "status_note",
}
"""Parts of a snapshot that have another name in a record."""


class VersionSerializer(ReadSerializer):
    """Een openbare versie van een interventie: wanneer, waarom en wat er veranderde."""

    number = IntegerField()
    modified = DateTimeField(source="created")
    note = CharField(source="note_nl", help_text="Waarom.")
    noteEn = CharField(source="note_en")
    changed = SerializerMethodField("parts", help_text="De onderdelen die anders werden; leeg bij de eerste versie.")

    @staticmethod
    def parts(version: RecordVersion) -> list[str]:
        """Name the parts as they stand in a record."""
        return [camel(RENAMED.get(part, part)) for part in version.changed]


class SubjectSerializer(ReadSerializer):
    """De interventie die veranderde."""

    id = CharField(source="slug")
    url = AddressField("api-intervention-detail", "slug")
    name = CharField()


class ChangeSerializer(VersionSerializer):
    """Een verandering van een interventie."""

    intervention = SubjectSerializer()
