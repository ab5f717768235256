"""Where things of the API stand. The resolver is asked once per route, since every row of a list has an address."""

from functools import cache

from django.conf import settings
from django.urls import reverse


@cache
def path_of_route(route: str) -> str:
    """Return the path of a route that names no record."""
    return reverse(route)


@cache
def _path_before_id(route: str) -> str:
    return reverse(route, args=["id"]).removesuffix("id")


def base_address() -> str:
    """Return what every address of this version begins with: where its description stands."""
    return f"{settings.PUBLIC_URL}{path_of_route('api-openapi').rpartition('/')[0]}"


def record_address(route: str, key: str) -> str:
    """Return the address of one record: `record_address("api-study-detail", study.slug)`."""
    return f"{settings.PUBLIC_URL}{_path_before_id(route)}{key}"
