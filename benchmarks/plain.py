"""The plain way to serve the same questions, to compare with.

Nested model serializers, icontains, a GROUP BY per facet.
"""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework import serializers, viewsets
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response

from evidence.choices import SchemeCode
from evidence.models import Classification, Finding, Intervention, Study, Verdict


class ClassificationRows(serializers.ModelSerializer):
    """A classification with its term."""

    code = serializers.CharField(source="term.code")
    term_label = serializers.CharField(source="term.label_nl")
    scheme = serializers.CharField(source="term.scheme.code")
    source_slug = serializers.CharField(source="source.slug")

    class Meta:
        model = Classification
        fields = ("code", "term_label", "scheme", "source_slug", "locator")


class VerdictRows(serializers.ModelSerializer):
    measure = serializers.CharField(source="measure.code")

    class Meta:
        model = Verdict
        fields = ("measure", "direction", "sms_highest", "study_count")


class StudyRows(serializers.ModelSerializer):
    class Meta:
        model = Study
        exclude = ("interventions",)


class FindingRows(serializers.ModelSerializer):
    class Meta:
        model = Finding
        exclude = ("subgroup",)


class InterventionRows(serializers.ModelSerializer):
    classifications = ClassificationRows(many=True)
    verdicts = VerdictRows(many=True)

    class Meta:
        model = Intervention
        exclude = ("further_countries",)


class InterventionRecord(InterventionRows):
    """An intervention with its facts."""

    studies = StudyRows(many=True)
    findings = FindingRows(many=True)


class Pages(PageNumberPagination):
    page_size = 25


class PlainInterventions(viewsets.ReadOnlyModelViewSet):
    """Interventions, as a tutorial would serve them."""

    queryset = Intervention.objects.order_by("sort_name").prefetch_related(
        "classifications__term__scheme", "classifications__source", "verdicts__measure"
    )
    serializer_class = InterventionRows
    pagination_class = Pages
    lookup_field = "slug"

    def get_serializer_class(self):
        """Give a record more than a row."""
        return InterventionRecord if self.action == "retrieve" else InterventionRows

    def get_queryset(self):
        """Filter on country, type and words."""
        rows = super().get_queryset()
        asked = self.request.GET
        if "country" in asked:
            rows = rows.filter(country=asked["country"])
        if "type" in asked:
            rows = rows.filter(classifications__term__code=asked["type"]).distinct()
        if "search" in asked:
            words = asked["search"]
            rows = rows.filter(
                Q(name__icontains=words) | Q(summary_nl__icontains=words) | Q(findings__statement_nl__icontains=words)
            ).distinct()
        return rows

    def facets(self, _request: HttpRequest) -> HttpResponse:
        """Count the terms and the plain facets, a GROUP BY each."""
        rows = self.get_queryset().order_by()
        counted = {
            field: list(
                Intervention.objects.filter(pk__in=rows.values("pk"))
                .order_by()
                .values(field)
                .annotate(number=Count("pk"))
            )
            for field in ("country", "scope", "scale", "status")
        }
        for scheme in (SchemeCode.INTERVENTION_TYPE, SchemeCode.TARGET_GROUP):
            counted[scheme] = list(
                Classification.objects.filter(intervention__in=rows.values("pk"), term__scheme__code=scheme)
                .order_by()
                .values("term__code")
                .annotate(number=Count("intervention", distinct=True))
            )
        return Response(counted)


urlpatterns = [
    path("plain", PlainInterventions.as_view({"get": "list"})),
    path("plain/facets", PlainInterventions.as_view({"get": "facets"})),
    path("plain/<slug:slug>", PlainInterventions.as_view({"get": "retrieve"})),
]
