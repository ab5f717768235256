"""What to keep when several people answer the same questions.

A form carries, for each of its questions, a digest of the answer that it showed (`was-<code>`). Against what is stored
now, that says who changed what since, question by question:

* only the visitor: the visitor's answer is kept;
* only someone else: theirs stays, the visitor never touched it;
* both, differently: *contested*. Neither is written; the page shows both and the visitor chooses (`keep-<code>`: mine
  or theirs).

So two colleagues on different pages, or on different questions of one page, never notice each other,
and no answer is lost.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge:
    """What can be written, and per contested question what is stored now."""

    safe: dict[str, Any]
    contested: dict[str, Any]


def digest(value: Any) -> str:
    """Name an answer, so that a form can say which one it showed."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:24]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownAnswers:
    """What a posted form says about the answers that it showed."""

    was: Mapping[str, str]
    chosen: Mapping[str, str]
    contested: frozenset[str]

    @classmethod
    def read(cls, posted: QueryDict, otherwise: Mapping[str, str]) -> "ShownAnswers":
        """Read it. `otherwise` names, per question, the answer that the form showed if it does not say so itself."""
        was = {code: posted.get(f"was-{code}") or name for code, name in otherwise.items()}
        chosen = {code: posted.get(f"keep-{code}", "") for code in was}
        contested = frozenset(str(code) for code in posted.getlist("contested"))
        return cls(was=was, chosen=chosen, contested=contested)


def merge(form: ShownAnswers, mine: Mapping[str, Any], stored: Mapping[str, Any]) -> Merge:
    """Decide per answered question. Ask again with what is stored by then when someone saved in between."""
    result = Merge(safe={}, contested={})
    for code, value in mine.items():
        theirs = stored.get(code)
        if value == theirs:
            continue
        if form.was[code] == digest(theirs):
            _settle(form, code, value, theirs, result)
        elif form.was[code] != digest(value):
            result.contested[code] = theirs
    return result


def _settle(form: ShownAnswers, code: str, value: Any, theirs: Any, result: Merge) -> None:
    """Nobody else changed this since the form showed it; if it was contested, the visitor says which one stays."""
    if code in form.contested and form.chosen[code] not in (MINE, THEIRS):
        result.contested[code] = theirs
    elif code not in form.contested or form.chosen[code] == MINE:
        result.safe[code] = value
