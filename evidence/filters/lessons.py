"""What one may ask of the list of lessons."""

from typing import ClassVar

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.choices import EditorialState, LessonKind, SchemeCode
from evidence.filters import base
from evidence.models import Country, Intervention, Lesson, Provision, SearchDocument, Source

EVERYONE = "everyone"
"""The addressee of a lesson that names none: it is for everyone."""
SCHEME_OF = {
    "addressee": SchemeCode.PARTY,
    "buildingBlock": SchemeCode.BUILDING_BLOCK,
    "targetGroup": SchemeCode.TARGET_GROUP,
    "type": SchemeCode.INTERVENTION_TYPE,
    "component": SchemeCode.COMPONENT,
    "successMeasure": SchemeCode.SUCCESS_MEASURE,
    "careerMoment": SchemeCode.CAREER_MOMENT,
    "sector": SchemeCode.SECTOR,
    "pillar": SchemeCode.PILLAR,
    "lloStage": SchemeCode.LLO_STAGE,
    "typology": SchemeCode.MIGRANT_TYPOLOGY,
    "funding": SchemeCode.FUNDING,
    "steering": SchemeCode.STEERING,
    "scalingCriterion": SchemeCode.SCALING_CRITERION,
    "scalingVariant": SchemeCode.SCALING_VARIANT,
    "environmentFactor": SchemeCode.ENVIRONMENT_FACTOR,
    "category": SchemeCode.TRAJECTORY_CATEGORY,
}
"""The parameters that ask for terms of lessons, and the scheme of each."""


def carrying(filterset: base.ListFilter, scheme: str, codes: list[str]) -> Exists:
    """Tell whether a lesson carries one of these terms, or something narrower."""
    carried = Lesson.terms.through.objects.filter(lesson=OuterRef("pk"))
    return Exists(carried.filter(term__in=filterset.vocabulary.within(scheme, codes)))


def lesson_terms(parameter: str, label: base.Label) -> base.CodesFilter:
    """Make a filter on the terms of the scheme of a parameter."""
    scheme = SCHEME_OF[parameter]

    def with_terms(filterset, queryset, codes):
        return queryset.filter(carrying(filterset, scheme, codes))

    return base.CodesFilter(lambda filterset: filterset.vocabulary.terms.get(scheme, {}), with_terms, label)


def for_addressees(filterset, queryset, codes):
    """Keep lessons for these parties; `everyone` asks for those that name no party."""
    scheme = SCHEME_OF["addressee"]
    asked = carrying(filterset, scheme, [code for code in codes if code != EVERYONE])
    to_any = Lesson.terms.through.objects.filter(lesson=OuterRef("pk"), term__scheme__code=scheme)
    return queryset.filter(asked | ~Exists(to_any) if EVERYONE in codes else asked)


def in_groups(filterset, queryset, codes):
    """Keep lessons about all groups asked: “or” within gender, “and” between gender and status."""
    scheme = SCHEME_OF["targetGroup"]
    for group in base.by_top(filterset, scheme, codes).values():
        queryset = queryset.filter(carrying(filterset, scheme, group))
    return queryset


def of_countries(_filterset, queryset, codes):
    """Keep lessons about these countries: their own, or else those of the approaches they come from."""
    own = Lesson.countries.through.objects.filter(lesson=OuterRef("pk"))
    shown = Lesson.interventions.through.objects.filter(
        lesson=OuterRef("pk"),
        intervention__country__in=codes,
        intervention__editorial_state=EditorialState.PUBLISHED,
    )
    return queryset.filter(Exists(own.filter(country__in=codes)) | (~Exists(own) & Exists(shown)))


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
    main = base.YesNoFilter(lambda _f, queryset, answer: queryset.filter(main=answer), _("Hoofdaanbeveling"))
    part_of = base.slugs_filter("part_of", Lesson.objects.of_published, _("Onderdeel van aanbeveling"))
    addressee = base.CodesFilter(
        lambda filterset: {**filterset.vocabulary.terms.get(SchemeCode.PARTY, {}), EVERYONE: None},
        for_addressees,
        _("Voor wie de les is"),
    )
    building_block = lesson_terms("buildingBlock", _("Bouwsteen"))
    target_group = base.CodesFilter(
        lambda filterset: filterset.vocabulary.terms.get(SchemeCode.TARGET_GROUP, {}), in_groups, _("Doelgroep")
    )
    type = lesson_terms("type", _("Type interventie"))
    component = lesson_terms("component", _("Onderdeel"))
    success_measure = lesson_terms("successMeasure", _("Succesmaat"))
    career_moment = lesson_terms("careerMoment", _("Moment in de loopbaan"))
    sector = lesson_terms("sector", _("Sector"))
    pillar = lesson_terms("pillar", _("Pijler"))
    llo_stage = lesson_terms("lloStage", _("Fase van leven lang ontwikkelen"))
    typology = lesson_terms("typology", _("Type arbeidsmigrant"))
    funding = lesson_terms("funding", _("Financiering"))
    steering = lesson_terms("steering", _("Sturing"))
    scaling_criterion = lesson_terms("scalingCriterion", _("Criterium voor opschalen"))
    scaling_variant = lesson_terms("scalingVariant", _("Vorm van opschalen"))
    environment_factor = lesson_terms("environmentFactor", _("Omgevingsfactor"))
    category = lesson_terms("category", _("Categorie leerwerktraject"))
    country = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Country.objects.all, "code"), of_countries, _("Land, als code")
    )
    intervention = base.slugs_filter("interventions", Intervention.objects.published, _("Interventie"))
    provision = base.slugs_filter("provisions", Provision.objects.all, _("Voorziening"))
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
