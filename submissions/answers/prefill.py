"""What a new draft starts with."""

from collections.abc import Iterable
from typing import Any

from evidence.choices import LifeStatus, Role
from evidence.models import Intervention, Source
from evidence.vocabulary import Vocabulary
from submissions import questions
from submissions.answers.validity import valid
from submissions.choices import Kind
from submissions.destinations import FACTS, LESSONS, PASSAGES, READ_BACK, TERMS, TRANSFER
from submissions.history import History
from submissions.models import Submission
from submissions.questions.declaration import Form, Question


def starting_answers(submission: Submission) -> dict[str, Any]:
    """Return what a draft starts with; see `from_record`."""
    return from_record(History(submission))


def from_record(history: History) -> dict[str, Any]:
    """Return the published facts of the record that a change is about, as answers; nothing for other kinds.

    What rows do not give back is taken from what the organisation itself published about the record. A fact
    that is no answer to its question (a summary that is too long, a term that is not offered) is left out, and
    so is never changed by accident.
    """
    record = history.record
    if history.submission.kind != Kind.CHANGE or record is None:
        return {}
    found = {code: answer for code, answer in history.told.items() if code not in READ_BACK}
    found |= _of_rows(record, history.source)
    kept = {
        question.code: _kept(question, found.get(question.code), history.words)
        for question in questions.all_questions(Kind.CHANGE).values()
    }
    return {code: answer for code, answer in kept.items() if answer is not None}


def _kept(question: Question, answer: Any, words: Vocabulary) -> Any:
    """Return as much of an answer as the form can take; None when that is nothing."""
    if question.form == Form.CHOICES:
        offered = {code for code, _label in questions.options(question, words)}
        return [code for code in answer or () if code in offered][: question.largest] or None
    if question.form == Form.LINES and answer:
        return [item for item in answer if _fits(question, [item])][: question.largest] or None
    return answer if answer != "" and _fits(question, answer) else None


def _fits(question: Question, answer: Any) -> bool:
    try:
        return valid(question, answer) == answer
    except ValueError:
        return False


def _of_rows(record: Intervention, own: Source | None) -> dict[str, Any]:
    """Read the answers that rows give back: lists hold what everyone says, texts what the organisation said itself."""
    own_pk = own.pk if own else None
    classified = [(row.term.scheme.code, row.term.code) for row in record.classifications.all()]
    lessons = sorted(record.lessons.all(), key=lambda row: (row.source_id != own_pk, row.pk))
    texts = {row.topic: row.text_nl for row in record.passages.all() if row.source_id == own_pk}
    whole = {f"{own.slug}-{code.replace('_', '-')}": code for code in TRANSFER} if own else {}
    return {
        "name": record.name,
        **{code: _fact(record, code) for code in FACTS},
        **{code: _once(term for of, term in classified if of == scheme) for code, scheme in TERMS.items()},
        **{code: _once(row.text_nl for row in lessons if row.kind == kind) for code, kind in LESSONS.items()},
        **{code: texts.get(topic) for code, topic in PASSAGES.items()},
        **{whole[row.slug]: row.text_nl for row in lessons if row.slug in whole},
        "executor": next(iter(_parties(record, Role.EXECUTOR)), None),
        "partners": _parties(record, Role.PARTNER),
    }


def _fact(record: Intervention, code: str) -> Any:
    if code == "why_stopped":
        return record.status_note_nl if record.status == LifeStatus.STOPPED else None
    if code == "name_en":
        return record.name_en if record.name_en != record.name else None
    return {
        "summary": record.summary_nl,
        "start": record.start_text,
        "end": record.end_text,
    }.get(code, getattr(record, FACTS[code], None))


def _parties(record: Intervention, role: str) -> list[str]:
    return _once(row.organisation.name for row in record.participations.all() if row.role == role)


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))
