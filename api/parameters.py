"""Reading a request: refuse what nobody can read, and list everything else that is wrong at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from django.http import QueryDict
from rest_framework.request import Request

from api.problems import ProblemError, RequestFault, because
from evidence.filters.base import ListFilter
from evidence.filters.fields import ONE_VALUE, values_of

FORMAT = "format"
PAGING = ("page", "pageSize")
LONGEST_QUERY = 4000
DEFAULT_SIZE, LARGEST_SIZE = 25, 200
DEEPEST = 10_000
"""Rows that pages reach; whoever needs more takes the data as a whole."""


def refuse_unreadable(request: Request) -> None:
    """Raise ProblemError for a query that is too long, is not UTF-8 or holds a NUL."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        raise because(400, "", f"De vraag is te lang: ten hoogste {LONGEST_QUERY} tekens.", "too-long")
    try:
        text = unquote_to_bytes(query).decode()
    except UnicodeDecodeError as error:
        raise because(400, "", "De vraag is geen UTF-8.", "not-utf-8") from error
    if "\0" in text:
        raise because(400, "", "De vraag bevat een NUL-teken.", "nul")


def refuse_faults(faults: Sequence[RequestFault]) -> None:
    """Raise ProblemError when anything is wrong."""
    if faults:
        detail = faults[0].detail if len(faults) == 1 else f"Er kloppen {len(faults)} dingen niet."
        raise ProblemError(400, detail, faults)


def refuse_unknown(data: QueryDict, *known: str) -> None:
    """Raise ProblemError for parameters that an address does not know; the form of the answer may always be asked."""
    refuse_faults(unknown(data, *known))


def unknown(names: Iterable[str], *known: str) -> list[RequestFault]:
    """Tell which parameters do not exist."""
    detail = "Deze parameter bestaat hier niet."
    return [
        RequestFault(parameter=name, detail=detail, code="unknown-parameter")
        for name in names
        if name not in known and name != FORMAT
    ]


def repeated(data: QueryDict, *single: str) -> list[RequestFault]:
    """Tell which parameters that take one value were given several."""
    return [
        RequestFault(parameter=name, detail=str(ONE_VALUE), code="several")
        for name in single
        if len(values_of(data.getlist(name))) > 1
    ]


def faults_of_filters(filterset: ListFilter) -> list[RequestFault]:
    """Tell everything that is wrong with the filters of a list."""
    return unknown(filterset.unknown()) + [
        RequestFault(parameter=parameter, detail=message, code=(error.code or "invalid").replace("_", "-"))
        for parameter, found in filterset.form.errors.as_data().items()
        for error in found
        for message in error.messages
    ]


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The page of a list that is asked, counted from 1."""

    number: int
    size: int

    @property
    def rows(self) -> slice:
        """The place of its rows in the list."""
        return slice((self.number - 1) * self.size, self.number * self.size)

    def last(self, count: int) -> int:
        """Return the number of the last page of a list; an empty list has one page."""
        return max(1, -(-count // self.size))


def read_page(data: QueryDict, faults: list[RequestFault]) -> AskedPage:
    """Read the page, adding what is wrong with it to the faults."""
    asked = {"page": (1, 10**9), "pageSize": (DEFAULT_SIZE, LARGEST_SIZE)}
    faults += repeated(data, *asked)
    numbers = []
    for parameter, (default, most) in asked.items():
        text = data.get(parameter, str(default))
        fits = len(text) < 12 and text.isascii() and text.isdigit() and 1 <= int(text) <= most
        if not fits:
            detail = f"Schrijf een heel getal van 1 tot en met {most}."
            faults.append(RequestFault(parameter=parameter, detail=detail, code="out-of-range"))
        numbers.append(int(text) if fits else default)
    return AskedPage(*numbers)


def refuse_beyond(page: AskedPage, count: int) -> None:
    """Raise ProblemError for a page after the last one, or too deep in the list."""
    last = page.last(count)
    if page.number > last:
        raise because(404, "page", f"Pagina {page.number} bestaat niet; de laatste is {last}.", "beyond-last-page")
    if page.rows.start >= DEEPEST:
        raise because(
            400, "page", f"Bladeren kan tot rij {DEEPEST}. Vraag iets preciezers, met meer filters.", "too-deep"
        )
