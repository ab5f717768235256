"""The facets of the list of lessons."""

from functools import cached_property

from django.utils.translation import gettext_lazy as _

from evidence.choices import EditorialState, LessonKind, SchemeCode
from evidence.facets.index import (
    YES_AND_NO,
    FacetIndex,
    FacetOption,
    Label,
    Options,
    code_of_answer,
    constant,
    constants,
    name_of,
)
from evidence.filters.lessons import EVERYONE, SCHEME_OF, LessonFilter
from evidence.models import Country, Lesson, Source
from evidence.vocabulary import Vocabulary


class LessonIndex(FacetIndex):
    """For every parameter and code, the public lessons that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary, Lesson.objects.of_published().values_list("pk", flat=True))
        rows = list(Lesson.objects.values_list("pk", "kind", "main", "source__slug"))
        self.add("kind", ((pk, kind) for pk, kind, _main, _source in rows))
        self.add("main", ((pk, code_of_answer(main)) for pk, _kind, main, _source in rows))
        self.add("source", ((pk, source) for pk, _kind, _main, source in rows))
        carried = Lesson.terms.through.objects
        self.add_terms(SCHEME_OF, carried.values_list("lesson", "term"))
        named = set(carried.filter(term__scheme__code=SchemeCode.PARTY).values_list("lesson", flat=True))
        self.add("addressee", ((pk, EVERYONE) for pk in self.pks if pk not in named))
        self._add_countries()

    def _add_countries(self) -> None:
        """Note the countries of lessons: their own, or else those of the approaches they come from."""
        own = list(Lesson.countries.through.objects.values_list("lesson", "country"))
        with_own = {pk for pk, _country in own}
        shown = Lesson.interventions.through.objects.filter(
            intervention__editorial_state=EditorialState.PUBLISHED, intervention__country__isnull=False
        )
        self.add("country", own)
        pairs = shown.values_list("lesson", "intervention__country")
        self.add("country", ((pk, country) for pk, country in pairs if pk not in with_own))

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order. A term that no lesson has is left
        out.
        """
        countries = [FacetOption(row.code, name_of(row)) for row in Country.objects.all()]
        options = {
            "kind": constants(LessonKind.choices),
            "main": constants(zip(YES_AND_NO, (_("Ja"), _("Nee")), strict=True)),
            "country": [option for option in countries if self.members["country"].get(option.code)],
            "source": constants(Source.objects.of_published().values_list("slug", "title")),
        }
        terms = dict(self.term_facets(SCHEME_OF, grouped=("targetGroup",), only_used=True))
        label, addressees = terms.get(("addressee", ""), (constant(_("Voor wie de les is")), []))
        terms["addressee", ""] = (label, [*addressees, FacetOption(EVERYONE, constant(_("Voor iedereen")))])
        first, last = ("kind", "main"), ("country", "source")
        return {
            **{(parameter, ""): (self._label(parameter), options[parameter]) for parameter in first},
            **{
                (parameter, group): (label if group else self._label(parameter), values)
                for (parameter, group), (label, values) in terms.items()
            },
            **{(parameter, ""): (self._label(parameter), options[parameter]) for parameter in last},
        }

    @staticmethod
    def _label(parameter: str) -> Label:
        return constant(_("Land") if parameter == "country" else LessonFilter.base_filters[parameter].label)
