"""Text that exists in Dutch and in English."""

from django.utils.translation import get_language


class Bilingual:
    """Read `<field>_nl` or `<field>_en` by the active language; what is missing in one is given in the other.

    >>> class Term: label = Bilingual("label")
    """

    def __init__(self, field: str) -> None:
        self.field = field

    def __get__(self, row, owner=None):
        """Return the text in the active language, or in the other language when it is empty."""
        if row is None:
            return self
        dutch, english = getattr(row, f"{self.field}_nl"), getattr(row, f"{self.field}_en")
        return (english or dutch) if get_language() == "en" else (dutch or english)
