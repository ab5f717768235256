"""Organisations and what they do in interventions."""

from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.links import listed
from evidence.choices import EditorialState, OrganisationKind
from evidence.models import Intervention, Organisation, Participation

PUBLISHED = Q(participations__intervention__editorial_state=EditorialState.PUBLISHED)


class Kind(NamedTuple):
    """Organisations of one kind."""

    code: str
    label: str
    organisations: list[Organisation]


class Involvement(NamedTuple):
    """An intervention and what an organisation does in it: every role with its place."""

    intervention: Intervention
    sentence: str
    where: str
    roles: list[Participation]


def shown() -> QuerySet[Organisation]:
    """Return the organisations with a part in any published intervention; `intervention_count` says in how many."""
    return (
        Organisation.objects.of_published()
        .select_related("country")
        .annotate(intervention_count=Count("participations__intervention", filter=PUBLISHED, distinct=True))
        .order_by(Lower("name"), "pk")
    )


def by_kind() -> list[Kind]:
    """Put the organisations under their kinds."""
    rows: dict[str, list[Organisation]] = {}
    for row in shown():
        rows.setdefault(row.kind, []).append(row)
    names = {**dict(OrganisationKind.choices), OrganisationKind.UNKNOWN: _("Soort niet vermeld")}
    return [Kind(code, str(names[code]), rows[code]) for code in OrganisationKind.values if code in rows]


def page(organisation: Organisation) -> dict:
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
        "interventions_address": listed("intervention-list", {"organisation": organisation.slug}),
    }
