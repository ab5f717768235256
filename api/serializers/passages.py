"""What organisations tell of a record themselves."""

from rest_framework.serializers import CharField, ChoiceField, SerializerMethodField

from api.serializers.base import OptionalTextField, ReadSerializer
from evidence.choices import Topic
from evidence.filters.base import camel
from evidence.models import Amendment as AmendmentRow


class PassageSerializer(ReadSerializer):
    """Een stuk beschrijving in de woorden van de organisatie zelf (eigen opgave); telt nooit mee als bewijs."""

    topic = ChoiceField(Topic.choices)
    text = CharField(source="text_nl")
    textEn = OptionalTextField(source="text_en")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")


class AmendmentSerializer(ReadSerializer):
    """Een gegeven dat een organisatie anders opgeeft dan de bron die de interventie beschrijft."""

    field = SerializerMethodField("name_of_field", help_text="Het gegeven, zoals het in de interventie heet.")
    before = OptionalTextField(help_text="Wat er volgens de beschrijvende bron staat; leeg als die niets zegt.")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")

    @staticmethod
    def name_of_field(amendment: AmendmentRow) -> str:
        return camel(amendment.fact)
