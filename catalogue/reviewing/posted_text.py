"""A text that an editor typed, as it arrives in a form."""

from django.http import QueryDict


def posted_text(posted: QueryDict, name: str) -> str:
    """Read a text with the line ends of this system; a NUL, which nobody types and no database keeps, is left out."""
    return posted.get(name, "").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
