"""Menus: the pages in them, and which one the visitor is at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise


class MenuPage(NamedTuple):
    """A page in a menu by its URL name, what it is called, and the URL names of the pages that belong to it."""

    name: str
    label: str | Promise
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in a menu; `current` is a value of aria-current."""

    address: str
    label: str
    current: str


def menu_items(pages: Iterable[MenuPage], here: str) -> list[MenuItem]:
    """Link to the pages, and say which one `here` (a URL name) is or belongs to."""
    return [
        MenuItem(reverse(name), str(label), "page" if here == name else "true" if here in others else "")
        for name, label, others in pages
    ]
