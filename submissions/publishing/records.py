"""A new record, or a change to one: first its own facts, then the rows about it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from evidence import analysis
from evidence.choices import HOME_COUNTRY, AmendedFact, InterventionKind, LifeStatus, Scale, Scope
from evidence.models import Amendment, Country, Intervention, Source
from evidence.slugs import first_free, slug_of
from submissions.answers import dates, prefill
from submissions.destinations import FACTS, NAME
from submissions.errors import Fault, FaultsError
from submissions.history import History, changed_answers
from submissions.models import Submission
from submissions.publishing import rows, sources

LONGEST_SLUG = 80
LONGEST_SORT_NAME = 300
"""A sign may be several letters (㍿, ﷺ), so that the words of a name can be longer than the name."""
RESERVED = ("facets", "feed")
"""Names that have another meaning in an address."""
UNKNOWN = {"status": LifeStatus.UNKNOWN, "scope": Scope.UNKNOWN, "scale": Scale.UNKNOWN}


def write(submission: Submission, record: Intervention | None) -> Intervention:
    """Write what a submission says of a record (None: a new one) under its organisation's source; return the record.

    An organisation rewrites its own record. In a record of someone else it adds rows of its own; a fact that it states
    otherwise is an amendment, which keeps what stood there.
    """
    history, changes = History(submission), changed_answers(submission)
    told_now = prefill.from_record(history) | changes
    answers = {code: answer for code, answer in told_now.items() if answer is not None}
    own = history.describes_own
    source = sources.describing(history, record, answers[NAME] if own else record.name)
    if record is None:
        record = _new(source, answers)
    elif own:
        _rewrite(record, answers, changes)
    else:
        _amend(record, source, answers, changes)
    if record.start and record.end and record.end < record.start:
        raise FaultsError([Fault("end", _("Het einde ligt vóór het begin. Controleer beide datums."))])
    record.save()
    rows.write(record, source, answers, initiator=submission.organisation if own else None)
    return record


def _new(source: Source, answers: dict[str, Any]) -> Intervention:
    """Make a record. Its slug is permanent: it follows the name that it is published under first."""
    name = answers[NAME]
    record = Intervention(
        slug=first_free(slug_of(name, LONGEST_SLUG) or "aanpak", Intervention, RESERVED),
        kind=InterventionKind.INSTANCE,
        country=Country.objects.filter(pk=HOME_COUNTRY).first(),
        source=source,
        locator=sources.locator(NAME),
        language=sources.DUTCH,
        modified=timezone.now(),
    )
    _name(record, name)
    for code in FACTS:
        _set(record, code, answers)
    record.places = {"participants": sources.locator("participants")} if record.participants is not None else {}
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
    if NAME in changes and "name_en" not in answers:
        record.name_en = record.name
    record.amendments.filter(fact__in=[FACTS[code] for code in changed]).delete()
    if "participants" in changed:
        record.places = {"participants": sources.locator("participants")} if record.participants is not None else {}


def _changed(changes: dict[str, Any]) -> list[str]:
    """Name the facts to set, in order; a note on the old status does not fit the new one."""
    return [code for code in FACTS if code in changes or (code == "why_stopped" and "status" in changes)]


def _amend(record: Intervention, source: Source, answers: dict[str, Any], changes: dict[str, Any]) -> None:
    """State facts of a record of someone else otherwise, and keep what stood there. A new name becomes an alias."""
    if changes.get(NAME) and changes[NAME] not in (record.name, *record.aliases):
        was = "; ".join(record.aliases)
        record.aliases = [*record.aliases, changes[NAME]]
        _keep(record, AmendedFact.ALIASES, was, "; ".join(record.aliases), (source, sources.locator(NAME)))
    for code in _changed(changes):
        was = _plain(record, code)
        _set(record, code, answers)
        _keep(record, FACTS[code], was, _plain(record, code), (source, sources.locator(code)))


def _plain(record: Intervention, code: str) -> str:
    """Return a fact as text."""
    field = {"summary": "summary_nl", "why_stopped": "status_note_nl", "start": "start_text", "end": "end_text"}.get(
        code, code
    )
    value = getattr(record, field)
    return "" if value in (None, UNKNOWN.get(code)) else str(value)


def _keep(record: Intervention, fact: str, was: str, now: str, place: tuple[Source, str]) -> None:
    """Note who states a fact now, and what stood there first; a fact that is as it was is no amendment."""
    if was == now:
        return
    source, where = place
    amendment = Amendment.objects.filter(intervention=record, fact=fact).first() or Amendment(
        intervention=record, fact=fact, before=was
    )
    if amendment.before == now:
        if amendment.pk:
            amendment.delete()
        return
    amendment.source, amendment.locator = source, where
    amendment.save()
