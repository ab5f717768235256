"""A filled-in workbook, taken over into a draft. What is already there is never overwritten without asking."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.forms.presentation import FormFault
from accounts.models import User
from catalogue.questionnaire import questions_of
from catalogue.submitting import topics
from catalogue.submitting.merging import ShownAnswers, digest
from submissions import spreadsheet
from submissions.answers import reading
from submissions.choices import Kind
from submissions.models import Submission
from submissions.spreadsheet.layout import LARGEST_FILE


@dataclass(frozen=True, kw_only=True, slots=True)
class Differing:
    """A question that the draft answers otherwise than the workbook; `was` names the answer of the draft."""

    code: str
    label: str
    mine: list[str]
    theirs: list[str]
    was: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """What became of a workbook.

    Faults by cell, the right answers in it, how many were taken over, and what has to be chosen.
    """

    links: list[FormFault]
    right: dict[str, Any]
    taken: int = 0
    differing: list[Differing] = field(default_factory=list)

    @property
    def as_text(self) -> str:
        """Return the right answers for a hidden field.

        Nothing is kept between two steps but what the visitor sends along.
        """
        return json.dumps(self.right)

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to correct or to choose."""
        return not self.links and not self.differing


def read_workbook(file: UploadedFile | None, submission: Submission, *, by: User) -> Upload:
    """Read a workbook; take it over when nothing in it is wrong."""
    if file is None:
        return Upload(links=[FormFault(href="#file", text=_("Kies eerst een bestand."))], right={})
    found, faults = spreadsheet.read_workbook(file.read(LARGEST_FILE + 1), Kind(submission.kind))
    if faults:
        return Upload(links=[FormFault(text=fault.text) for fault in faults], right=found)
    return _take(found, ShownAnswers(was=_nothing(found), chosen={}, contested=frozenset()), submission, by=by)


def take_over(posted: QueryDict, submission: Submission, *, by: User) -> Upload:
    """Take over right answers that came along with an earlier step, with what was chosen there."""
    known = questions_of(submission)
    found = {code: answer for code, answer in _as_answers(posted.get("answers", "")).items() if code in known}
    return _take(found, ShownAnswers.read(posted, _nothing(found)), submission, by=by)


def _nothing(found: Mapping[str, Any]) -> dict[str, str]:
    """A workbook says what it answers, not what it showed: only an empty place is filled without asking."""
    return dict.fromkeys(found, digest(None))


def _as_answers(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _take(found: dict[str, Any], form: ShownAnswers, submission: Submission, *, by: User) -> Upload:
    kept = topics.save_answers(submission, found, form, by=by)
    known = questions_of(submission)
    differing = [
        Differing(
            code=code,
            label=str(known[code].label),
            mine=[str(item) for item in reading.answer_shown(known[code], found[code])],
            theirs=[str(item) for item in reading.answer_shown(known[code], theirs)],
            was=digest(theirs),
        )
        for code, theirs in kept.contested.items()
    ]
    links = [FormFault(text=fault.text) for fault in kept.faults]
    links += [topics.choose(known[row.code]) for row in differing if row.code in form.contested]
    left = {row.code: found[row.code] for row in differing}
    return Upload(links=links, right=left, taken=len(found) - len(left) - len(kept.faults), differing=differing)
