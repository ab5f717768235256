"""What every fact has: a source and a place in it."""

from typing import ClassVar

from django.db import models


class Sourced(models.Model):
    """A fact that some source states at some place (“§3.1.2”, “Bijlage 3, rij 4”)."""

    source = models.ForeignKey("evidence.Source", on_delete=models.PROTECT, related_name="%(class)s_rows")
    locator = models.CharField(max_length=200)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(condition=~models.Q(locator=""), name="a_%(class)s_has_a_place"),
        )
