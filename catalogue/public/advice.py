"""The numbered recommendations of a source, each with how the source works it out."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from catalogue.public.lessons.lines import LessonLine, lesson_line, shown_lessons


@dataclass(frozen=True, slots=True)
class Advice:
    """What the source says at one number: first the recommendation itself, then its parts."""

    number: int
    first: LessonLine
    rest: list[LessonLine]


def numbered(source: str) -> list[Advice]:
    """Return the main recommendations of a source by their number, each with its parts in the order of the source."""
    lessons = shown_lessons().filter(Q(main=True) | Q(part_of__main=True), source__slug=source).order_by("pk")
    parts: dict[int | None, list[LessonLine]] = defaultdict(list)
    for lesson in lessons:
        parts[lesson.part_of_id].append(lesson_line(lesson))
    found = [
        Advice(int(lesson.number), lesson_line(lesson), parts[lesson.pk])
        for lesson in lessons
        if lesson.main and lesson.number.isdecimal()
    ]
    return sorted(found, key=lambda advice: advice.number)
