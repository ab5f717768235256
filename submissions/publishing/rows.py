"""The rows about a record that a submission is the source of: written anew each time."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from evidence.choices import LessonKind, Role
from evidence.models import Classification, Intervention, Lesson, Organisation, Participation, Passage, Source, Term
from submissions.destinations import AMOUNTS, LESSONS, PASSAGES, POSSIBLE_ELSEWHERE, ROLES, TERMS, TRANSFER
from submissions.publishing import research
from submissions.publishing.organisations import drop_unused, find_or_make
from submissions.publishing.sources import locator

ELSEWHERE = {
    True: _("Volgens de organisatie kan dit ook ergens anders worden uitgevoerd."),
    False: _("Volgens de organisatie kan dit niet ergens anders worden uitgevoerd."),
}
Answers = dict[str, Any]


def write(record: Intervention, source: Source, answers: Answers, *, initiator: Organisation | None) -> None:
    """Make the rows of this source say what the answers say; what another source says already is not said again."""
    answers = research.as_it_stands(answers)
    _classify(record, source, answers)
    _involve(record, source, answers, initiator)
    _learn(record, source, answers)
    _describe(record, source, answers)
    research.write(record, source, answers)


def _classify(record: Intervention, source: Source, answers: Answers) -> None:
    record.classifications.filter(source=source).delete()
    stated = set(record.classifications.values_list("term", flat=True))
    for code, scheme in TERMS.items():
        terms = Term.objects.filter(scheme__code=scheme, code__in=answers.get(code, [])).exclude(pk__in=stated)
        Classification.objects.bulk_create(
            Classification(intervention=record, term=term, source=source, locator=locator(code)) for term in terms
        )


def _involve(record: Intervention, source: Source, answers: Answers, initiator: Organisation | None) -> None:
    mine = record.participations.filter(source=source)
    before = set(mine.values_list("organisation", flat=True))
    mine.delete()
    named = [(code, name) for code in ROLES for name in _listed(answers.get(code))]
    organisations = find_or_make(list(dict.fromkeys(name for _code, name in named)))
    parts = {(initiator.pk, Role.INITIATOR): locator()} if initiator else {}
    for code, name in named:
        parts.setdefault((organisations[name].pk, ROLES[code]), locator(code))
    stated = set(record.participations.values_list("organisation", "role"))
    Participation.objects.bulk_create(
        Participation(intervention=record, organisation_id=pk, role=role, source=source, locator=where)
        for (pk, role), where in parts.items()
        if (pk, role) not in stated
    )
    drop_unused(before - {pk for pk, _role in parts})


def _listed(answer: str | list[str] | None) -> list[str]:
    return [answer] if isinstance(answer, str) else answer or []


def _learn(record: Intervention, source: Source, answers: Answers) -> None:
    Lesson.objects.filter(source=source).delete()
    stated = set(record.lessons.values_list("kind", "text_nl"))
    for code, name, kind, dutch, english in _lessons(answers):
        if (kind, dutch) not in stated:
            lesson = Lesson.objects.create(
                slug=slug_of(source, name),
                kind=kind,
                text_nl=dutch,
                text_en=english,
                source=source,
                locator=locator(code),
            )
            lesson.interventions.add(record)


def slug_of(source: Source, name: str) -> str:
    """Name a lesson of a source."""
    return f"{source.slug}-{name.replace('_', '-')}"


def _lessons(answers: Answers) -> Iterator[tuple[str, str, LessonKind, str, str]]:
    """Give each lesson: its question, its name in this source, its kind, and its text in Dutch and, when ours, in
    English.
    """
    if POSSIBLE_ELSEWHERE in answers:
        texts = _in_both(ELSEWHERE[answers[POSSIBLE_ELSEWHERE]])
        yield POSSIBLE_ELSEWHERE, POSSIBLE_ELSEWHERE, LessonKind.APPLICABILITY, *texts
    for code, kind in TRANSFER.items():
        if code in answers:
            yield code, code, kind, answers[code], ""
    for code, kind in LESSONS.items():
        for number, line in enumerate(answers.get(code, []), start=1):
            yield code, f"{code}-{number}", kind, line, ""


def _in_both(text: str) -> tuple[str, ...]:
    said = []
    for language in ("nl", "en"):
        with override(language):
            said.append(gettext(text))
    return tuple(said)


def _describe(record: Intervention, source: Source, answers: Answers) -> None:
    record.passages.filter(source=source).delete()
    texts = {code: (answers[code], "") for code in PASSAGES if code in answers}
    texts |= {code: _euros(answers[code]) for code in AMOUNTS if code in answers}
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


def _euros(amount: int) -> tuple[str, ...]:
    """Write an amount as each language does."""
    said = []
    for language in ("nl", "en"):
        with override(language):
            said.append(f"€ {number_format(amount, use_l10n=True, force_grouping=True)}")
    return tuple(said)
