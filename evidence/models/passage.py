"""What organisations tell about their own initiative, and what they say differently from a document."""

from django.db import models

from evidence.choices import AmendedFact, Topic
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced


class Passage(Sourced):
    """A piece of a description in the words of the organisation itself: never evidence.

    Without an English text it is Dutch.
    """

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="passages")
    topic = models.CharField(max_length=30, choices=Topic)
    text_nl = models.TextField()
    text_en = models.TextField(blank=True)

    text = Bilingual("text")

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(fields=["intervention", "source", "topic"], name="a_source_tells_a_topic_once"),
            models.CheckConstraint(condition=models.Q(topic__in=Topic.values), name="a_passage_has_a_known_topic"),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id} {self.topic}"


class Amendment(Sourced):
    """A fact of a record that an organisation states in place of the document's own; `before` is what stood there.

    The field of the record holds the new fact. The loader leaves an amended fact as it is.
    """

    intervention = models.ForeignKey("evidence.Intervention", on_delete=models.CASCADE, related_name="amendments")
    fact = models.CharField(max_length=20, choices=AmendedFact)
    before = models.TextField(blank=True, help_text="as plain text or code; empty when the document left it out")

    class Meta(Sourced.Meta):
        ordering = ("pk",)
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(fields=["intervention", "fact"], name="a_fact_of_a_record_is_amended_once"),
            models.CheckConstraint(
                condition=models.Q(fact__in=AmendedFact.values), name="an_amendment_is_of_a_known_fact"
            ),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id} {self.fact}"
