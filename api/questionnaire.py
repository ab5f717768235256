"""The questions of a kind of submission in both languages, for systems that build a form of their own."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise

from submissions import questions
from submissions.choices import Kind, Tier
from submissions.questions.declaration import Page, Question


@dataclass(frozen=True, kw_only=True, slots=True)
class BilingualOption:
    """What can be chosen."""

    code: str
    label: str
    label_en: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BilingualQuestion:
    """A question, with how it is answered."""

    code: str
    label: str
    label_en: str
    help: str
    help_en: str
    example: str
    example_en: str
    form: str
    tier: str
    needed: bool
    largest: int
    options: list[BilingualOption]


@dataclass(frozen=True, kw_only=True, slots=True)
class BilingualTopic:
    """A topic with its questions."""

    code: str
    title: str
    title_en: str
    questions: list[BilingualQuestion]


@dataclass(frozen=True, kw_only=True, slots=True)
class Questionnaire:
    """All topics that a kind of submission asks in a tier."""

    kind: str
    tier: str
    topics: list[BilingualTopic]


def questionnaire(kind: Kind, tier: Tier) -> Questionnaire:
    """Write the topics and their questions, in their order."""
    topics = [_topic(page) for page in questions.pages(kind, tier)]
    return Questionnaire(kind=kind.value, tier=tier.value, topics=topics)


def _topic(page: Page) -> BilingualTopic:
    title, title_en = _in_both(page.title)
    return BilingualTopic(
        code=page.code,
        title=title,
        title_en=title_en,
        questions=[_question(question) for question in page.questions],
    )


def _question(question: Question) -> BilingualQuestion:
    label, label_en = _in_both(question.label)
    text, text_en = _in_both(question.help)
    example, example_en = _in_both(question.example)
    return BilingualQuestion(
        code=question.code,
        label=label,
        label_en=label_en,
        help=text,
        help_en=text_en,
        example=example,
        example_en=example_en,
        form=question.form.value,
        tier=question.tier.value,
        needed=question.needed,
        largest=question.largest,
        options=_options(question),
    )


def _options(question: Question) -> list[BilingualOption]:
    with translation.override("nl"):
        dutch = questions.options(question)
    with translation.override("en"):
        english = dict(questions.options(question))
    return [BilingualOption(code=code, label=label, label_en=english[code]) for code, label in dutch]


def _in_both(text: str | Promise) -> tuple[str, str]:
    """Say a text in Dutch and in English."""
    with translation.override("nl"):
        dutch = str(text)
    with translation.override("en"):
        return dutch, str(text)
