"""The facets of the list of lessons."""

from functools import cached_property

from evidence.choices import LessonKind, SchemeCode
from evidence.facets.index import FacetIndex, FacetOption, Options, constant, constants, label_of
from evidence.filters.lessons import LessonFilter
from evidence.models import Lesson, Source
from evidence.vocabulary import Vocabulary

SCHEME_OF = {"addressee": SchemeCode.PARTY, "buildingBlock": SchemeCode.BUILDING_BLOCK}


class LessonIndex(FacetIndex):
    """For every parameter and code, the public lessons that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary, Lesson.objects.of_published().values_list("pk", flat=True))
        rows = list(Lesson.objects.values_list("pk", "kind", "source__slug"))
        self.add("kind", ((pk, kind) for pk, kind, _source in rows))
        self.add("source", ((pk, source) for pk, _kind, source in rows))
        carried = Lesson.terms.through.objects.filter(term__scheme__code__in=SCHEME_OF.values())
        self.add_terms(SCHEME_OF, carried.values_list("lesson", "term"))

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order."""
        options = {
            "kind": constants(LessonKind.choices),
            **{parameter: self._terms(scheme) for parameter, scheme in SCHEME_OF.items()},
            "source": constants(Source.objects.of_published().values_list("slug", "title")),
        }
        return {
            (parameter, ""): (constant(LessonFilter.base_filters[parameter].label), values)
            for parameter, values in options.items()
        }

    def _terms(self, scheme: str) -> list[FacetOption]:
        return [FacetOption(term.code, label_of(term)) for term in self.vocabulary.terms.get(scheme, {}).values()]
