"""The pages of a list that nobody shares: a wrong number is the nearest page there is."""

from collections.abc import Callable

from django.core.paginator import Page

from catalogue.listing import PAGES_BESIDE, PageLink

PAGE_SIZE = 25


def links(page: Page, address: Callable[[int], str]) -> list[PageLink]:
    """Link to the first and last pages and to those beside this one; gaps are number 0."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=PAGES_BESIDE, on_ends=1)
    return [
        PageLink(number, address(number), number == page.number) if isinstance(number, int) else PageLink(0, "", False)
        for number in numbers
    ]
