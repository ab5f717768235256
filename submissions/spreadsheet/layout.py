"""Where what stands in the workbook; writing and reading agree here."""

from submissions.choices import Kind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_FILE = 2_000_000
"""The most bytes of a workbook that is read."""

CODE, TOPIC, QUESTION, HELP, ANSWER = range(1, 6)
"""The columns, counted from 1."""
ANSWER_LETTER = "E"
HEADER = "code"
"""What the code column says above the first question; everything above it is explanation."""
VERSION = 1


def mark(kind: Kind) -> str:
    """Return what the first cell says: that this is our workbook, its version, and what it asks about."""
    return f"werkwijs {VERSION} {Kind(kind).value}"
