"""Why fields of a record are blank."""

from evidence.choices import BLANK_FIELDS, Blank
from evidence.loading.reading import FixtureLine

KEYS_OF_A_BLANK = {
    "summary": ("summary_nl", "summary_en"),
    "participants": ("participants",),
    "place": ("place",),
    "start": ("start",),
    "end": ("end",),
    "status": ("status",),
    "duration": ("duration_min", "duration_max"),
}
"""The keys of a record that hold a field that can be blank; the other fields stand in tables."""


def blanks(line: FixtureLine) -> dict[str, str]:
    """Read why fields are blank, as a reader found it in the source."""
    stated = line.cells.get("blanks", {})
    if not isinstance(stated, dict):
        line.fault("blanks", "must map a field to the reason why it is blank")
        return {}
    for field, reason in stated.items():
        if field not in BLANK_FIELDS:
            line.fault("blanks", f"“{field}” is no field that can be blank: {', '.join(sorted(BLANK_FIELDS))}")
        elif reason not in Blank.values:
            line.fault("blanks", f"“{reason}” is no reason: {', '.join(Blank.values)}")
        elif any(line.cells.get(key) not in (None, "", "unknown") for key in KEYS_OF_A_BLANK.get(field, ())):
            line.fault("blanks", f"“{field}” is said to be blank, and is given")
    return dict(stated)
