"""The organisations that answers name."""

from collections.abc import Collection

from evidence import analysis
from evidence.models import Organisation
from evidence.slugs import free_organisation_slug

LONGEST = 200


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
            known[wanted] = Organisation.objects.create(slug=free_organisation_slug(name), name=name[:LONGEST])
        found[name] = known[wanted]
    return found


def drop_unused(pks: Collection[int]) -> None:
    """Remove those of some organisations that nothing names any more; who takes part stays."""
    unused = Organisation.objects.filter(pk__in=pks, takes_part=False, participations=None, experiences=None)
    unused.delete()
