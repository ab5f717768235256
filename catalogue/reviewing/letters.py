"""The letters of the outbox: what waits, what failed and what was given up; never what is in them."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.pagination import PAGE_SIZE, PageLink, links_beside
from catalogue.reviewing.queue import ListPart
from letters.models import Letter
from submissions.models import Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterRow:
    """A letter; `is_known` says whether the reader may see the submission that it is about."""

    mail: Letter
    is_known: bool


def letter_parts() -> dict[str, tuple[str, Q]]:
    """Name the conditions of letters; the first is the one of an address that asks for none."""
    unsent = Q(sent__isnull=True)
    return {
        "open": (_("Nog niet verstuurd"), unsent),
        "waiting": (_("Wacht"), unsent & Q(gave_up__isnull=True, attempts=0)),
        "failed": (_("Mislukt, wij proberen het opnieuw"), unsent & Q(gave_up__isnull=True, attempts__gt=0)),
        "gave-up": (_("Opgegeven"), unsent & Q(gave_up__isnull=False)),
        "sent": (_("Verstuurd"), Q(sent__isnull=False)),
    }


class Letters:
    """The outbox under a question, page by page; what went wrong comes first."""

    def __init__(self, user: User, asked: QueryDict) -> None:
        self.user = user
        self.asked = asked
        self.by_name = letter_parts()
        show = asked.get("show", "")
        self.show = show if show in self.by_name else next(iter(self.by_name))
        self.counts = Letter.objects.aggregate(
            **{name: Count("pk", filter=part) for name, (_label, part) in self.by_name.items()}
        )

    @property
    def _found(self) -> QuerySet[Letter]:
        """Leave the body where it is: it may hold a link that signs someone in."""
        rows = Letter.objects.filter(self.by_name[self.show][1]).defer("body")
        in_trouble_first = (F("gave_up").desc(nulls_last=True), "-attempts", "pk")
        return rows.order_by("-sent", "-pk") if self.show == "sent" else rows.order_by(*in_trouble_first)

    @cached_property
    def _page(self) -> "Page[Letter]":
        paginator = Paginator(self._found, PAGE_SIZE)
        paginator.count = self.counts[self.show]
        return paginator.get_page(self.asked.get("page"))

    @property
    def rows(self) -> list[LetterRow]:
        """The letters of this page."""
        about = [mail.about for mail in self._page if mail.about]
        readable = Submission.objects.for_review(self.user).filter(reference__in=about)
        known = set(readable.values_list("reference", flat=True))
        return [LetterRow(mail=mail, is_known=mail.about in known) for mail in self._page]

    def address(self, show: str, page: int = 1) -> str:
        """Write the address of letters in a condition."""
        query = QueryDict(mutable=True)
        query.update({"show": show} | ({"page": str(page)} if page > 1 else {}))
        return f"{reverse('review-letters')}?{query.urlencode()}"

    @property
    def parts(self) -> list[ListPart]:
        """The conditions to choose from."""
        return [
            ListPart(address=self.address(name), label=label, count=self.counts[name], current=name == self.show)
            for name, (label, _part) in self.by_name.items()
        ]

    @property
    def label(self) -> str:
        """The name of the condition that is shown."""
        return self.by_name[self.show][0]

    @property
    def count(self) -> int:
        """How many there are in the condition shown."""
        return self.counts[self.show]

    @property
    def here(self) -> str:
        """The address of this page."""
        return self.address(self.show, self._page.number)

    @property
    def pages(self) -> list[PageLink]:
        """Link to the other pages."""
        return links_beside(self._page, lambda number: self.address(self.show, number))
