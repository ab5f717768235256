"""What one may ask of the list of lessons."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from evidence.choices import LessonKind, SchemeCode
from evidence.filters import base
from evidence.models import Intervention, Lesson, SearchDocument, Source


def lesson_terms(scheme: str, label: base.Label) -> base.CodesFilter:
    """Make a filter on the terms of one scheme that a lesson carries."""

    def with_terms(filterset, queryset, codes):
        return queryset.filter(terms__in=filterset.vocabulary.within(scheme, codes)).distinct()

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), with_terms, label)


class LessonFilter(base.ListFilter):
    """The list of lessons."""

    subject = SearchDocument.Subject.LESSON
    visible = Lesson.objects.of_published
    orders: ClassVar = {
        "source": ("source_id", "pk"),
        "relevance": ("source_id", "pk"),
        "kind": ("kind", "source_id", "pk"),
    }

    search = base.search_filter()
    kind = base.choices_filter("kind", LessonKind, _("Soort les"))
    addressee = lesson_terms(SchemeCode.PARTY, _("Voor wie de les is"))
    building_block = lesson_terms(SchemeCode.BUILDING_BLOCK, _("Bouwsteen"))
    intervention = base.slugs_filter("interventions", Intervention.objects.published, _("Interventie"))
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
