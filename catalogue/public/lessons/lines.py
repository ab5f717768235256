"""A lesson as a page shows it, and lessons put together by what they have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.links import Link, list_address
from evidence.choices import LessonKind, SchemeCode
from evidence.models import Intervention, Lesson, Provision, Source, Term

PARTY = SchemeCode.PARTY
BUILDING_BLOCK = SchemeCode.BUILDING_BLOCK

HEADINGS = {
    LessonKind.RECOMMENDATION: gettext_lazy("Aanbevelingen"),
    LessonKind.WORKING_ELEMENT: gettext_lazy("Werkzame elementen"),
    LessonKind.CONDITION: gettext_lazy("Voorwaarden"),
    LessonKind.BARRIER: gettext_lazy("Belemmeringen"),
    LessonKind.APPLICABILITY: gettext_lazy("Toepasbaarheid in Nederland"),
    LessonKind.ADAPTATION: gettext_lazy("Aanpassingen voor Nederland"),
    LessonKind.INSIGHT: gettext_lazy("Inzichten"),
    LessonKind.METHOD: gettext_lazy("Zo is het onderzocht"),
}
"""The kinds in the order of a page: first what one can do, then what it needs, what hinders, and what else was seen."""
ORDER = {str(kind): position for position, kind in enumerate(HEADINGS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonLine:
    """What a page prints of one lesson. `addressees` and `blocks` lead to what else there is for them.

    A recommendation may have a `number` and addressees `as_printed`; a main one leads to its `parts`, a part to its
    `whole`.
    """

    anchor: str
    text: str
    kind: str
    source: Source
    locator: str
    addressees: list[Link]
    blocks: list[Link]
    interventions: list[Intervention]
    provisions: list[Provision]
    number: str
    as_printed: str
    whole: Link | None
    parts: str


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """Lessons under one heading."""

    anchor: str
    heading: str
    lines: list[LessonLine]


def terms_in(lesson: Lesson, scheme: str) -> list[Term]:
    """Return the terms of one scheme that a lesson carries."""
    return [term for term in lesson.terms.all() if term.scheme.code == scheme]


def shown_lessons() -> QuerySet[Lesson]:
    """Return the lessons that the public may see, with what a line prints."""
    parts = Lesson.objects.filter(part_of=OuterRef("pk"))
    return Lesson.objects.of_published().with_lines().annotate(has_parts=Exists(parts))


def lessons_on(*schemes: str) -> list[Lesson]:
    """Fetch the lessons that carry a term of one of these schemes, in the order of the source."""
    carrying = Lesson.terms.through.objects.filter(term__scheme__code__in=schemes).values("lesson")
    return list(shown_lessons().filter(pk__in=carrying))


def about_all(lessons: Iterable[Lesson], scheme: str, terms: Iterable[Term]) -> list[Lesson]:
    """Return the lessons that are about every term of a scheme at once.

    They open the page instead of filling each part.
    """
    every = {term.code for term in terms}
    return [
        lesson for lesson in lessons if len(every) > 1 and {term.code for term in terms_in(lesson, scheme)} == every
    ]


def count_by_term(scheme: str) -> Counter[tuple[int, str]]:
    """Count the lessons of every term of a scheme, by primary key of the term and kind of lesson."""
    carried = Lesson.terms.through.objects.filter(term__scheme__code=scheme, lesson__in=Lesson.objects.of_published())
    return Counter(carried.values_list("term", "lesson__kind"))


def lesson_line(lesson: Lesson) -> LessonLine:
    """Write a lesson that was fetched with `shown_lessons`."""
    return LessonLine(
        anchor=f"lesson-{lesson.slug}",
        text=lesson.text,
        kind=lesson.get_kind_display(),
        source=lesson.source,
        locator=lesson.locator,
        addressees=[
            Link(list_address("lesson-list", {"addressee": term.code}), term.label) for term in terms_in(lesson, PARTY)
        ],
        blocks=[
            Link(reverse("building-block-detail", args=[term.code]), term.label)
            for term in terms_in(lesson, BUILDING_BLOCK)
        ],
        interventions=list(lesson.interventions.all()),
        provisions=list(lesson.provisions.all()),
        number=lesson.number,
        as_printed=lesson.addressees,
        whole=_whole(lesson),
        parts=list_address("lesson-list", {"partOf": lesson.slug}) if getattr(lesson, "has_parts", False) else "",
    )


def _whole(lesson: Lesson) -> Link | None:
    """Lead from a part to the numbered recommendation on the page of its source; without a number, which that page
    does not have, say what it recommends and lead to its parts.
    """
    whole = lesson.part_of
    if whole is None:
        return None
    if not (whole.main and whole.number):
        return Link(list_address("lesson-list", {"partOf": whole.slug}), f"“{whole.text}”")
    address = reverse("source-detail", args=[lesson.source.slug])
    return Link(f"{address}#lesson-{whole.slug}", _("aanbeveling %(number)s") % {"number": whole.number})


def lesson_lines(lessons: Iterable[Lesson]) -> list[LessonLine]:
    """Write lessons, what one can do first."""
    return [lesson_line(lesson) for lesson in sorted(lessons, key=lambda lesson: ORDER[lesson.kind])]


def lessons_by_kind(lessons: Iterable[Lesson]) -> list[LessonGroup]:
    """Put lessons under the headings of their kinds."""
    rows: dict[str, list[LessonLine]] = defaultdict(list)
    for lesson in lessons:
        rows[lesson.kind].append(lesson_line(lesson))
    return [LessonGroup(kind, str(heading), rows[kind]) for kind, heading in HEADINGS.items() if rows[kind]]


def by_term(lessons: Iterable[Lesson], scheme: str) -> dict[str, list[Lesson]]:
    """Give each term of a scheme, by its code, the lessons that carry it; the empty code has those without any."""
    rows: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        for code in [term.code for term in terms_in(lesson, scheme)] or [""]:
            rows[code].append(lesson)
    return rows


def by_addressee(lessons: Iterable[Lesson], parties: Iterable[Term]) -> list[LessonGroup]:
    """Put lessons under each party they are for, in the order of the parties; those for everyone come last."""
    rows = by_term(lessons, PARTY)
    named = [
        LessonGroup(party.code, party.label, lesson_lines(rows[party.code])) for party in parties if party.code in rows
    ]
    return [*named, *([LessonGroup("everyone", str(_("Voor iedereen")), lesson_lines(rows[""]))] if "" in rows else [])]
