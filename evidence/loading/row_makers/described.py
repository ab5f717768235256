"""What an intervention and a provision both have."""

from typing import Any

from evidence import analysis
from evidence.choices import LifeStatus, Scope
from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, known_moment
from evidence.loading.row_makers.known import Known


def described(line: FixtureLine, known: Known) -> dict[str, Any]:
    """Read what an intervention and a provision both have: names, summary, country, place, reach and life."""
    name = line.text("name", required=True)
    start, end = known_moment(line, "start"), known_moment(line, "end")
    if start["start"] and end["end"] and end["end"] < start["start"]:
        line.fault("end", "lies before the start")
    return {
        "name": name,
        "sort_name": " ".join(analysis.words(name)),
        "language": line.text("language", required=True),
        **in_both(line, "name", required=True),
        **in_both(line, "summary", "status_note"),
        "aliases": line.items("aliases"),
        "country": line.one("country", known.countries),
        "place": line.text("place"),
        "scope": line.text("scope") or Scope.UNKNOWN.value,
        "status": line.text("status") or LifeStatus.UNKNOWN.value,
        **start,
        **end,
        "places": places(line),
    }


def places(line: FixtureLine) -> dict[str, str]:
    """Read where single facts of a record stand."""
    stated = line.cells.get("places", {})
    if not isinstance(stated, dict) or not all(_is_place(where) for where in stated.values()):
        line.fault("places", "must map a key of the record to a place")
        return {}
    given = {_without_language(key) for key in line.cells}
    for key in stated.keys() - given - line.cells.keys():
        line.fault("places", f"“{key}” is not given in this record")
    return {_without_language(key): where for key, where in stated.items()}


def _is_place(where: Any) -> bool:
    return isinstance(where, str) and bool(where.strip()) and "\0" not in where


def _without_language(key: str) -> str:
    return key.removesuffix("_nl").removesuffix("_en")
