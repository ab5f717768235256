"""The numbered advice of a source: recommendations and points of attention."""

from dataclasses import dataclass

from catalogue.public.lessons.lines import LessonLine, lesson_line, shown_lessons


@dataclass(frozen=True, slots=True)
class Advice:
    """What the source says at one number: first the advice itself, then how it goes on."""

    number: int
    first: LessonLine
    rest: list[LessonLine]


def numbered(source: str, begins: str) -> list[Advice]:
    """Return the advice of a source whose places are `begins` and a number: “Aanbeveling 3”.

    The lessons of a source stand in the order of the document, so the first at a number is the advice itself.
    """
    rows: dict[int, list[LessonLine]] = {}
    for lesson in shown_lessons().filter(source__slug=source, locator__startswith=begins).order_by("pk"):
        number = lesson.locator.removeprefix(begins)
        if number.isdecimal():
            rows.setdefault(int(number), []).append(lesson_line(lesson))
    return [Advice(number, first, rest) for number, (first, *rest) in sorted(rows.items())]
