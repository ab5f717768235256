"""Every question of every kind of submission."""

from functools import lru_cache

from django.utils.translation import gettext as _

from evidence.vocabulary import Vocabulary
from submissions.choices import Kind, Tier
from submissions.questions import experience, initiative
from submissions.questions.declaration import Form, Page, Question
from submissions.questions.terms import groups_of_terms

PAGES: dict[str, tuple[Page, ...]] = {
    Kind.NEW: initiative.NEW,
    Kind.CHANGE: initiative.CHANGE,
    Kind.EXPERIENCE: experience.EXPERIENCE,
}
TIERS = list(Tier)
NOT_OFFERED = frozenset({"unknown", "not-stated"})
"""Codes for what a source leaves out. Who does not know an answer leaves it empty."""


@lru_cache
def _pages(kind: str, tier: str) -> tuple[Page, ...]:
    asked = TIERS[: TIERS.index(Tier(tier)) + 1]
    narrowed = (
        page._replace(questions=tuple(question for question in page.questions if question.tier in asked))
        for page in PAGES[kind]
    )
    return tuple(page for page in narrowed if page.questions)


def pages(kind: str, tier: str) -> list[Page]:
    """List the topics of a kind of submission, each with only the questions that this tier asks; no empty topics."""
    return list(_pages(kind, tier))


def page_of(kind: str, tier: str, code: str) -> Page | None:
    """Find one topic; None when this kind and tier do not have it."""
    return next((page for page in pages(kind, tier) if page.code == code), None)


def all_questions(kind: str) -> dict[str, Question]:
    """Return every question of a kind by its code, whatever the tier."""
    return {question.code: question for page in pages(kind, Tier.RESEARCH) for question in page.questions}


def grouped_options(question: Question, words: Vocabulary | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """List what can be chosen under its headings (“Leeftijd”); what has no heading comes first, under an empty one."""
    if question.form == Form.YES_NO:
        return [("", [("yes", _("Ja")), ("no", _("Nee"))])]
    if question.scheme:
        groups = groups_of_terms(question.scheme, words)
    else:
        groups = [("", [(value, str(label)) for value, label in question.choices.choices])] if question.choices else []
    return [(heading, [option for option in offered if option[0] not in NOT_OFFERED]) for heading, offered in groups]


def options(question: Question, words: Vocabulary | None = None) -> list[tuple[str, str]]:
    """List what can be chosen, as (code, label) in the language of the visitor; empty for open questions.

    A term under a heading says so: “Leeftijd: Jongeren”.
    """
    return [
        (code, f"{heading}: {label}" if heading else label)
        for heading, offered in grouped_options(question, words)
        for code, label in offered
    ]
