"""The fields of the form above the list of studies."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from catalogue.listing import Listing
from catalogue.wording import short_name
from evidence.facets import LEVELS, Facet, FacetValue
from evidence.models import Country, Source


class Field(NamedTuple):
    """A choice of one out of a few."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]


def options() -> list[Facet]:
    """Name the values one can choose; studies are few, so they carry no counts."""
    countries = [
        FacetValue(code=row.code, label=row.name) for row in Country.objects.filter(studies__isnull=False).distinct()
    ]
    sources = [
        FacetValue(code=row.slug, label=short_name(row))
        for row in Source.objects.filter(study_rows__isnull=False).distinct()
    ]
    levels = [FacetValue(code=level, label=_("niveau %(level)s of hoger") % {"level": level}) for level in LEVELS]
    counted = [FacetValue(code="true", label=_("ja")), FacetValue(code="false", label=_("nee"))]
    return [
        Facet("country", "", _("Land"), countries),
        Facet("smsMin", "", _("Niveau"), levels),
        Facet("counted", "", _("Geteld in de bron"), counted),
        Facet("source", "", _("Genoemd in"), sources),
    ]


def fields(listing: Listing) -> list[Field]:
    """Make the fields, with what was chosen; several values of one parameter are kept by their chips."""
    return [
        Field(
            facet.parameter,
            facet.label,
            [
                ("", _("Alles"), False),
                *(
                    (value.code, value.label, value.code in listing.asked.get(facet.parameter, []))
                    for value in facet.values
                ),
            ],
        )
        for facet in listing.facets
    ]
