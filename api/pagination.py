"""The envelope of a list: how many there are in all, the way to the next page and the one before, and the rows."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from rest_framework.request import Request

from api.parameters import DEFAULT_SIZE, LARGEST_SIZE, AskedPage


class EnvelopePagination:
    """Writes a page, and describes pages to api/schema.py (drf-spectacular asks the two methods)."""

    @staticmethod
    def of(request: Request, page: AskedPage, count: int, results: list[dict]) -> dict[str, Any]:
        """Put rows in their envelope."""
        last = page.last(count)
        return {
            "count": count,
            "next": page_address(request, page.number + 1) if page.number < last else None,
            "previous": page_address(request, page.number - 1) if page.number > 1 else None,
            "results": results,
        }

    def get_paginated_response_schema(self, results: dict) -> dict:
        way = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Aantal in de hele lijst."},
                "next": {**way, "description": "De volgende pagina."},
                "previous": {**way, "description": "De vorige pagina."},
                "results": results,
            },
        }

    def get_schema_operation_parameters(self, _view) -> list[dict]:
        """Describe the two parameters."""
        described = {
            "page": ("Pagina, vanaf 1.", {"minimum": 1, "maximum": 10**9, "default": 1}),
            "pageSize": ("Aantal per pagina.", {"minimum": 1, "maximum": LARGEST_SIZE, "default": DEFAULT_SIZE}),
        }
        return [
            {"name": name, "in": "query", "description": text, "schema": {"type": "integer", **limits}}
            for name, (text, limits) in described.items()
        ]


def page_address(request: Request, number: int) -> str:
    """Return the address of another page of the same list."""
    data = request.query_params.copy()
    data["page"] = str(number)
    return f"{settings.PUBLIC_URL}{request.path}?{urlencode(sorted(data.lists()), doseq=True)}"
