"""What changed in the catalogue, in batches: the versions that were made at one moment for one reason."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from evidence.choices import EditorialState
from evidence.models import Intervention, RecordVersion


@dataclass(frozen=True, slots=True)
class Batch:
    """Versions that were made together: `new` records first described, `changed` ones described anew."""

    created: datetime
    note: str
    new: list[Intervention]
    changed: list[Intervention]


def batches() -> list[Batch]:
    """Return every batch of published records, the newest first."""
    versions = (
        RecordVersion.objects.filter(intervention__editorial_state=EditorialState.PUBLISHED)
        .select_related("intervention")
        .defer("snapshot")
        .order_by("-created", "intervention__sort_name")
    )
    found: dict[tuple[datetime, str], Batch] = {}
    for version in versions:
        note = version.note_en if get_language() == "en" else version.note_nl
        batch = found.setdefault((version.created, note), Batch(version.created, note, [], []))
        (batch.new if version.number == 1 else batch.changed).append(version.intervention)
    return list(found.values())


@require_safe
def change_list(request: HttpRequest) -> HttpResponse:
    return render(request, "public/changes.html", {"batches": batches()})
