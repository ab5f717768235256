"""The queue: what waits for the editorial team, under a question, page by page."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Q, QuerySet, When
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.pagination import PAGE_SIZE, PageLink, links_beside
from catalogue.reviewing.deadlines import WAITING, Deadline, deadline_of
from catalogue.reviewing.people import person
from submissions.choices import State
from submissions.models import Submission

LONGEST_SEARCH = 100
ALWAYS = ("waiting", "mine", "late", "all")
"""The parts that are offered even when there is nothing in them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListPart:
    """A part of a list that one can choose, and how much is in it."""

    address: str
    label: str
    count: int
    current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class QueueRow:
    """A submission in the queue."""

    submission: Submission
    promise: Deadline | None
    is_mine: bool
    handler: str


def queue_parts(user: User) -> dict[str, tuple[str, Q]]:
    """Name the parts of the queue, each with what belongs to it; the first is that of an address that asks for none."""
    waiting = Q(state__in=WAITING)
    urgent = {
        "waiting": (_("Wacht op ons"), waiting),
        "mine": (_("Bij mij"), Q(reviewer=user, state=State.IN_REVIEW)),
        "late": (_("Te laat"), waiting & Q(due__lt=timezone.localdate())),
    }
    states = {state.value: (str(state.label), Q(state=state)) for state in State if state != State.DRAFT}
    return urgent | states | {"all": (_("Alles"), Q(pk__isnull=False))}


class Queue:
    """What a reviewer may see, never of their own organisations."""

    def __init__(self, user: User, asked: QueryDict) -> None:
        self.user = user
        self.asked = asked
        self.by_name = queue_parts(user)
        show = asked.get("show", "")
        self.show = show if show in self.by_name else ALWAYS[0]
        self.search = " ".join(asked.get("search", "").replace("\0", " ").split())[:LONGEST_SEARCH]

    @property
    def _found(self) -> QuerySet[Submission]:
        """Everything that answers the words that were searched."""
        rows = Submission.objects.for_review(self.user).with_people()
        names = ("reference", "answers__name", "intervention__name", "organisation__name")
        words = [Q(**{f"{name}__icontains": self.search}) for name in names if self.search]
        return rows.filter(Q(*words, _connector=Q.OR))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many there are in each part."""
        return self._found.aggregate(
            **{name: Count("pk", filter=part) for name, (_label, part) in self.by_name.items()}
        )

    @cached_property
    def _page(self) -> "Page[Submission]":
        """Read a page: first what waits, by its promise; then what does not, the last submitted first."""
        promised = Case(When(state__in=WAITING, then=F("due"))).asc(nulls_last=True)
        rows = self._found.filter(self.by_name[self.show][1]).order_by(promised, "-submitted", "pk")
        paginator = Paginator(rows, PAGE_SIZE)
        paginator.count = self.counts[self.show]
        return paginator.get_page(self.asked.get("page"))

    @property
    def rows(self) -> list[QueueRow]:
        """The submissions of this page."""
        return [
            QueueRow(
                submission=one,
                promise=deadline_of(one),
                is_mine=one.reviewer_id == self.user.pk,
                handler=person(one.reviewer) if one.reviewer else "",
            )
            for one in self._page
        ]

    def address(self, show: str, page: int = 1) -> str:
        """Write the address of a part of the queue, with the same words searched."""
        query = QueryDict(mutable=True)
        asked = {"show": show, "search": self.search, "page": str(page) if page > 1 else ""}
        query.update({name: value for name, value in asked.items() if value})
        return f"{reverse('review-queue')}?{query.urlencode()}"

    @property
    def parts(self) -> list[ListPart]:
        """The parts to choose from; a state that nothing is in is left out."""
        return [
            ListPart(address=self.address(name), label=label, count=self.counts[name], current=name == self.show)
            for name, (label, _part) in self.by_name.items()
            if self.counts[name] or name in ALWAYS or name == self.show
        ]

    @property
    def label(self) -> str:
        """The name of the part shown."""
        return self.by_name[self.show][0]

    @property
    def count(self) -> int:
        """How many there are in the part shown."""
        return self.counts[self.show]

    @property
    def everything(self) -> str:
        """The address of all that answers the words that were searched."""
        return self.address("all")

    @property
    def pages(self) -> list[PageLink]:
        """Link to the other pages."""
        return links_beside(self._page, lambda number: self.address(self.show, number))
