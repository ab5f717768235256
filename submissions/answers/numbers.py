"""Whole numbers and amounts as people write them: “1.200”, “1 200”, “€ 1.200,-”."""

import re
from typing import Any

from django.utils.translation import gettext as _

WHOLE = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(?:[. \u00a0\u202f'][0-9]{3}){1,4}")
COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}")
"""Thousands as English writes them; a Dutch amount never has three digits behind its comma."""


def whole(text: str) -> int:
    """Read a whole number; raises ValueError."""
    text = text.strip()
    if WHOLE.fullmatch(text) or COMMAS.fullmatch(text):
        return int(re.sub(r"[^0-9]", "", text))
    raise ValueError(_("Vul een heel getal in met cijfers, zoals 1200."))


def euros(text: str) -> int:
    """Read an amount in whole euros; raises ValueError, also when it has cents."""
    amount = re.sub(r"^(?:€|eur(?:o)?\b)\s*|\s*(?:€|\beuro?)$", "", text.strip(), flags=re.IGNORECASE)
    amount = re.sub(r"\s*[,.](?:-{1,2}|–|—|=|00)$", "", amount)
    try:
        return whole(amount)
    except ValueError:
        raise ValueError(_("Vul een bedrag in hele euro's in, zoals 1200 of € 1.200.")) from None


def of_cell(cell: Any) -> str:
    """Return the text of a cell; a whole number without its “.0”."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
