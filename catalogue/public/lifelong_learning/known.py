"""What the sources say of a stage of lifelong learning: lessons, figures and approaches, each with whom it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from catalogue.public.lessons.lines import LessonLine, lesson_line, lessons_on
from catalogue.public.source_rows import FigureRow, figure_row
from evidence.choices import SchemeCode
from evidence.models import Classification, Figure, Intervention, Term
from evidence.vocabulary import Vocabulary

STAGE = SchemeCode.LLO_STAGE
GROUP = SchemeCode.TARGET_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One thing that is known: a lesson, a figure or an approach. `groups` are codes; a narrower group counts for a
    broader one.
    """

    stages: frozenset[str]
    groups: frozenset[str]
    lesson: LessonLine | None = None
    figure: FigureRow | None = None
    approach: Intervention | None = None


def everything_known(vocabulary: Vocabulary) -> list[Known]:
    """Return all that any source says of a stage, in a fixed number of queries."""
    return [*_lessons(vocabulary), *_figures(vocabulary), *_approaches(vocabulary)]


def _lessons(vocabulary: Vocabulary) -> Iterable[Known]:
    for row in lessons_on(STAGE):
        stages, groups = _about(vocabulary, row.terms.all())
        yield Known(stages=stages, groups=groups, lesson=lesson_line(row))


def _figures(vocabulary: Vocabulary) -> Iterable[Known]:
    for row in Figure.objects.of_published().filter(terms__scheme__code=STAGE).distinct().with_facts():
        stages, groups = _about(vocabulary, row.terms.all())
        yield Known(stages=stages, groups=groups, figure=figure_row(row))


def _approaches(vocabulary: Vocabulary) -> Iterable[Known]:
    terms = Classification.objects.filter(term__scheme__code__in=(STAGE, GROUP)).select_related("term__scheme")
    carrying = Classification.objects.filter(term__scheme__code=STAGE).values("intervention")
    rows = Intervention.objects.published().described().filter(pk__in=carrying)
    for row in rows.prefetch_related(Prefetch("classifications", terms)):
        stages, groups = _about(vocabulary, (classification.term for classification in row.classifications.all()))
        yield Known(stages=stages, groups=groups, approach=row)


def _about(vocabulary: Vocabulary, terms: Iterable[Term]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stages and the groups among some terms; a group with everything broader than it."""
    stages: set[str] = set()
    groups: set[str] = set()
    for term in terms:
        if term.scheme.code == STAGE:
            stages.add(term.code)
        elif term.scheme.code == GROUP:
            groups.update(broader.code for broader in vocabulary.path(vocabulary.by_pk(term.pk)))
    return frozenset(stages), frozenset(groups)
