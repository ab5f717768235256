"""The description of the API: for machines, and to read."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View
from rest_framework.request import Request
from rest_framework.response import Response

from api import reference
from api.version import BASE
from api.views.base import KEEP, ApiView, refuse_parameters

FILE = Path(__file__).parent.parent / "openapi.json"


@cache
def committed() -> dict:
    """Read the committed description."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def document() -> dict:
    """Return the description with the address and the contact of this place."""
    contact = {"name": settings.CONTACT_NAME, "url": settings.CONTACT_URL, "email": settings.CONTACT_EMAIL}
    described = committed()
    return {
        **described,
        "info": {**described["info"], "contact": contact},
        "servers": [{"url": f"{settings.PUBLIC_URL}{BASE}"}],
    }


class OpenApi(ApiView):
    """The OpenAPI document."""

    operation, tag = "getOpenApi", "openapi"
    summary = "Deze beschrijving van de API (OpenAPI 3.0)"

    def answer(self, request: Request) -> Response:
        """Give the description."""
        refuse_parameters(request.query_params)
        return Response(document())


class Docs(View):
    """The description as a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it. The page has no other language, so base.html gets no list of them."""
        response = render(request, "api/docs.html", {"api": reference.read(document()), "page": None})
        response.headers["Cache-Control"] = KEEP
        return response
