"""Links that one page gives to another: a list under a filter, or a page under its name."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse


class Link(NamedTuple):
    """Where it goes and what it says."""

    address: str
    label: str


def list_address(name: str, asked: Mapping[str, str | list[str]]) -> str:
    """Write the address of the list `name` under a question.

    Parameters are as they stand in an address (`targetGroup`).
    """
    query = QueryDict(mutable=True)
    for parameter, value in asked.items():
        query.setlist(parameter, [value] if isinstance(value, str) else value)
    return f"{reverse(name)}?{query.urlencode(safe=',')}"
