"""Addresses of rows: words of a name in the Latin script, a number behind them when they are taken."""

from collections.abc import Collection
from itertools import chain, count

from django.db.models import Model
from django.utils.text import slugify

from evidence import analysis
from evidence.models import Organisation

LONGEST_ORGANISATION = 100
RESERVED = ("facets", "feed")
"""Names that have another meaning in an address of a record."""


def slug_of(name: str, longest: int) -> str:
    """Return the words of a name as they stand in an address; empty when it has none of the Latin script."""
    return slugify(analysis.fold(name)).replace("_", "-")[:longest].strip("-")


def numbered(slug: str, taken: Collection[str]) -> str:
    """Return a slug that is not taken, with a number behind it when need be."""
    return next(name for name in chain([slug], (f"{slug}-{number}" for number in count(2))) if name not in taken)


def first_free(slug: str, model: type[Model], reserved: Collection[str] = ()) -> str:
    """Return a slug that no row of a model has yet, with a number behind it when it is taken."""
    rows = model._default_manager.filter(slug__startswith=slug)
    return numbered(slug, {*rows.values_list("slug", flat=True), *reserved})


def organisation_slug(name: str) -> str:
    """Return the words of the name of an organisation as they stand in an address."""
    return slug_of(name, LONGEST_ORGANISATION) or "organisatie"


def free_organisation_slug(name: str) -> str:
    """Return a slug for a new organisation, made of its name."""
    return first_free(organisation_slug(name), Organisation)
