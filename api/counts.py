"""How much there is of something, for answers that say so; only what the public may see.

A fixed number of queries each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Count

from api.serializers.base import attach
from evidence import vocabulary
from evidence.choices import EditorialState, SchemeCode
from evidence.facets import count_facets, index_of
from evidence.filters import InterventionFilter
from evidence.models import (
    Classification,
    Country,
    Figure,
    Finding,
    Lesson,
    Organisation,
    Provision,
    ProvisionRole,
    Scheme,
    Source,
    Study,
    Verdict,
)

LEVELS = range(1, 6)


def of_facet(parameter: str) -> dict[str, int]:
    """Count the interventions per value of a facet: as many as the list with that value has."""
    counted = count_facets(InterventionFilter())
    return {value.code: value.count for facet in counted if facet.parameter == parameter for value in facet.values}


def for_countries(countries: Iterable[Country]) -> None:
    """Tell each country its interventions with content, those only mentioned, its studies, and its counted studies per
    level.
    """
    index = index_of(InterventionFilter())
    described = index.having("described", "true", {})
    studies = list(Study.objects.of_published().values_list("country", "counted", "sms_counted", "pk"))
    all_studies = Counter(country for country, *_rest in studies)
    levels = Counter((country, level) for country, counted, level, _pk in studies if counted)
    for country in countries:
        members = index.having("country", country.code, {})
        attach(
            country,
            intervention_count=(members & described).bit_count(),
            mentioned_count=(members & ~described).bit_count(),
            study_count=all_studies[country.code],
            levels={str(level): levels[country.code, level] for level in LEVELS},
        )


def for_sources(sources: Iterable[Source]) -> None:
    """Tell each source how much comes from it: as many as the lists with `source=` have."""
    interventions = of_facet("source")
    nouns = {
        "studies": Study.objects.of_published(),
        "findings": Finding.objects.of_published(),
        "lessons": Lesson.objects.of_published(),
        "provisions": Provision.objects.all(),
        "figures": Figure.objects.of_published(),
    }
    counts = {
        noun: dict(rows.order_by().values_list("source").annotate(number=Count("pk", distinct=True)))
        for noun, rows in nouns.items()
    }
    for source in sources:
        per_noun = {noun: per_source.get(source.pk, 0) for noun, per_source in counts.items()}
        attach(source, counts={"interventions": interventions.get(source.slug, 0)} | per_noun)


def for_organisations(organisations: Iterable[Organisation]) -> None:
    """Tell each organisation in how many interventions and in how many provisions it takes part."""
    interventions = of_facet("organisation")
    roles = ProvisionRole.objects.order_by().values_list("organisation", "provision").distinct()
    provisions = Counter(organisation for organisation, _provision in roles)
    for organisation in organisations:
        attach(
            organisation,
            intervention_count=interventions.get(organisation.slug, 0),
            provision_count=provisions[organisation.pk],
        )


def for_schemes(schemes: Iterable[Scheme]) -> None:
    """Give each scheme its concepts, and each concept its interventions and lessons; what is narrower counts too.

    A success measure counts where something was measured, as the filter on it does: an aim alone is no outcome.
    """
    terms = vocabulary.current()
    public = {"intervention__editorial_state": EditorialState.PUBLISHED}
    counted = Classification.objects.filter(**public).exclude(term__scheme__code=SchemeCode.SUCCESS_MEASURE)
    interventions = _members(terms, counted.values_list("term", "intervention"))
    measured = _members(
        terms, Verdict.objects.filter(**public, measure__isnull=False).values_list("measure", "intervention")
    )
    links = Lesson.terms.through.objects.filter(lesson__in=Lesson.objects.of_published())
    lessons = _members(terms, links.values_list("term", "lesson"))
    for scheme in schemes:
        attach(
            scheme,
            concepts=[
                attach(
                    term,
                    count=len(interventions[term.pk] | measured[term.pk]),
                    lesson_count=len(lessons[term.pk]),
                )
                for term in scheme.terms.all()
            ],
        )


def _members(terms: vocabulary.Vocabulary, pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    members: dict[int, set[int]] = defaultdict(set)
    for term_pk, member in pairs:
        for term in terms.path(terms.by_pk(term_pk)):
            members[term.pk].add(member)
    return members
