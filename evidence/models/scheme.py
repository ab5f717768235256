"""Vocabularies, as SKOS has them: schemes of terms."""

from django.db import models

from evidence.models.bilingual import Bilingual


class Scheme(models.Model):
    """A vocabulary. A new facet is a new scheme, not a migration."""

    code = models.SlugField(max_length=60, unique=True)
    name_nl = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    name = Bilingual("name")

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.code


class Term(models.Model):
    """One concept of one scheme. Without a source it is a heading of our own."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="terms")
    code = models.SlugField(max_length=80)
    label_nl = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    definition_nl = models.TextField(blank=True)
    definition_en = models.TextField(blank=True)
    broader = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="narrower")
    position = models.PositiveSmallIntegerField(default=0)
    source = models.ForeignKey(
        "evidence.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="term_rows"
    )
    locator = models.CharField(max_length=200, blank=True)

    label = Bilingual("label")
    definition = Bilingual("definition")

    class Meta:
        ordering = ("scheme__position", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["scheme", "code"], name="a_term_code_is_unique_in_its_scheme"),
            models.CheckConstraint(
                condition=models.Q(source__isnull=True, locator="")
                | (models.Q(source__isnull=False) & ~models.Q(locator="")),
                name="a_sourced_term_has_a_place",
            ),
            models.CheckConstraint(
                condition=models.Q(broader__isnull=True) | ~models.Q(broader=models.F("pk")),
                name="a_term_is_not_its_own_broader_term",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"
