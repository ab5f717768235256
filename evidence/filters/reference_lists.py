"""Nouns that are few, and so listed whole, in their own order."""

from typing import ClassVar

from evidence.filters import base
from evidence.models import Country, Organisation, Scheme, Source


class CountryFilter(base.ListFilter):
    """The list of countries."""

    visible = Country.objects.all
    orders: ClassVar = {"position": ("position", "pk")}


class SourceFilter(base.ListFilter):
    """The list of sources."""

    visible = Source.objects.of_published
    orders: ClassVar = {"slug": ("slug",)}


class SchemeFilter(base.ListFilter):
    """The list of vocabularies."""

    visible = Scheme.objects.all
    orders: ClassVar = {"position": ("position", "pk")}


class OrganisationFilter(base.ListFilter):
    """The list of organisations."""

    visible = Organisation.objects.of_published
    orders: ClassVar = {"name": ("name", "pk")}
