"""The organisations that answers name."""

from collections.abc import Collection

from evidence import analysis
from evidence.models import Organisation
from evidence.rewriting import delete_unnamed
from evidence.slugs import numbered, organisation_slug

LONGEST = 200


def known_as(name: str) -> str:
    """Return what two spellings of a name share: its words, without capitals, accents and signs."""
    return " ".join(analysis.words(name)) or name


def find_or_make(names: Collection[str]) -> dict[str, Organisation]:
    """Find the organisations with these names, however they are spelled, and make those that are not there yet.

    Of a new one only the name is known.
    """
    if not names:
        return {}
    known: dict[str, Organisation] = {}
    taken = set()
    for row in Organisation.objects.order_by("-takes_part", "pk"):
        known.setdefault(known_as(row.name), row)
        taken.add(row.slug)
    fresh = []
    for name in names:
        if known_as(name) not in known:
            made = Organisation(slug=numbered(organisation_slug(name), taken), name=name[:LONGEST])
            known[known_as(name)] = made
            taken.add(made.slug)
            fresh.append(made)
    Organisation.objects.bulk_create(fresh)
    return {name: known[known_as(name)] for name in names}


def drop_unused(pks: Collection[int]) -> None:
    """Remove those of some organisations that nothing names any more; who takes part stays."""
    if pks:
        delete_unnamed(Organisation.objects.filter(pk__in=pks, takes_part=False))
