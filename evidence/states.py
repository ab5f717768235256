"""How states and studies read: with their date, and in the present tense only while no printed end has passed."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence import moments
from evidence.choices import DatePrecision, Direction, LifeStatus, SourceKind, StudyStage
from evidence.levels import as_printed
from evidence.models import Intervention, Provision, Study, Verdict

Moment = tuple[date, int]
"""The first day of what a source states, and how much of it is known."""


def stated_on(row: Intervention | Provision) -> Moment | None:
    """Return the day of the state of a record: its own, or else that of its source (at least its year)."""
    own = (row.as_of, row.as_of_precision) if isinstance(row, Intervention) else (None, None)
    return _moment(*own) or source_day(row)


def source_day(row: Intervention | Provision | Study) -> Moment | None:
    """Return the day of the states that the source of a row states."""
    source = row.source
    year = date(source.year, 1, 1) if source.year else None
    return _moment(source.as_of, source.as_of_precision) or _moment(year, DatePrecision.YEAR)


def _moment(day: date | None, precision: int | None) -> Moment | None:
    return (day, precision) if day and precision else None


def is_present(row: Intervention | Provision, today: date | None = None) -> bool:
    """Tell whether a record may be told of as going on or still to come."""
    if row.status == LifeStatus.PLANNED and moments.has_passed(row.start, row.start_precision, today):
        return False
    is_told_as_present = row.status in (LifeStatus.PLANNED, LifeStatus.RUNNING)
    return is_told_as_present and not moments.has_passed(row.end, row.end_precision, today)


def life_state(row: Intervention | Provision, today: date | None = None) -> str:
    """Say in which state a record is, with the day of that state: “Lopend (stand november 2021)”."""
    if row.status not in (LifeStatus.PLANNED, LifeStatus.RUNNING):
        return str(LifeStatus(row.status).label)
    words = str(LifeStatus(row.status).label)
    if not is_present(row, today):
        words = _was_planned(row) if row.status == LifeStatus.PLANNED else _ran_until(row)
    return _with_day(words, stated_on(row))


def _was_planned(row: Intervention | Provision) -> str:
    if not (row.start and row.start_precision):
        return _("Was gepland")
    return _("Was gepland voor %(day)s") % {"day": moments.shown(row.start, row.start_precision)}


def _ran_until(row: Intervention | Provision) -> str:
    end = _moment(row.end, row.end_precision)
    if end is None:
        return str(LifeStatus.RUNNING.label)
    return _("Liep; einde gepland voor %(day)s") % {"day": moments.shown(*end)}


def _with_day(words: str, stated: Moment | None) -> str:
    if stated is None:
        return words
    return _("%(words)s (stand %(day)s)") % {"words": words, "day": moments.shown(*stated)}


def is_under_way(study: Study, today: date | None = None) -> bool:
    """Tell whether the results of a study are still to come: their planned end lies ahead."""
    return study.stage != StudyStage.PUBLISHED and study.due is not None and not _is_late(study, today)


def _is_late(study: Study, today: date | None) -> bool:
    return moments.has_passed(study.due, study.due_precision, today)


def research_state(study: Study, today: date | None = None) -> str:
    """Say how far a study is: “Onderzoek loopt” only while its planned end lies ahead."""
    if study.stage == StudyStage.PUBLISHED:
        return str(StudyStage.PUBLISHED.label)
    interim = study.stage == StudyStage.INTERIM
    if study.due is None or study.due_precision is None:
        return _with_day(_without_end(study), source_day(study))
    due = {"day": moments.shown(study.due, min(study.due_precision, DatePrecision.MONTH))}
    if _is_late(study, today):
        late = _("Onderzoek liep; eindrapport was verwacht in %(day)s")
        return (_("Tussenrapport verschenen; eindrapport was verwacht in %(day)s") if interim else late) % due
    ahead = _("Onderzoek loopt; eindrapport verwacht in %(day)s")
    return (_("Tussenrapport verschenen; eindrapport verwacht in %(day)s") if interim else ahead) % due


def _without_end(study: Study) -> str:
    if study.stage == StudyStage.INTERIM:
        return str(StudyStage.INTERIM.label)
    return _("Plan voor onderzoek") if study.source.kind == SourceKind.SUBMISSION else _("Onderzoek liep")


def verdict_words(verdict: Verdict, studies: Collection[Study], today: date | None = None) -> str:
    """Say a verdict in words that claim no more than is known on this day; `studies` are those of its record."""
    if verdict.direction == Direction.ONGOING and (telling := _telling(studies, today)):
        return research_state(telling, today)
    if verdict.part_study_count and not studies:
        text = ngettext(
            "Zie de delen: %(number)s onderzoek", "Zie de delen: %(number)s onderzoeken", verdict.part_study_count
        )
        return text % {"number": verdict.part_study_count}
    return str(Direction(verdict.direction).label)


def _telling(studies: Iterable[Study], today: date | None) -> Study | None:
    """Choose the unfinished study that says most: one that lies ahead, else the last that was expected."""
    unfinished = [study for study in studies if study.stage != StudyStage.PUBLISHED]
    return max(unfinished, key=lambda study: (is_under_way(study, today), study.due or date.min), default=None)


def level_words(printed: str) -> str:
    """Write a level as it is printed: “2–3”; a printed 0 says what it means."""
    return _("0, geen onderzoek") if printed == "0" else as_printed(printed)
