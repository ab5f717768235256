"""How many lessons each further choice would leave: the rule of `facets`, over another noun.

A facet ignores its own selection and follows all others. What remains is always asked of `LessonFilter`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from evidence.choices import LessonKind
from evidence.facets import Facet, Value
from evidence.filters.lessons import LessonFilter
from evidence.models import Lesson, Source
from evidence.vocabulary import Vocabulary

SCHEME_OF = {"addressee": "party", "buildingBlock": "building-block"}


def _members(vocabulary: Vocabulary) -> dict[str, dict[str, set[int]]]:
    """Read, for every parameter and code, the lessons that have it; a narrower term counts for its broader one."""
    members: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for pk, kind, source in Lesson.objects.values_list("pk", "kind", "source__slug"):
        members["kind"][kind].add(pk)
        members["source"][source].add(pk)
    parameter_of = {scheme: parameter for parameter, scheme in SCHEME_OF.items()}
    carried = Lesson.terms.through.objects.filter(term__scheme__code__in=parameter_of)
    for pk, term_pk in carried.values_list("lesson", "term"):
        for term in vocabulary.path(vocabulary.by_pk(term_pk)):
            members[parameter_of[term.scheme.code]][term.code].add(pk)
    return members


def _options(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    """Name every parameter with its codes and their labels, in order."""
    yield "kind", LessonKind.choices
    for parameter, scheme in SCHEME_OF.items():
        yield parameter, [(term.code, term.label) for term in vocabulary.terms.get(scheme, {}).values()]
    yield "source", Source.objects.of_published().values_list("slug", "title")


def count(filterset: LessonFilter) -> list[Facet]:
    """Count every value of every facet under the current selection.

    One extra list per facet in which something was chosen; none for the others.
    """
    asked = filterset.form.cleaned_data if filterset.is_valid() else {}
    members = _members(filterset.vocabulary)
    everywhere = set(filterset.ids)
    facets = []
    for parameter, options in _options(filterset.vocabulary):
        chosen = set(asked.get(parameter) or ())
        left = _ids_without(filterset, parameter) if chosen else everywhere
        values = [
            Value(code, str(label), len(members[parameter][code] & left), code in chosen, 0) for code, label in options
        ]
        facets.append(Facet(parameter, "", str(filterset.filters[parameter].label), values))
    return facets


def _ids_without(filterset: LessonFilter, parameter: str) -> set[int]:
    rest = filterset.data.copy()
    del rest[parameter]
    return set(LessonFilter(rest).ids)
