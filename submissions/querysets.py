"""Questions one may ask of proposals."""

from typing import Self

from django.db.models import Max, Q, QuerySet

from accounts.models import User
from submissions.choices import Move, State


class SubmissionQuerySet(QuerySet):
    """What one may ask of submissions: whose they are, who may review them, and what lists print of them."""

    def of_member(self, user: User) -> Self:
        """Return what the organisations of a user submitted; what is not here does not exist for them (404)."""
        return self.filter(organisation__memberships__user=user)

    def for_review(self, user: User) -> Self:
        """Return what a reviewer may see (`may_review`): handed in, not of an own organisation, not written by them."""
        handed_in = self.filter(round__gt=0).exclude(state=State.DRAFT)
        return handed_in.exclude(organisation__memberships__user=user).exclude(writers=user)

    def queue(self) -> Self:
        """Return what waits for a reviewer or is in hand, the earliest promise first."""
        return self.filter(state__in=(State.SUBMITTED, State.IN_REVIEW)).order_by("due", "submitted", "pk")

    def with_publication(self) -> QuerySet:
        """Say of each when it was last published, as `published_at`."""
        return self.annotate(published_at=Max("decisions__at", filter=Q(decisions__move=Move.PUBLISH)))

    def with_people(self) -> Self:
        """Bring along what lists print."""
        return self.select_related("organisation", "intervention", "author", "reviewer")
