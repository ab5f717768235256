"""Practice experiences."""

from rest_framework.serializers import BooleanField, CharField, DateField, IntegerField

from api.reads import Read, Text


class Experience(Read):
    """Wat een organisatie zelf meldt over haar praktijk (eigen opgave); telt nooit mee als bewijs."""

    organisation = CharField(source="organisation.slug")
    place = CharField()
    start = DateField()
    end = DateField(allow_null=True)
    entered = IntegerField(allow_null=True, help_text="Ingestroomde deelnemers.")
    left = IntegerField(allow_null=True, help_text="Uitgestroomde deelnemers.")
    inWorkAfter6Months = IntegerField(source="in_work_after_6_months", allow_null=True)
    inWorkAfter12Months = IntegerField(source="in_work_after_12_months", allow_null=True)
    inWorkAfter24Months = IntegerField(source="in_work_after_24_months", allow_null=True)
    costInEuro = IntegerField(source="cost_in_euro", allow_null=True)
    adaptations = Text()
    lessonsLearned = Text(source="lessons_learned")
    wouldDoAgain = BooleanField(source="would_do_again", allow_null=True)
    whyStopped = Text(source="why_stopped")
    source = CharField(source="source.slug")
    locator = CharField(help_text="De plaats in de bron.")
