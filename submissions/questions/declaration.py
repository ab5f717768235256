"""What a question is: declared once; the pages, the API and the spreadsheet all ask what stands here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from submissions.choices import Tier

MANY = 2_000_000_000
"""The highest number that is kept."""


class Form(StrEnum):
    """The form of an answer, and of its JSON."""

    LINE = "line"  # str, one line
    TEXT = "text"  # str, several lines
    LINES = "lines"  # list[str], one per line
    CHOICE = "choice"  # str, one of `options`
    CHOICES = "choices"  # list[str], some of `options`
    NUMBER = "number"  # int ≥ 0
    EURO = "euro"  # int ≥ 0, whole euros
    DATE = "date"  # str: 2024, 2024-05 or 2024-05-17, as precisely as it is known
    YES_NO = "yes-no"  # bool
    WEB = "web"  # str, http(s) address


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. Its texts are lazy translations; `example` is a good answer, `tier` the least tier that asks it.

    Options are those of `choices` (a TextChoices) or the terms of `scheme`. `needed` says that it must be answered
    before submitting in that tier. `largest` counts characters of a text, lines of a list, or is the highest number.
    """

    code: str
    label: Any
    form: Form
    help: Any = ""
    example: Any = ""
    tier: Tier = Tier.REPORT
    needed: bool = False
    largest: int = 2000
    choices: Any = None
    scheme: str = ""


class Page(NamedTuple):
    """One topic: a page of the form, a sheet section of the template, a group in the API's schema."""

    code: str
    title: Any
    lead: Any
    questions: tuple[Question, ...]
