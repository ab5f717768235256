"""All answers on one page, with what keeps them from being handed in."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.forms.presentation import FormFault
from catalogue.questionnaire import pages_of
from submissions.advice import personal_data
from submissions.advice.personal_data import PersonalKind
from submissions.answers import completeness, reading
from submissions.errors import AnswerFault
from submissions.models import Submission

PERMISSION = "permission"


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedAnswer:
    """A question with its answer as a reader sees it; `address` is where it can be changed."""

    code: str
    label: str
    items: list[str]
    address: str
    needed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedTopic:
    """A topic with its answers."""

    title: str
    address: str
    answers: list[CheckedAnswer]


def checked_topics(submission: Submission) -> list[CheckedTopic]:
    """List every topic with every question that this tier asks."""
    found = []
    for page in pages_of(submission):
        address = reverse("submission-page", args=(submission.reference, page.code))
        rows = [
            CheckedAnswer(
                code=question.code,
                label=str(question.label),
                items=[str(item) for item in reading.answer_shown(question, submission.answers.get(question.code))],
                address=f"{address}#{question.code}",
                needed=question.needed,
            )
            for question in page.questions
        ]
        found.append(CheckedTopic(title=str(page.title), address=address, answers=rows))
    return found


def fault_links(submission: Submission, faults: list[AnswerFault]) -> list[FormFault]:
    """Give every fault the way to its question, on the page where that stands."""
    pages = {
        question.code: reverse("submission-page", args=(submission.reference, page.code))
        for page in pages_of(submission)
        for question in page.questions
    }
    return [FormFault(href=_place(fault.question, pages), text=fault.text) for fault in faults]


def _place(question: str, pages: dict[str, str]) -> str:
    if question == PERMISSION:
        return f"#{PERMISSION}"
    return f"{pages[question]}#{question}" if question in pages else ""


def missing(submission: Submission) -> list[FormFault]:
    """List what still has to be answered, apart from the permission that is asked on the page itself."""
    faults = completeness.faults_of(submission, permission=True)
    return fault_links(submission, faults)


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonalWords:
    """Words that may point to a person, with the way to where they stand."""

    excerpt: str
    kind: str
    label: str
    address: str


def personal_words(submission: Submission) -> list[PersonalWords]:
    """List what may point to a person in the answers."""
    asked = {row.code: row for topic in checked_topics(submission) for row in topic.answers}
    return [
        PersonalWords(
            excerpt=found.excerpt,
            kind=str(PersonalKind(found.kind).label),
            label=asked[found.question].label,
            address=asked[found.question].address,
        )
        for found in personal_data.scan(submission.answers)
        if found.question in asked
    ]


def permission_fault(faults: list[AnswerFault]) -> list[str]:
    """Return what is wrong with the permission."""
    return [fault.text for fault in faults if fault.question == PERMISSION]


def colliding(text: str) -> list[FormFault]:
    """Say that a colleague saved meanwhile, and that the answers on the page are the new ones."""
    read_again = _("Hieronder staan de antwoorden zoals ze nu zijn. Lees ze na en dien dan in.")
    return [FormFault(text=text), FormFault(href="", text=read_again)]
