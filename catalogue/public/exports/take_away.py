"""The ways on from a list: hear what changes in it, or take it along."""

from dataclasses import dataclass

from catalogue.listing import Listing
from catalogue.selection import question_address, question_of


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Where one goes on with what a question finds: hear what changes, by letter or feed, or take a table along."""

    follow: str
    feed: str
    table: str


def take_away(listing: Listing) -> TakeAway:
    """Return the ways on from a list; the table keeps its order."""
    question, ordering = question_of(listing), listing.filterset.ordering
    ordered = f"{question}&ordering={ordering}".lstrip("&") if ordering else question
    return TakeAway(
        follow=question_address("follow-question", question),
        feed=question_address("intervention-feed", question),
        table=question_address("intervention-export", ordered),
    )
