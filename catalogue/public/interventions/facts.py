"""Facts with their places, and the reasons why something is not there."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from evidence.models import Source


class Blank(Enum):
    """Why something is not there."""

    NOT_IN_SOURCE = _("Niet beschreven in de bron")
    NOT_APPLICABLE = _("Niet van toepassing")
    NOT_YET = _("Nog niet ingevuld")

    @property
    def label(self) -> str:
        """The reason in words."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands."""

    source: Source
    locator: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """Something a source says, with a note and its place; of our own without a place.

    `language` is that of the text when it may be another than that of the page.
    """

    text: str
    place: Place | None = None
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A heading with its values, or the reason why there are none."""

    label: str
    values: list[FactValue]
    blank: Blank | None = None
    sources_differ: bool = False
