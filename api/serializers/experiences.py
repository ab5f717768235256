"""Practice experiences."""

from rest_framework.serializers import BooleanField, CharField, ChoiceField, IntegerField

from api.serializers.base import OptionalTextField, ReadSerializer
from evidence.choices import OrganisationKind


class ExperienceSerializer(ReadSerializer):
    """Wat een organisatie zelf meldt over haar praktijk (eigen opgave); telt nooit mee als bewijs."""

    organisation = CharField(source="organisation.slug")
    organisationName = CharField(source="organisation.name")
    organisationKind = ChoiceField(OrganisationKind.choices, source="organisation.kind")
    place = CharField()
    start = CharField(source="start_text", help_text="Zo precies als gemeld: 2016, 2016-06 of 2016-06-01.")
    end = OptionalTextField(
        source="end_text", help_text="Zo precies als gemeld; leeg als de organisatie er nog mee werkt."
    )
    entered = IntegerField(allow_null=True, help_text="Ingestroomde deelnemers.")
    left = IntegerField(allow_null=True, help_text="Uitgestroomde deelnemers.")
    inWorkAfter6Months = IntegerField(source="in_work_after_6_months", allow_null=True)
    inWorkAfter12Months = IntegerField(source="in_work_after_12_months", allow_null=True)
    inWorkAfter24Months = IntegerField(source="in_work_after_24_months", allow_null=True)
    costInEuro = IntegerField(source="cost_in_euro", allow_null=True)
    satisfaction = OptionalTextField(help_text="Hoe tevreden de deelnemers waren, en hoe dat gemeten is.")
    match = OptionalTextField(help_text="Of het werk past bij wat deelnemers kunnen en willen.")
    adaptations = OptionalTextField()
    lessonsLearned = OptionalTextField(source="lessons_learned")
    wouldDoAgain = BooleanField(source="would_do_again", allow_null=True)
    whyStopped = OptionalTextField(source="why_stopped")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")
