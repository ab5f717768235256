"""The versions of a record in words: when, why, and which parts changed."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from evidence.models import RecordVersion

PARTS = {
    "name": _("naam"), "name_nl": _("naam"), "name_en": _("naam"), "aliases": _("naam"),
    "summary_nl": _("samenvatting"), "summary_en": _("samenvatting"),
    "country_id": _("land"), "further_countries": _("land"), "place": _("plaats"),
    "kind": _("soort"), "scope": _("werkgebied"), "scale": _("schaal"),
    "status": _("status"), "status_note_nl": _("status"), "status_note_en": _("status"),
    "start_text": _("looptijd"), "end_text": _("looptijd"), "participants": _("deelnemers"),
    "editorial_state": _("publicatie"), "locator": _("plaats in de bron"), "source": _("bron"),
    "sms_highest": _("hoogste niveau"), "part_of": _("deel van"),
    "classifications": _("indeling"), "organisations": _("partners"), "studies": _("onderzoek"),
    "findings": _("uitkomsten"), "figures": _("cijfers"), "lessons": _("lessen"),
    "experiences": _("ervaringen"), "passages": _("beschrijving"),
    "amendments": _("aanvulling van een organisatie"), "as_of": _("status"), "duration": _("duur"),
    "intensity_nl": _("duur"), "intensity_en": _("duur"), "headline": _("belangrijkste uitkomst"),
    "blanks": _("lege plekken"), "unnamed_parties": _("partners"), "provisions": _("regelingen"),
}  # fmt: skip
"""What the parts of a snapshot (evidence.snapshots) are called on a page."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A state of the description: when, why, and which parts changed."""

    number: int
    created: datetime
    note: str
    changed: str


def version_line(version: RecordVersion) -> VersionLine:
    """Write a version; parts are named as the snapshot names them, in words."""
    named = dict.fromkeys(str(PARTS.get(part, part)) for part in version.changed)
    note = version.note_en if get_language() == "en" else version.note_nl
    return VersionLine(version.number, version.created, note, ", ".join(named))
