"""Facts with their places, and the reasons why something is not there."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from evidence.choices import Blank
from evidence.models import Intervention, Source


class WhyBlank(Enum):
    """Why something is not there: a reader looked, it does not apply, we did not classify it, or nobody told it yet."""

    NOT_IN_SOURCE = Blank.NOT_IN_SOURCE.label
    NOT_APPLICABLE = Blank.NOT_APPLICABLE.label
    NOT_CLASSIFIED = _("Nog niet door ons ingedeeld")
    NOT_YET = _("Nog niet ingevuld")

    @property
    def label(self) -> str:
        """The reason in words."""
        return str(self.value)


BY_MARK = {Blank.NOT_IN_SOURCE: WhyBlank.NOT_IN_SOURCE, Blank.NOT_APPLICABLE: WhyBlank.NOT_APPLICABLE}


def why_blank(intervention: Intervention, *fields: str) -> WhyBlank:
    """Say why these fields of a record are blank: as a reader marked the first of them, else nobody classified it."""
    marks = (intervention.blanks[field] for field in fields if field in intervention.blanks)
    mark = next(marks, None)
    return BY_MARK[Blank(mark)] if mark else WhyBlank.NOT_CLASSIFIED


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
    blank: WhyBlank | None = None
    sources_differ: bool = False
