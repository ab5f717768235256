"""Countries and the context in which their interventions run."""

from django.db import models

from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced


class Country(models.Model):
    """A country by its ISO 3166-1 alpha-2 code."""

    code = models.CharField(max_length=2, primary_key=True)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)

    name = Bilingual("name")

    class Meta:
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z]{2}$"), name="a_country_code_is_two_capitals"
            ),
        )

    def __str__(self) -> str:
        return self.code


class ContextPoint(Sourced):
    """One point about a country's labour-market policy (Risbo 2023, Bijlage 4)."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="context_points")
    position = models.PositiveSmallIntegerField()
    title_nl = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    text_nl = models.TextField()
    text_en = models.TextField()

    title = Bilingual("title")
    text = Bilingual("text")

    class Meta(Sourced.Meta):
        ordering = ("country", "source", "position")
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["country", "source", "position"], name="context_points_of_a_country_are_numbered"
            ),
        )

    def __str__(self) -> str:
        return f"{self.country_id} {self.position}"
