"""Vocabularies and their concepts, and what a source counts to them."""

from rest_framework.serializers import CharField, IntegerField

from api.serializers.base import AddressField, OptionalTextField, ReadSerializer


class ConceptReferenceSerializer(ReadSerializer):
    """Een begrip, zoals andere gegevens ernaar verwijzen."""

    code = CharField()
    label = CharField(source="label_nl", help_text="In het Nederlands.")
    labelNl = CharField(source="label_nl")
    labelEn = CharField(source="label_en")


class ListedConceptSerializer(ConceptReferenceSerializer):
    """Een begrip met zijn begrippenlijst: bij een les is `party` voor wie hij is, en `building-block` de bouwsteen."""

    scheme = CharField(source="scheme.code")


class ConceptSerializer(ConceptReferenceSerializer):
    """Een begrip uit een begrippenlijst (SKOS)."""

    definition = OptionalTextField(source="definition_nl")
    definitionEn = OptionalTextField(source="definition_en")
    broader = CharField(source="broader.code", allow_null=True, help_text="De code van het ruimere begrip.")
    count = IntegerField(help_text="Aantal interventies met dit begrip of een nauwer begrip.")
    lessonCount = IntegerField(source="lesson_count", help_text="Aantal lessen met dit begrip of een nauwer begrip.")
    source = CharField(  # type: ignore[assignment] # as in ReadSerializer
        source="source.slug", allow_null=True, help_text="De bron; leeg bij een kopje van onszelf."
    )
    locator = OptionalTextField(help_text="De plaats in de bron.")


class SchemeSerializer(ReadSerializer):
    """Een begrippenlijst met al haar begrippen, in volgorde. Codes veranderen nooit."""

    id = CharField(source="code")
    url = AddressField("api-scheme-detail", "code")
    name = CharField(source="name_nl")
    nameEn = CharField(source="name_en")
    concepts = ConceptSerializer(many=True)


class ClassificationSerializer(ReadSerializer):
    """Een begrip dat volgens een bron bij een interventie hoort. Bronnen kunnen van elkaar verschillen."""

    code = CharField(source="term.code")
    label = CharField(source="term.label_nl", help_text="In het Nederlands.")
    labelNl = CharField(source="term.label_nl")
    labelEn = CharField(source="term.label_en")
    source = CharField(source="source.slug", help_text="De bron die dit zegt.")
    locator = CharField(help_text="De plaats in de bron.")


class SchemeClassificationSerializer(ClassificationSerializer):
    """Een begrip dat volgens een bron bij een interventie hoort, met de begrippenlijst en het ruimere begrip."""

    scheme = CharField(source="term.scheme.code")
    broader = CharField(source="term.broader.code", allow_null=True)
    note = OptionalTextField(source="note_nl")
    noteEn = OptionalTextField(source="note_en")
