"""Questions one may ask of proposals."""

from django.db.models import QuerySet

from submissions.choices import State


class SubmissionQuerySet(QuerySet):
    """Questions about submissions."""

    def of_member(self, user):
        """Return what the organisations of a user submitted; what is not here does not exist for them (404)."""
        return self.filter(organisation__memberships__user=user)

    def for_review(self, user):
        """Return what a reviewer may see: what was handed in, nothing of own organisations, nothing they wrote
        (`may_review`).
        """
        handed_in = self.filter(round__gt=0).exclude(state=State.DRAFT)
        return handed_in.exclude(organisation__memberships__user=user).exclude(writers=user)

    def queue(self):
        """Return what waits for a reviewer or is in hand, the earliest promise first."""
        return self.filter(state__in=(State.SUBMITTED, State.IN_REVIEW)).order_by("due", "submitted", "pk")

    def with_people(self):
        """Bring along what lists print."""
        return self.select_related("organisation", "intervention", "author", "reviewer")
