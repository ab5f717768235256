"""The description of the API: for machines, and to read."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View
from rest_framework.request import Request
from rest_framework.response import Response

from api import parameters, reference
from api.addresses import base_address
from api.views.base import KEEP, ApiView

FILE = Path(__file__).parent.parent / "openapi.json"


@cache
def committed() -> dict[str, Any]:
    """Read the committed description."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def document() -> dict[str, Any]:
    """Return the description with the address and the contact of this place."""
    contact = {"name": settings.CONTACT_NAME, "url": settings.CONTACT_URL, "email": settings.CONTACT_EMAIL}
    described = committed()
    return {
        **described,
        "info": {**described["info"], "contact": contact},
        "servers": [{"url": base_address()}],
    }


class OpenApi(ApiView):
    operation_id, tag = "getOpenApi", "openapi"
    summary = "Deze beschrijving van de API (OpenAPI 3.0)"

    def answer(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params)
        return Response(document())


class Docs(View):
    """The description as a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it. The page has no other language, so base.html gets no list of them."""
        response = render(request, "api/docs.html", {"api": reference.read_reference(document()), "page": None})
        response.headers["Cache-Control"] = KEEP
        return response
