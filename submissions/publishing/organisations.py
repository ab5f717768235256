"""The organisations that answers name."""

from collections.abc import Collection
from itertools import chain, count

from django.utils.text import slugify

from evidence import analysis
from evidence.models import Organisation

LONGEST = 200
LONGEST_SLUG = 100


def known_as(name: str) -> str:
    """Return what two spellings of a name share: its words, without capitals, accents and signs."""
    return " ".join(analysis.words(name)) or name


def find_or_make(names: Collection[str]) -> dict[str, Organisation]:
    """Find the organisations with these names, however they are spelled, and make those that are not there yet.

    Of a new one only the name is known.
    """
    known: dict[str, Organisation] = {}
    if names:
        for row in Organisation.objects.order_by("-takes_part", "pk"):
            known.setdefault(known_as(row.name), row)
    found = {}
    for name in names:
        wanted = known_as(name)
        if wanted not in known:
            known[wanted] = Organisation.objects.create(slug=free_slug(name), name=name[:LONGEST])
        found[name] = known[wanted]
    return found


def free_slug(name: str) -> str:
    """Return a slug that no organisation has yet."""
    return first_free(slug_of(name, LONGEST_SLUG) or "organisatie", Organisation)


def slug_of(name: str, longest: int) -> str:
    """Return the words of a name as they stand in an address; empty when it has none of the Latin script."""
    return slugify(analysis.fold(name)).replace("_", "-")[:longest].strip("-")


def first_free(slug: str, model: type, reserved: Collection[str] = ()) -> str:
    """Return a slug, with a number behind it when it is taken."""
    taken = {*model._default_manager.filter(slug__startswith=slug).values_list("slug", flat=True), *reserved}
    return next(name for name in chain([slug], (f"{slug}-{number}" for number in count(2))) if name not in taken)


def drop_unused(pks: Collection[int]) -> None:
    """Remove those of some organisations that nothing names any more; who takes part stays."""
    unused = Organisation.objects.filter(pk__in=pks, takes_part=False, participations=None, experiences=None)
    unused.delete()
