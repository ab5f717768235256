"""What a published record looked like, and what differs from the time before (docs/adr/0002)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from evidence.models import Experience, Figure, Finding, Intervention, RecordVersion

PLAIN = (
    "name", "name_nl", "name_en", "aliases", "summary_nl", "summary_en", "country_id", "place", "kind", "scope",
    "scale", "status", "status_note_nl", "status_note_en", "start_text", "end_text", "participants", "editorial_state",
    "locator", "sms_highest", "intensity_nl", "intensity_en", "blanks",
)  # fmt: skip
SAID = (
    "statement_nl", "statement_en", "qualifier", "unit", "comparator_nl", "comparator_en", "printed_nl", "printed_en",
    "note_nl", "note_en", "locator",
)  # fmt: skip
TOLD = (
    "place", "start_text", "end_text", "entered", "left", "in_work_after_6_months", "in_work_after_12_months",
    "in_work_after_24_months", "cost_in_euro", "satisfaction", "match", "adaptations", "lessons_learned",
    "would_do_again", "why_stopped",
)  # fmt: skip


def snapshot(intervention: Intervention) -> dict[str, Any]:
    """Return a record with all its facts as plain values, in a fixed order; from rows fetched with `for_records`."""
    return {
        **{field: getattr(intervention, field) for field in PLAIN},
        "source": intervention.source.slug,
        "as_of": intervention.as_of_text,
        "duration": _duration(intervention),
        "headline": intervention.headline.code if intervention.headline else None,
        "part_of": intervention.part_of.slug if intervention.part_of else None,
        "further_countries": sorted(country.code for country in intervention.further_countries.all()),
        "classifications": sorted(
            f"{row.term.scheme.code}:{row.term.code} ({row.source.slug}, {row.locator})"
            for row in intervention.classifications.all()
        ),
        "organisations": sorted(f"{row.organisation.slug} ({row.role})" for row in intervention.participations.all()),
        "unnamed_parties": {f"{row.name_nl} ({row.role})": row.name_en for row in intervention.unnamed_parties.all()},
        "provisions": sorted(provision.slug for provision in intervention.provisions.all()),
        "studies": sorted(f"{study.slug} ({study.sms_printed})" for study in intervention.studies.all()),
        "findings": {
            row.slug: [*_measured(row), row.direction, row.months_after, row.study_inferred]
            for row in intervention.findings.all()
        },
        "figures": {row.slug: _measured(row) for row in intervention.figures.all()},
        "lessons": {row.slug: [row.text_nl, row.text_en] for row in intervention.lessons.all()},
        "passages": {
            f"{row.topic} ({row.source.slug})": [row.text_nl, row.text_en] for row in intervention.passages.all()
        },
        "amendments": {row.fact: [row.source.slug, row.before] for row in intervention.amendments.all()},
        "experiences": {row.source.slug: _told(row) for row in intervention.experiences.all()},
    }


def _measured(row: Finding | Figure) -> list[Any]:
    """Return what a finding or a figure says, in words and in numbers, and where it stands."""
    said = [getattr(row, field) for field in SAID]
    return [*said, *(_plain(number) for number in (row.value, row.value_max, row.comparator_value))]


def _told(experience: Experience) -> dict[str, Any]:
    return {"organisation": experience.organisation.slug} | {field: getattr(experience, field) for field in TOLD}


def _duration(intervention: Intervention) -> list[int | None]:
    months = [intervention.duration_min, intervention.duration_max]
    return months if any(month is not None for month in months) else []


def _plain(number) -> str | None:
    return None if number is None else str(number.normalize())


def _differs(before: Any, now: Any) -> bool:
    """Tell whether a part differs. Older snapshots hold lessons by name, experiences as a number, and fewer parts."""
    if before is None and now in ("", [], {}):
        return False
    if isinstance(now, dict) and not isinstance(before, dict):
        return sorted(now) != (before or [])
    return before != now


def record(interventions: Iterable[Intervention], *, note_nl: str, note_en: str, at: datetime) -> set[int]:
    """Keep a new version of every record that differs from its last one; return which. Call inside a transaction."""
    fresh = []
    for intervention in interventions:
        now = snapshot(intervention)
        last = max(intervention.versions.all(), key=lambda version: version.number, default=None)
        changed = sorted(part for part in now if last is None or _differs(last.snapshot.get(part), now[part]))
        if changed:
            fresh.append(
                RecordVersion(
                    intervention=intervention,
                    number=last.number + 1 if last else 1,
                    snapshot=now,
                    changed=changed if last else [],
                    note_nl=note_nl,
                    note_en=note_en,
                    created=at,
                )
            )
    RecordVersion.objects.bulk_create(fresh, batch_size=200)
    touched = {version.intervention_id for version in fresh}
    Intervention.objects.filter(pk__in=touched).update(modified=at)
    return touched
