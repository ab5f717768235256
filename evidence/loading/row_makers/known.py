"""What exists already while tables are read, by its code."""

from typing import Any


class Known:
    """What exists already, by its code; a line may refer to it."""

    def __init__(self) -> None:
        self.sources: dict[str, Any] = {}
        self.countries: dict[str, Any] = {}
        self.schemes: dict[str, Any] = {}
        self.terms: dict[str, Any] = {}
        self.organisations: dict[str, Any] = {}
        self.interventions: dict[str, Any] = {}
        self.provisions: dict[str, Any] = {}
        self.studies: dict[str, Any] = {}
        self.lessons: dict[str, Any] = {}

    def terms_of(self, scheme: str) -> dict[str, Any]:
        """Return the terms of one scheme by their bare code."""
        return {code.partition(":")[2]: term for code, term in self.terms.items() if code.startswith(f"{scheme}:")}
