"""All answers on one page, with what keeps them from being handed in."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.submitting.fields import Link
from submissions import questions
from submissions.advice import personal_data
from submissions.advice.personal_data import PersonalKind
from submissions.answers import completeness, reading
from submissions.errors import AnswerFault
from submissions.models import Submission

PERMISSION = "permission"


class Answered(NamedTuple):
    """A question with its answer as a reader sees it; `address` is where it can be changed."""

    code: str
    label: str
    items: list[str]
    address: str
    needed: bool


class Part(NamedTuple):
    """A topic with its answers."""

    title: str
    address: str
    answers: list[Answered]


def parts(submission: Submission) -> list[Part]:
    """List every topic with every question that this tier asks."""
    found = []
    for page in questions.pages(submission.kind, submission.tier):
        address = reverse("submission-page", args=(submission.reference, page.code))
        rows = [
            Answered(
                question.code,
                str(question.label),
                [str(item) for item in reading.answer_shown(question, submission.answers.get(question.code))],
                f"{address}#{question.code}",
                question.needed,
            )
            for question in page.questions
        ]
        found.append(Part(str(page.title), address, rows))
    return found


def links(submission: Submission, faults: list[AnswerFault]) -> list[Link]:
    """Give every fault the way to its question, on the page where that stands."""
    pages = {
        question.code: reverse("submission-page", args=(submission.reference, page.code))
        for page in questions.pages(submission.kind, submission.tier)
        for question in page.questions
    }
    return [Link(_place(fault.question, pages), fault.text) for fault in faults]


def _place(question: str, pages: dict[str, str]) -> str:
    if question == PERMISSION:
        return f"#{PERMISSION}"
    return f"{pages[question]}#{question}" if question in pages else ""


def missing(submission: Submission) -> list[Link]:
    """List what still has to be answered, apart from the permission that is asked on the page itself."""
    faults = completeness.faults_of(submission, permission=True)
    return links(submission, faults)


class Personal(NamedTuple):
    """Words that may point to a person, with the way to where they stand."""

    excerpt: str
    kind: str
    label: str
    address: str


def personal(submission: Submission) -> list[Personal]:
    """List what may point to a person in the answers."""
    asked = {row.code: row for part in parts(submission) for row in part.answers}
    return [
        Personal(
            found.excerpt,
            str(PersonalKind(found.kind).label),
            asked[found.question].label,
            asked[found.question].address,
        )
        for found in personal_data.scan(submission.answers)
        if found.question in asked
    ]


def permission_fault(faults: list[AnswerFault]) -> list[str]:
    """Return what is wrong with the permission."""
    return [fault.text for fault in faults if fault.question == PERMISSION]


def colliding(text: str) -> list[Link]:
    """Say that a colleague saved meanwhile, and that the answers on the page are the new ones."""
    return [Link("", text), Link("", _("Hieronder staan de antwoorden zoals ze nu zijn. Lees ze na en dien dan in."))]
