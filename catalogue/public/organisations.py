"""Organisations and what they do in interventions."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue import wording
from catalogue.links import list_address
from evidence.choices import EditorialState, OrganisationKind
from evidence.models import Intervention, Organisation, Participation

PUBLISHED = Q(participations__intervention__editorial_state=EditorialState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """Organisations of one kind."""

    code: str
    label: str
    organisations: list[Organisation]


@dataclass(frozen=True, slots=True)
class Involvement:
    """An intervention and what an organisation does in it: every role with its place."""

    intervention: Intervention
    sentence: str
    where: str
    roles: list[Participation]


def shown_organisations() -> QuerySet[Organisation]:
    """Return the organisations with a part in any published intervention; `intervention_count` says in how many."""
    return (
        Organisation.objects.of_published()
        .select_related("country")
        .annotate(intervention_count=Count("participations__intervention", filter=PUBLISHED, distinct=True))
        .order_by(Lower("name"), "pk")
    )


def organisations_by_kind() -> list[OrganisationGroup]:
    """Put the organisations under their kinds."""
    rows: dict[str, list[Organisation]] = {}
    for row in shown_organisations():
        rows.setdefault(row.kind, []).append(row)
    names = {**dict(OrganisationKind.choices), OrganisationKind.UNKNOWN: _("Soort niet vermeld")}
    return [OrganisationGroup(code, str(names[code]), rows[code]) for code in OrganisationKind.values if code in rows]


def organisation_page(organisation: Organisation) -> dict[str, Any]:
    """Return the context of one organisation, in a fixed number of queries."""
    rows = (
        organisation.participations.filter(intervention__in=Intervention.objects.published())
        .select_related("intervention__country", "source")
        .prefetch_related("intervention__further_countries")
        .order_by("intervention__sort_name", "pk")
    )
    roles: dict[Intervention, list[Participation]] = {}
    for row in rows:
        roles.setdefault(row.intervention, []).append(row)
    return {
        "organisation": organisation,
        "involvements": [
            Involvement(row, wording.first_sentence(row.summary), wording.where(row), parts)
            for row, parts in roles.items()
        ],
        "interventions_address": list_address("intervention-list", {"organisation": organisation.slug}),
    }


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """List the organisations by their kind."""
    return render(request, "public/organisations/list.html", {"kinds": organisations_by_kind()})


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organisation with its roles."""
    organisation = get_object_or_404(shown_organisations(), slug=slug)
    return render(request, "public/organisations/detail.html", organisation_page(organisation))
