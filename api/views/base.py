"""What all views share that are open to everyone.

They only read, refuse with every fault at once, and their answers can be kept until something changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api import cache, parameters, version
from api.pagination import EnvelopePagination
from api.serializers.base import ReadSerializer
from api.serializers.bodies import BodySerializer
from evidence.filters.base import ListFilter

KEEP = "public, max-age=300"
Noun = TypeVar("Noun", bound=Model)


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """How the OpenAPI document describes one method of an address; `takes_version` says whether it takes If-Match."""

    id: str
    summary: str
    text: str = ""
    serializer: type[ReadSerializer] | None = None
    status: int = 200
    body: type[BodySerializer] = BodySerializer
    takes_version: bool = False


class ApiView(APIView):
    """An address that gives something.

    `operation_id`, `tag`, `summary` and `text` describe it in the OpenAPI document, in Dutch.
    An address with more methods describes each in `methods`. `needs_key` tells that it asks for a key
    (api/views/key_holders.py). The parameters that it takes are those of its `filterset_class`, its `axes` (each takes
    the name of a facet) and what is `chosen`: a text, whether it is needed, and the codes.
    """

    operation_id: ClassVar[str]
    tag: ClassVar[str]
    summary: ClassVar[str]
    text: ClassVar[str] = ""
    serializer_class: ClassVar[type[ReadSerializer] | None] = None
    methods: ClassVar[dict[str, Operation]] = {}
    needs_key: ClassVar[bool] = False
    filterset_class: ClassVar[type[ListFilter] | None] = None
    axes: ClassVar[tuple[str, ...]] = ()
    chosen: ClassVar[dict[str, tuple[str, bool, tuple[str, ...]]]] = {}
    cross_origin_headers: ClassVar[str] = "Accept, If-None-Match"

    @classmethod
    def operation(cls, method: str | None) -> Operation:
        return cls.methods.get(method or "") or Operation(
            id=cls.operation_id, summary=cls.summary, text=cls.text, serializer=cls.serializer_class
        )

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Choose the form of the answer, and refuse what cannot be read."""
        parameters.refuse_unreadable(request)
        super().initial(request, *args, **kwargs)

    def get(self, request: Request, **_names: str) -> HttpResponse:
        """Answer, unless the asker already has this very answer."""
        etag = version.etag(request)
        response = (
            get_conditional_response(request, etag=etag)
            or cache.kept_answer(etag)
            or cache.keep_answer(etag, self.answer(request))
        )
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = KEEP
        return response

    def answer(self, request: Request) -> Response:
        """Make the answer. What the address names is in `self.kwargs`."""
        raise NotImplementedError

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:  # noqa: ARG002 — the framework's
        """Tell a browser on another site that it may read."""
        allowed = ", ".join(self.allowed_methods)
        headers = {
            "Allow": allowed,
            "Access-Control-Allow-Methods": allowed,
            "Access-Control-Allow-Headers": self.cross_origin_headers,
            "Access-Control-Max-Age": "86400",
        }
        return Response(status=204, headers=headers)


class NounView(ApiView, Generic[Noun]):
    """What the list and the record of a noun share: the filter, which says what may be seen, and the rows."""

    filterset_class: ClassVar[type[ListFilter]]
    serializer_class: ClassVar[type[ReadSerializer]]

    def rows(self) -> QuerySet[Noun]:
        """Return the rows with all that the serializer reads."""
        return self.filterset_class.visible()

    def add_counts(self, rows: Sequence[Noun]) -> None:
        """Give rows what is counted for them."""


class ListView(NounView[Noun]):
    """The list of a noun: filtered, in order, a page at a time."""

    pagination_class = EnvelopePagination

    def answer(self, request: Request) -> Response:
        """Give a page of the list."""
        return self.page_of(request, self.filterset_class(request.query_params), self.rows())

    def page_of(self, request: Request, filterset: ListFilter, queryset: QuerySet[Noun]) -> Response:
        """Give the page that is asked of what a filter leaves."""
        faults = parameters.faults_of_filters(filterset)
        page = parameters.read_page(request.query_params, faults)
        parameters.refuse_faults(faults)
        count = len(filterset.ids)
        parameters.refuse_beyond(page, count)
        rows = filterset.rows(filterset.ids[page.rows], queryset)
        self.add_counts(rows)
        return Response(EnvelopePagination.of(request, page, count, self.written(rows)))

    def written(self, rows: Iterable[Noun]) -> list[dict[str, Any]]:
        return [self.serializer_class.of(row) for row in rows]


class RecordView(NounView[Noun]):
    """One row of a noun, by its id. It stands beside the list."""

    key: ClassVar[str] = "slug"

    def answer(self, request: Request) -> Response:
        """Give the row; 404 when it does not exist or is not public."""
        parameters.refuse_unknown(request.query_params)
        seen = self.filterset_class.visible().filter(**{self.key: self.kwargs["id"]})
        row = self.rows().filter(pk__in=seen.values("pk")).first()
        if row is None:
            raise Http404
        self.add_counts([row])
        return self.written(request, row)

    def written(self, _request: Request, row: Noun) -> Response:
        return Response(self.serializer_class.of(row))
