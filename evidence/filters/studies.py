"""What one may ask of the list of studies."""

from typing import ClassVar

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from evidence.filters import base
from evidence.models import Country, Intervention, SearchDocument, Source, Study


class StudyFilter(base.ListFilter):
    """The list of studies. Levels are the counted ones."""

    subject = SearchDocument.Subject.STUDY
    visible = Study.objects.of_published
    orders: ClassVar = {
        "source": ("source_id", "pk"),
        "relevance": ("source_id", "pk"),
        "title": ("title", "pk"),
        "-title": ("-title", "pk"),
        "year": (F("year").asc(nulls_last=True), "pk"),
        "-year": (F("year").desc(nulls_last=True), "pk"),
        "smsCounted": (F("sms_counted").asc(nulls_last=True), "pk"),
        "-smsCounted": (F("sms_counted").desc(nulls_last=True), "pk"),
    }

    search = base.search_filter()
    country = base.slugs_filter("country", Country.objects.all, _("Land, als code"), key="code")
    intervention = base.slugs_filter("interventions", Intervention.objects.published, _("Interventie"))
    sms_min, sms_max = base.level_filters("", _("Geteld niveau ten minste"), _("Geteld niveau ten hoogste"))
    sms_printed = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Study.objects.of_published().exclude(sms_printed="").all, "sms_printed"),
        lambda _f, queryset, codes: queryset.filter(sms_printed__in=codes),
        _("Niveau zoals gedrukt"),
    )
    counted = base.YesNoFilter(
        lambda _f, queryset, answer: queryset.filter(counted=answer), _("Geteld in de tabellen van de bron")
    )
    year = base.YearFilter(lambda _f, queryset, year: queryset.filter(year=year), _("Jaar"))
    language = base.CodesFilter(
        lambda _filterset: base.LazyCodes(Study.objects.of_published().exclude(language="").all, "language"),
        lambda _f, queryset, codes: queryset.filter(language__in=codes),
        _("Taal"),
    )
    source = base.slugs_filter("source", Source.objects.of_published, _("Bron"))
    ordering = base.ordering_filter()
