"""What all open addresses share: they are read only, refuse with every fault at once, and can be kept until something
changes.
"""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api import cache, parameters, version
from api.bodies import Body
from api.pagination import Envelope
from api.serializers.base import ReadSerializer
from evidence.filters.base import ListFilter

KEEP = "public, max-age=300"


class Told(NamedTuple):
    """How the OpenAPI document describes one method of an address; `takes_version` says whether it takes If-Match."""

    operation: str
    summary: str
    text: str = ""
    shape: type[ReadSerializer] | None = None
    status: int = 200
    body: Body | None = None
    takes_version: bool = False


class ApiView(APIView):
    """An address that gives something. `operation`, `tag`, `summary` and `text` describe it in the OpenAPI document, in
    Dutch.

    An address with more methods describes each in `methods`. `is_signed` tells that it asks for a key
    (api/views/signed.py).
    """

    operation: ClassVar[str]
    tag: ClassVar[str]
    summary: ClassVar[str]
    text: ClassVar[str] = ""
    shape: ClassVar[type[ReadSerializer] | None] = None
    methods: ClassVar[dict[str, Told]] = {}
    is_signed: ClassVar[bool] = False
    cross_origin_headers: ClassVar[str] = "Accept, If-None-Match"

    @classmethod
    def told(cls, method: str) -> Told:
        """Describe a method."""
        return cls.methods.get(method) or Told(cls.operation, cls.summary, cls.text, cls.shape)

    def initial(self, request, *args, **kwargs) -> None:
        """Choose the form of the answer, and refuse what cannot be read."""
        parameters.refuse_unreadable(request)
        super().initial(request, *args, **kwargs)

    def get(self, request: Request, **names: str) -> HttpResponse:
        """Answer, unless the asker already has this very answer."""
        etag = version.etag(request)
        response = (
            get_conditional_response(request, etag=etag)
            or cache.answer(etag)
            or cache.keep(etag, self.answer(request, **names))
        )
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = KEEP
        return response

    def answer(self, request: Request, **names: str) -> HttpResponse:
        """Make the answer."""
        raise NotImplementedError

    def options(self, request: Request, **_names: str) -> HttpResponse:  # noqa: ARG002 — the signature is the framework's
        """Tell a browser on another site that it may read."""
        allowed = ", ".join(self.allowed_methods)
        headers = {
            "Allow": allowed,
            "Access-Control-Allow-Methods": allowed,
            "Access-Control-Allow-Headers": self.cross_origin_headers,
            "Access-Control-Max-Age": "86400",
        }
        response = HttpResponse(status=204, headers=headers)
        del response.headers["Content-Type"]
        return response


class ListView(ApiView):
    """The list of a noun: filtered, in order, a page at a time."""

    filterset_class: ClassVar[type[ListFilter]]
    pagination_class = Envelope

    def rows(self) -> QuerySet:
        """Return the rows with all that the shape reads."""
        return self.filterset_class.visible()

    def dress(self, rows: Iterable[Model]) -> None:
        """Tell rows what is counted for them."""

    def answer(self, request: Request) -> Response:
        """Give a page of the list."""
        filterset = self.filterset_class(request.query_params)
        faults = parameters.of_filters(filterset)
        page = parameters.read_page(request.query_params, faults)
        parameters.refuse(faults)
        parameters.refuse_beyond(page, len(filterset.ids))
        rows = filterset.rows(filterset.ids[page.rows], self.rows())
        self.dress(rows)
        return Response(Envelope.of(request, page, len(filterset.ids), [self.shape.of(row) for row in rows]))


class RecordView(ApiView):
    """One row of a noun, by its id. It stands beside the list, whose filter says what may be seen."""

    filterset_class: ClassVar[type[ListFilter]]
    key: ClassVar[str] = "slug"

    rows, dress = ListView.rows, ListView.dress

    def answer(self, request: Request, **names: str) -> Response:
        """Give the row; 404 when it does not exist or is not public."""
        refuse_parameters(request.query_params)
        row = (
            self.rows()
            .filter(pk__in=self.filterset_class.visible().filter(**{self.key: names["id"]}).values("pk"))
            .first()
        )
        if row is None:
            raise Http404
        self.dress([row])
        return self.write(request, row)

    def write(self, request: Request, row: Model) -> Response:  # noqa: ARG002 — some write by the form that was asked
        """Write the row."""
        return Response(self.shape.of(row))


def refuse_parameters(data: QueryDict) -> None:
    """Refuse every parameter but the form of the answer."""
    parameters.refuse(parameters.unknown([name for name in data if name != "format"]))
