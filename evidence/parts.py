"""Parts of sources: what a locator names first (“Bijlage 1, nr 4” stands in “Bijlage 1”)."""

import re
from typing import NamedTuple

from django.db.models import Q

from evidence.models import Source


class SourcePart(NamedTuple):
    """A part of a source, as its locators name it."""

    source: Source
    name: str

    @property
    def code(self) -> str:
        """Return how an address names it: `ser-2021-bijlage-1`, `ser-2021-par-3-4`."""
        words = re.sub(r"[^a-z0-9]+", "-", self.name.lower().replace("§", "par-"))
        return f"{self.source.slug}-{words.strip('-')}"

    @property
    def label(self) -> str:
        """Return how a reader names it: “Bijlage 1 · Risbo 2023”."""
        return f"{self.name} · {self.source.publisher} {self.source.year or ''}".rstrip()

    @property
    def rows(self) -> Q:
        """Return the condition of a row that stands in it."""
        return Q(source=self.source) & (Q(locator=self.name) | Q(locator__startswith=f"{self.name},"))


def name_of_part(locator: str) -> str:
    """Return the part of a source in which a locator lies."""
    return locator.partition(",")[0].strip()
