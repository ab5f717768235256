"""The numbered advice of a source: recommendations and points of attention."""

from typing import NamedTuple

from catalogue.lessons import Line, line, shown


class Advice(NamedTuple):
    """What the source says at one number: first the advice itself, then how it goes on."""

    number: int
    first: Line
    rest: list[Line]


def numbered(source: str, begins: str) -> list[Advice]:
    """Return the advice of a source whose places are `begins` and a number: “Aanbeveling 3”.

    The lessons of a source stand in the order of the document, so the first at a number is the advice itself.
    """
    rows: dict[int, list[Line]] = {}
    for lesson in shown().filter(source__slug=source, locator__startswith=begins).order_by("pk"):
        number = lesson.locator.removeprefix(begins)
        if number.isdecimal():
            rows.setdefault(int(number), []).append(line(lesson))
    return [Advice(number, first, rest) for number, (first, *rest) in sorted(rows.items())]
