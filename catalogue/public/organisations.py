"""Organisations and what they do in interventions and provisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue import wording
from catalogue.links import list_address
from evidence.choices import EditorialState, OrganisationKind
from evidence.models import Intervention, Organisation, Participation, Provision, ProvisionRole

PUBLISHED = Q(participations__intervention__editorial_state=EditorialState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """Organisations of one kind."""

    code: str
    label: str
    organisations: list[Organisation]


@dataclass(frozen=True, slots=True)
class Involvement:
    """An intervention or provision and what an organisation does in it: every role with its place."""

    name: str
    language: str
    address: str
    sentence: str
    where: str
    roles: list[Participation | ProvisionRole]


def shown_organisations() -> QuerySet[Organisation]:
    """Return the organisations with a part in a provision or in any published intervention; `intervention_count` and
    `provision_count` say in how many.
    """
    return (
        Organisation.objects.of_published()
        .select_related("country")
        .annotate(
            intervention_count=Count("participations__intervention", filter=PUBLISHED, distinct=True),
            provision_count=Count("provision_participations__provision", distinct=True),
        )
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
    interventions = (
        organisation.participations.filter(intervention__in=Intervention.objects.published())
        .select_related("intervention__country", "source")
        .prefetch_related("intervention__further_countries")
        .order_by("intervention__sort_name", "pk")
    )
    provisions = organisation.provision_participations.select_related("provision__country", "source").order_by(
        "provision__sort_name", "pk"
    )
    return {
        "organisation": organisation,
        "involvements": involvements("intervention-detail", ((row.intervention, row) for row in interventions)),
        "provisions": involvements("provision-detail", ((row.provision, row) for row in provisions)),
        "interventions_address": list_address("intervention-list", {"organisation": organisation.slug}),
        "provisions_address": list_address("provision-list", {"organisation": organisation.slug}),
    }


def involvements(
    page: str, rows: Iterable[tuple[Intervention | Provision, Participation | ProvisionRole]]
) -> list[Involvement]:
    """Put the roles of an organisation under what it has them in; `page` is the name of the address of that."""
    roles: dict[Intervention | Provision, list[Participation | ProvisionRole]] = {}
    for about, role in rows:
        roles.setdefault(about, []).append(role)
    return [
        Involvement(
            about.name,
            about.language,
            reverse(page, args=(about.slug,)),
            wording.first_sentence(about.summary),
            wording.where(about),
            parts,
        )
        for about, parts in roles.items()
    ]


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """List the organisations by their kind."""
    return render(request, "public/organisations/list.html", {"kinds": organisations_by_kind()})


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organisation with its roles."""
    organisation = get_object_or_404(shown_organisations(), slug=slug)
    return render(request, "public/organisations/detail.html", organisation_page(organisation))
