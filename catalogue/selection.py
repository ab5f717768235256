"""What a question asks and finds, for whoever takes it away.

The same filter as the list, refused when it is not understood.
"""

from functools import cached_property

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.listing import Listing
from evidence.facets import count_facets
from evidence.filters import InterventionFilter

SHAPE = ("ordering", "pageSize")
"""Parameters that say how the list looks, not what is in it."""


def question_of(listing: Listing) -> str:
    """Return the query string of what is asked, always written the same; empty when everything is."""
    asked = {name: values for name, values in sorted(listing.asked.items()) if name not in SHAPE}
    return listing.address(asked).partition("?")[2]


def question_address(name: str, question: str) -> str:
    """Write the address of a page under a question."""
    return f"{reverse(name)}?{question}" if question else reverse(name)


class Selection:
    """The interventions that a question finds. `ordering` replaces the order that was asked for."""

    def __init__(self, asked: QueryDict, *, ordering: str = "") -> None:
        data = asked.copy()
        if ordering:
            data["ordering"] = ordering
        self.filterset = InterventionFilter(data)
        self.listing = Listing(self.filterset, reverse("intervention-list"), {})

    @property
    def unknown(self) -> list[str]:
        """The parameters that do not exist: a misspelt filter would find too much, and nobody sees it in a file."""
        return self.listing.unknown

    @property
    def faults(self) -> list[str]:
        """Everything that is wrong with the question, in words."""
        unknown = [_("“%(name)s” kennen wij niet als filter.") % {"name": name} for name in self.unknown]
        return [f"{fault.label}: {fault.message}" for fault in self.listing.faults] + unknown

    @cached_property
    def question(self) -> str:
        """The query string of what is asked."""
        return question_of(self.listing)

    def address(self, name: str) -> str:
        """Write the address of a page under this question."""
        return question_address(name, self.question)

    def absolute(self, name: str) -> str:
        """Write the whole address of a page under this question."""
        return settings.PUBLIC_URL + self.address(name)

    @cached_property
    def title(self) -> str:
        """Say in words what is asked."""
        self.listing.facets = count_facets(self.filterset)
        chips = [f"{chip.label}: {chip.value}" for chip in self.listing.chips]
        words = ", ".join(chips)
        return "".join(sign for sign in words if sign.isprintable()) or _("alle aanpakken")
