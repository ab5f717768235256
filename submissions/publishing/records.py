"""A new record, or a change to one: first its own facts, then the rows about it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from evidence import analysis
from evidence.choices import HOME_COUNTRY, AmendedFact, InterventionKind, LifeStatus, Scale, Scope
from evidence.models import Amendment, Country, Intervention, Source
from evidence.rewriting import rewrite
from evidence.slugs import RESERVED, first_free, slug_of
from submissions.answers import dates, prefill
from submissions.destinations import FACTS, NAME
from submissions.errors import AnswerFault, FaultsError
from submissions.history import History, changed_answers
from submissions.publishing.research import as_it_stands
from submissions.publishing.rows import Telling, write_rows
from submissions.publishing.sources import DUTCH, locator, write_source

LONGEST_SLUG = 80
LONGEST_SORT_NAME = 300
"""A sign may be several letters (㍿, ﷺ), so that the words of a name can be longer than the name."""
UNKNOWN = {"status": LifeStatus.UNKNOWN, "scope": Scope.UNKNOWN, "scale": Scale.UNKNOWN}


def write_record(history: History) -> Intervention:
    """Write what a submission says of its record, or of a new one, under its organisation's source; return the record.

    An organisation rewrites its own record. In a record of someone else it adds rows of its own; a fact that it states
    otherwise is an amendment, which keeps what stood there.
    """
    changes = changed_answers(history.submission)
    told_now = prefill.from_record(history) | changes
    answers = {code: answer for code, answer in told_now.items() if answer is not None}
    before, is_own = history.record, history.describes_own
    name = answers[NAME] if is_own or before is None else before.name
    source = write_source(history.submission, name, history.source)
    record = before or _new(source, answers)
    if before and is_own:
        _rewrite(record, answers, changes)
    elif before:
        _amend(record, source, answers, changes)
    if record.start and record.end and record.end < record.start:
        raise FaultsError([AnswerFault("end", _("Het einde ligt vóór het begin. Controleer beide datums."))])
    record.save()
    telling = Telling(record=record, before=before, source=source, answers=as_it_stands(answers), words=history.words)
    write_rows(telling, initiator=history.submission.organisation if is_own else None)
    return record


def _new(source: Source, answers: dict[str, Any]) -> Intervention:
    """Make a record. Its slug is permanent: it follows the name that it is published under first."""
    name = answers[NAME]
    record = Intervention(
        slug=first_free(slug_of(name, LONGEST_SLUG) or "aanpak", Intervention, RESERVED),
        kind=InterventionKind.INSTANCE,
        country=Country.objects.filter(pk=HOME_COUNTRY).first(),
        source=source,
        locator=locator(NAME),
        language=DUTCH,
        modified=timezone.now(),
    )
    _name(record, name)
    for code in FACTS:
        _set(record, code, answers)
    record.places = {"participants": locator("participants")} if record.participants is not None else {}
    return record


def _name(record: Intervention, name: str) -> None:
    """Give a record its name; the one it had before stays findable."""
    if record.name and record.name != name:
        record.aliases = list(dict.fromkeys([*record.aliases, record.name]))
    record.name = record.name_nl = name
    record.sort_name = (" ".join(analysis.words(name)) or name)[:LONGEST_SORT_NAME]


def _set(record: Intervention, code: str, answers: dict[str, Any]) -> None:
    """Set the fields that hold the answer to a question; without an answer they are blank again."""
    answer = answers.get(code)
    if code in ("start", "end"):
        setattr(record, code, dates.first_day(answer) if answer else None)
        setattr(record, f"{code}_precision", len(answer) if answer else None)
    elif code == "summary":
        record.summary_nl = answer or ""
    elif code == "why_stopped":
        record.status_note_nl = (answer or "") if record.status == LifeStatus.STOPPED else ""
        record.status_note_en = ""
    elif code == "name_en":
        record.name_en = answer or record.name
    elif code == "participants":
        record.participants = answer
    else:
        setattr(record, code, answer or UNKNOWN.get(code, ""))


def _rewrite(record: Intervention, answers: dict[str, Any], changes: dict[str, Any]) -> None:
    """Change the facts of an own record; what others amended in between stays, unless it is changed now."""
    _name(record, answers[NAME])
    changed = _changed(changes)
    for code in changed:
        _set(record, code, answers)
    if "status" in changed:
        _date_status(record, None)
    if NAME in changes and "name_en" not in answers:
        record.name_en = record.name
    if changed and record.is_amended:
        record.amendments.filter(fact__in=[FACTS[code] for code in changed]).delete()
    if "participants" in changed:
        record.places = {"participants": locator("participants")} if record.participants is not None else {}


def _changed(changes: dict[str, Any]) -> list[str]:
    """Name the facts to set, in order; a note on the old status does not fit the new one."""
    return [code for code in FACTS if code in changes or (code == "why_stopped" and "status" in changes)]


def _amend(record: Intervention, source: Source, answers: dict[str, Any], changes: dict[str, Any]) -> None:
    """State facts of a record of someone else otherwise, and keep what stood there first. A new name becomes an alias.

    A fact that is as it was first is no amendment.
    """
    facts: dict[str, str] = {code: FACTS[code] for code in _changed(changes)}
    if changes.get(NAME) and changes[NAME] not in (record.name, *record.aliases):
        facts = {NAME: AmendedFact.ALIASES} | facts
    if not facts:
        return
    amended = record.amendments.filter(fact__in=facts.values()) if record.is_amended else ()
    known = {row.fact: row for row in amended}
    told: list[Amendment] = []
    for code, fact in facts.items():
        was, stated = _plain(record, code), known.get(fact)
        if code == NAME:
            record.aliases = [*record.aliases, changes[NAME]]
        else:
            _set(record, code, answers)
        now = _plain(record, code)
        first = stated.before if stated else was
        if now != was:
            place = {"source": source, "locator": locator(code)}
            stated = Amendment(intervention=record, fact=fact, before=first, **place) if now != first else None
            if fact == AmendedFact.STATUS:
                _date_status(record, source if stated else None)
        told += [stated] if stated else []
    rewrite(known.values(), told, key=("intervention_id", "fact"), says=("source_id", "locator"))


def _date_status(record: Intervention, told_by: Source | None) -> None:
    """Give a status the day of who amended it; told by its own source, it has the day of that source."""
    record.as_of = told_by.as_of if told_by else None
    record.as_of_precision = told_by.as_of_precision if told_by else None


def _plain(record: Intervention, code: str) -> str:
    """Return a fact as text; of the name, the other names."""
    if code == NAME:
        return "; ".join(record.aliases)
    field = {"summary": "summary_nl", "why_stopped": "status_note_nl", "start": "start_text", "end": "end_text"}.get(
        code, code
    )
    value = getattr(record, field)
    return "" if value in (None, UNKNOWN.get(code)) else str(value)
