"""A field of a form, as templates/components/field.html draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Option = tuple[str, str, bool]
"""What can be chosen: its value, its label, and whether it is chosen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field as it is drawn.

    `was` names the stored answer that it shows, `theirs` says what someone else saved meanwhile.
    """

    name: str
    id: str
    label: str
    kind: str
    needed: bool
    help: str = ""
    example: str = ""
    value: Any = ""
    errors: Sequence[str] = ()
    options: Sequence[Option] = ()
    largest: int = 0
    groups: Sequence[tuple[str, list[Option]]] = ()
    was: str = ""
    theirs: Sequence[str] | None = None
