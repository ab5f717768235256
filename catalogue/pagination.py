"""The pages of a list, and the links from one to the others."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.core.paginator import Page

PAGE_SIZE = 25
PAGES_BESIDE = 2


class PageLink(NamedTuple):
    """A page of the list; number 0 stands for pages left out."""

    number: int
    address: str
    current: bool


GAP = PageLink(0, "", False)


def page_links(numbers: Iterable[int], current: int, address: Callable[[int], str]) -> list[PageLink]:
    """Link to these pages, in their order, with a gap wherever others lie between."""
    links: list[PageLink] = []
    for number in sorted(numbers):
        if links and number > links[-1].number + 1:
            links.append(GAP)
        links.append(PageLink(number, address(number), number == current))
    return links


def links_beside(page: Page, address: Callable[[int], str]) -> list[PageLink]:
    """Link to the first and last pages and to those beside this one, for a list that is paged by Django.

    A wrong number is the nearest page there is.
    """
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=PAGES_BESIDE, on_ends=1)
    return page_links([number for number in numbers if isinstance(number, int)], page.number, address)
