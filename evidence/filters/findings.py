"""What one may ask of the list of findings."""

from typing import ClassVar

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from evidence.choices import Effect, FindingKind, Unit
from evidence.filters import base
from evidence.filters.interventions import MEASURES, SCHEME_OF, in_every_group
from evidence.models import Country, Finding, Intervention, Source, Study


def on_measures(filterset, queryset, codes):
    """Keep results on a success measure."""
    return queryset.filter(success_measure__in=filterset.vocabulary.within(MEASURES, codes))


def about_groups(filterset, queryset, codes):
    """Keep findings about a group of people, or a narrower one."""
    return queryset.filter(subgroup__in=filterset.vocabulary.within(SCHEME_OF["targetGroup"], codes)).distinct()


def of_approaches_for_groups(filterset, queryset, codes):
    """Keep findings of approaches for all groups asked, as the list of interventions has them."""
    return queryset.filter(intervention__in=in_every_group(filterset, Intervention.objects.published(), codes))


def compared(_filterset, queryset, answer):
    """Keep findings that give a number beside the one of a comparison, or those that do not."""
    return queryset.filter(comparator_value__isnull=not answer)


class FindingFilter(base.ListFilter):
    """The list of findings. `direction` is what the source says of one finding; verdicts belong to interventions."""

    visible = Finding.objects.of_published
    orders: ClassVar = {
        "source": ("source_id", "pk"),
        "value": (F("value").asc(nulls_last=True), "pk"),
        "-value": (F("value").desc(nulls_last=True), "pk"),
    }

    intervention = base.slugs_filter("intervention", Intervention.objects.published, _("Interventie"))
    study = base.slugs_filter("study", Study.objects.of_published, _("Studie"))
    country = base.slugs_filter(
        "intervention__country", Country.objects.all, _("Land van de interventie, als code"), key="code"
    )
    evidence_country = base.slugs_filter(
        "study__country", Country.objects.all, _("Land van het onderzoek, als code"), key="code"
    )
    success_measure = base.CodesFilter(
        lambda filterset: filterset.vocabulary.terms.get(MEASURES, {}), on_measures, _("Succesmaat")
    )
    direction = base.choices_filter("direction", Effect, _("Wat de bron zegt dat er gebeurde"))
    target_group = base.CodesFilter(
        lambda filterset: filterset.vocabulary.terms.get(SCHEME_OF["targetGroup"], {}),
        about_groups,
        _("Over welke groep de bevinding gaat: de gemeten subgroep"),
    )
    intervention_target_group = base.CodesFilter(
        lambda filterset: filterset.vocabulary.terms.get(SCHEME_OF["targetGroup"], {}),
        of_approaches_for_groups,
        _("Voor welke doelgroep de interventie is"),
    )
    unit = base.choices_filter("unit", Unit, _("Eenheid"))
    sms_min, sms_max = base.level_filters(
        "study__", _("Niveau van het onderzoek ten minste"), _("Niveau van het onderzoek ten hoogste")
    )
    has_comparison = base.YesNoFilter(compared, _("Met een vergelijking in getallen"))
    kind = base.choices_filter("kind", FindingKind, _("Soort"))
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
