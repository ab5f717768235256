"""The rows about a record that a submission is the source of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from evidence.choices import LessonKind, Role
from evidence.models import Classification, Intervention, Lesson, Organisation, Participation, Passage, Source
from evidence.rewriting import rewrite
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

    def known(self, name: str) -> tuple[list[Any], list[Any]]:
        """Return the rows of a relation: those of this source, and what other sources say."""
        rows = getattr(self.before, name).all() if self.before else ()
        return [row for row in rows if row.source_id == self.source.pk], [
            row for row in rows if row.source_id != self.source.pk
        ]


def write_rows(telling: Telling, *, initiator: Organisation | None) -> None:
    """Make the rows of this source say what the answers say; what another source says already is not said again."""
    _classify(telling)
    _involve(telling, initiator)
    _learn(telling)
    _describe(telling)
    write_research(telling.record, telling.source, telling.answers, telling.words)


def _classify(telling: Telling) -> None:
    mine, others = telling.known("classifications")
    stated = {row.term_id for row in others}
    told = [
        Classification(intervention=telling.record, term=term, source=telling.source, locator=locator(question))
        for question, scheme in TERMS.items()
        for term in telling.words.named(scheme, telling.answers.get(question, []))
        if term.pk not in stated
    ]
    key = ("intervention_id", "term_id", "source_id", "locator")
    rewrite(mine, told, key=key, says=("note_nl", "note_en"))


def _involve(telling: Telling, initiator: Organisation | None) -> None:
    mine, others = telling.known("participations")
    stated = {(row.organisation_id, row.role) for row in others}
    named = [(code, name) for code in ROLES for name in _listed(telling.answers.get(code))]
    organisations = find_or_make(list(dict.fromkeys(name for _code, name in named)))
    parts = {(initiator.pk, Role.INITIATOR): locator()} if initiator else {}
    for code, name in named:
        parts.setdefault((organisations[name].pk, ROLES[code]), locator(code))
    told = [
        Participation(intervention=telling.record, organisation_id=pk, role=role, source=telling.source, locator=where)
        for (pk, role), where in parts.items()
        if (pk, role) not in stated
    ]
    key = ("intervention_id", "organisation_id", "role", "source_id")
    rewrite(mine, told, key=key, says=("locator",), in_order=True)
    drop_unused({row.organisation_id for row in mine} - {pk for pk, _role in parts})


def _listed(answer: str | list[str] | None) -> list[str]:
    return [answer] if isinstance(answer, str) else answer or []


def _learn(telling: Telling) -> None:
    mine, others = telling.known("lessons")
    stated = {(row.kind, row.text_nl) for row in others}
    told = [
        Lesson(
            slug=slug_of(telling.source, name),
            kind=kind,
            text_nl=dutch,
            text_en=english,
            source=telling.source,
            locator=locator(code),
        )
        for code, name, kind, (dutch, english) in _lessons(telling.answers)
        if (kind, dutch) not in stated
    ]
    links, slugs = Lesson.interventions.through.objects, {row.slug for row in told}
    links.filter(lesson__in=[row.pk for row in mine if row.slug not in slugs]).delete()
    added = rewrite(mine, told, key=("slug",), says=("kind", "text_nl", "text_en", "locator"))
    links.bulk_create(links.model(lesson=row, intervention=telling.record) for row in added)


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
    answers = telling.answers
    texts = {code: (answers[code], "") for code in PASSAGES if code in answers}
    texts |= {code: (_euros(answers[code], "nl"), _euros(answers[code], "en")) for code in AMOUNTS if code in answers}
    told = [
        Passage(
            intervention=telling.record,
            source=telling.source,
            locator=locator(code),
            topic=(PASSAGES | AMOUNTS)[code],
            text_nl=dutch,
            text_en=english,
        )
        for code, (dutch, english) in texts.items()
    ]
    mine, _others = telling.known("passages")
    key = ("intervention_id", "source_id", "topic")
    rewrite(mine, told, key=key, says=("locator", "text_nl", "text_en"), in_order=True)


def _euros(amount: int, language: str) -> str:
    """Write an amount as a language does."""
    with override(language):
        return f"€ {number_format(amount, use_l10n=True, force_grouping=True)}"
