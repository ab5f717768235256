"""Reading a request: refuse what nobody can read, and list everything else that is wrong at once."""

from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from django.forms.utils import ErrorDict
from django.http import QueryDict
from rest_framework.request import Request

from api.problems import Fault, ProblemError, because
from evidence.filters.base import ListFilter

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


def refuse(faults: list[Fault]) -> None:
    """Raise ProblemError when anything is wrong."""
    if len(faults) == 1:
        raise because(400, *faults[0])
    if faults:
        raise ProblemError(400, f"Er kloppen {len(faults)} dingen niet.", faults)


def unknown(names: list[str]) -> list[Fault]:
    """Tell which parameters do not exist."""
    return [Fault(name, "Deze parameter bestaat hier niet.", "unknown-parameter") for name in names]


def of_filters(filterset: ListFilter) -> list[Fault]:
    """Tell everything that is wrong with the filters of a list."""
    errors: ErrorDict = filterset.form.errors
    return unknown(filterset.unknown()) + [
        Fault(parameter, message, (error.code or "invalid").replace("_", "-"))
        for parameter, found in errors.as_data().items()
        for error in found
        for message in error.messages
    ]


class Page(NamedTuple):
    """The page that is asked."""

    number: int
    size: int

    @property
    def rows(self) -> slice:
        """The place of its rows in the list."""
        return slice((self.number - 1) * self.size, self.number * self.size)

    def last(self, count: int) -> int:
        """Return the number of the last page of a list; an empty list has one page."""
        return max(1, -(-count // self.size))


def read_page(data: QueryDict, faults: list[Fault]) -> Page:
    """Read the page, adding what is wrong with it to the faults."""
    asked = {"page": (1, 10**9), "pageSize": (DEFAULT_SIZE, LARGEST_SIZE)}
    numbers = []
    for parameter, (default, most) in asked.items():
        text = data.get(parameter, str(default))
        fits = len(text) < 12 and text.isascii() and text.isdigit() and 1 <= int(text) <= most
        if not fits:
            faults.append(Fault(parameter, f"Schrijf een heel getal van 1 tot en met {most}.", "out-of-range"))
        numbers.append(int(text) if fits else default)
    return Page(*numbers)


def refuse_beyond(page: Page, count: int) -> None:
    """Raise ProblemError for a page after the last one, or too deep in the list."""
    last = page.last(count)
    if page.number > last:
        raise because(404, "page", f"Pagina {page.number} bestaat niet; de laatste is {last}.", "beyond-last-page")
    if page.rows.start >= DEEPEST:
        raise because(
            400, "page", f"Bladeren kan tot rij {DEEPEST}. Vraag iets preciezers, met meer filters.", "too-deep"
        )
