"""The rows about a record that a submission is the source of: written anew each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from evidence.choices import LessonKind, Role
from evidence.models import Classification, Intervention, Lesson, Organisation, Participation, Passage, Source
from evidence.vocabulary import Vocabulary
from submissions.destinations import AMOUNTS, LESSONS, PASSAGES, POSSIBLE_ELSEWHERE, ROLES, TERMS, TRANSFER
from submissions.publishing.organisations import drop_unused, find_or_make
from submissions.publishing.research import write_research
from submissions.publishing.sources import locator

ELSEWHERE = {
    True: _("Volgens de organisatie kan dit ook ergens anders worden uitgevoerd."),
    False: _("Volgens de organisatie kan dit niet ergens anders worden uitgevoerd."),
}
Answers = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Which answers about a record are told under a source, with the terms that they can name.

    `before` is the record as it was, fetched with `for_changes`; None for a new one, of which there are no rows yet.
    """

    record: Intervention
    before: Intervention | None
    source: Source
    answers: Answers
    words: Vocabulary


def write_rows(telling: Telling, *, initiator: Organisation | None) -> None:
    """Make the rows of this source say what the answers say; what another source says already is not said again."""
    _classify(telling)
    _involve(telling, initiator)
    _learn(telling)
    _describe(telling)
    write_research(telling.record, telling.source, telling.answers, telling.words)


def _classify(telling: Telling) -> None:
    record, source, before = telling.record, telling.source, telling.before
    stated = set()
    if before:
        record.classifications.filter(source=source).delete()
        stated = {row.term_id for row in before.classifications.all() if row.source_id != source.pk}
    Classification.objects.bulk_create(
        Classification(intervention=record, term=term, source=source, locator=locator(question))
        for question, scheme in TERMS.items()
        for term in telling.words.named(scheme, telling.answers.get(question, []))
        if term.pk not in stated
    )


def _involve(telling: Telling, initiator: Organisation | None) -> None:
    record, source, before = telling.record, telling.source, telling.before
    mine, stated = set(), set()
    if before:
        record.participations.filter(source=source).delete()
        rows = list(before.participations.all())
        mine = {row.organisation_id for row in rows if row.source_id == source.pk}
        stated = {(row.organisation_id, row.role) for row in rows if row.source_id != source.pk}
    named = [(code, name) for code in ROLES for name in _listed(telling.answers.get(code))]
    organisations = find_or_make(list(dict.fromkeys(name for _code, name in named)))
    parts = {(initiator.pk, Role.INITIATOR): locator()} if initiator else {}
    for code, name in named:
        parts.setdefault((organisations[name].pk, ROLES[code]), locator(code))
    Participation.objects.bulk_create(
        Participation(intervention=record, organisation_id=pk, role=role, source=source, locator=where)
        for (pk, role), where in parts.items()
        if (pk, role) not in stated
    )
    drop_unused(mine - {pk for pk, _role in parts})


def _listed(answer: str | list[str] | None) -> list[str]:
    return [answer] if isinstance(answer, str) else answer or []


def _learn(telling: Telling) -> None:
    record, source, before = telling.record, telling.source, telling.before
    rows = list(before.lessons.all()) if before else []
    stated = {(row.kind, row.text_nl) for row in rows if row.source_id != source.pk}
    lessons = Lesson.objects.bulk_create(
        [
            Lesson(
                slug=slug_of(source, name),
                kind=kind,
                text_nl=dutch,
                text_en=english,
                source=source,
                locator=locator(code),
            )
            for code, name, kind, (dutch, english) in _lessons(telling.answers)
            if (kind, dutch) not in stated
        ],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["kind", "text_nl", "text_en", "locator"],
    )
    links = Lesson.interventions.through.objects
    links.bulk_create((links.model(lesson=row, intervention=record) for row in lessons), ignore_conflicts=True)
    kept = {row.pk for row in lessons}
    gone = [row.pk for row in rows if row.source_id == source.pk and row.pk not in kept]
    if gone:
        Lesson.objects.filter(pk__in=gone).delete()


def slug_of(source: Source, name: str) -> str:
    """Name a lesson of a source."""
    return f"{source.slug}-{name.replace('_', '-')}"


def _lessons(answers: Answers) -> Iterator[tuple[str, str, LessonKind, tuple[str, str]]]:
    """Give each lesson: its question, its name in this source, its kind, and its text: in Dutch, in English if ours."""
    if POSSIBLE_ELSEWHERE in answers:
        texts = _in_both(ELSEWHERE[answers[POSSIBLE_ELSEWHERE]])
        yield POSSIBLE_ELSEWHERE, POSSIBLE_ELSEWHERE, LessonKind.APPLICABILITY, texts
    for code, kind in TRANSFER.items():
        if code in answers:
            yield code, code, kind, (answers[code], "")
    for code, kind in LESSONS.items():
        for number, line in enumerate(answers.get(code, []), start=1):
            yield code, f"{code}-{number}", kind, (line, "")


def _in_both(text: str) -> tuple[str, str]:
    with override("nl"):
        dutch = gettext(text)
    with override("en"):
        return dutch, gettext(text)


def _describe(telling: Telling) -> None:
    record, source, answers = telling.record, telling.source, telling.answers
    if telling.before:
        record.passages.filter(source=source).delete()
    texts = {code: (answers[code], "") for code in PASSAGES if code in answers}
    texts |= {code: (_euros(answers[code], "nl"), _euros(answers[code], "en")) for code in AMOUNTS if code in answers}
    Passage.objects.bulk_create(
        Passage(
            intervention=record,
            source=source,
            locator=locator(code),
            topic=(PASSAGES | AMOUNTS)[code],
            text_nl=dutch,
            text_en=english,
        )
        for code, (dutch, english) in texts.items()
    )


def _euros(amount: int, language: str) -> str:
    """Write an amount as a language does."""
    with override(language):
        return f"€ {number_format(amount, use_l10n=True, force_grouping=True)}"
