"""What may stand in the body of a request: declared once, checked and described from that."""

from typing import Any, NamedTuple

from api.parsers import MOST_FAULTS, pointer
from api.problems import Fault

SORTS: dict[str, tuple[type, str]] = {
    "string": (str, "een tekst"),
    "boolean": (bool, "true of false"),
    "object": (dict, "een object"),
}


class Member(NamedTuple):
    """One member: its sort in the words of JSON Schema, what it means (in Dutch), and its limits."""

    sort: str
    text: str
    needed: bool = False
    codes: tuple[str, ...] = ()
    largest: int = 0

    def fault(self, value: Any) -> tuple[str, str] | None:
        """Say what is wrong with a value, and the word for machines; None when nothing is."""
        kind, name = SORTS[self.sort]
        if not isinstance(value, kind):
            return f"Dit moet {name} zijn.", "wrong-type"
        if self.codes and value not in self.codes:
            return f"Kies uit: {', '.join(self.codes)}.", "unknown-code"
        if self.largest and len(value) > self.largest:
            what = "tekens" if kind is str else "antwoorden"
            return f"Ten hoogste {self.largest} {what}.", "too-long"
        return None

    @property
    def schema(self) -> dict[str, Any]:
        """Describe it as JSON Schema, the way OpenAPI 3.0 has it. What need not be there may also be null."""
        described: dict[str, Any] = {"type": self.sort, "description": self.text}
        if self.codes:
            described["enum"] = [*self.codes] if self.needed else [*self.codes, None]
        if self.largest:
            described["maxLength" if self.sort == "string" else "maxProperties"] = self.largest
        return described if self.needed else {**described, "nullable": True}


class Body(NamedTuple):
    """The members that a body may have."""

    members: dict[str, Member]

    def faults(self, body: dict[str, Any]) -> list[Fault]:
        """List everything that is wrong with a body: members that do not exist, that are missing, or that hold
        something else.
        """
        unknown = [name for name in body if name not in self.members][:MOST_FAULTS]
        faults = [Fault("", "Dit veld bestaat hier niet.", "unknown-member", pointer(name)) for name in unknown]
        for name, member in self.members.items():
            if body.get(name) is None:
                found = ("Dit veld is nodig.", "required") if member.needed else None
            else:
                found = member.fault(body[name])
            if found:
                faults.append(Fault("", *found, pointer(name)))
        return faults

    @property
    def needed(self) -> list[str]:
        """Name the members that must be there."""
        return [name for name, member in self.members.items() if member.needed]

    @property
    def schema(self) -> dict[str, Any]:
        """Describe it as JSON Schema, the way OpenAPI 3.0 has it."""
        properties = {name: member.schema for name, member in self.members.items()}
        described = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**described, "required": self.needed} if self.needed else described
