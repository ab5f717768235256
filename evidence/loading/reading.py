"""Read tables and records, and remember where each value stands, so that a fault can be found."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from evidence import moments

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LARGEST_WHOLE = 10**9
YES = {"yes": True, "": False}


class FixtureFault(NamedTuple):
    """What is wrong, and where: the file, the row as an editor counts it, and the column."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{place}, column “{self.column}”: {self.message}" if self.column else f"{place}: {self.message}"


class FixturesRefusedError(Exception):
    """The input has faults; nothing was loaded."""

    def __init__(self, faults: Sequence[FixtureFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = list(faults)


class FixtureLine:
    """One row of a table or one record. Each reader takes a column, notes a fault when its value is wrong, goes on."""

    def __init__(
        self,
        file: str,
        row: int,
        cells: Mapping[str, Any],
        faults: list[FixtureFault],
        rows: Mapping[str, int] | None = None,
    ) -> None:
        self.file, self.row, self.cells, self.faults = file, row, cells, faults
        self._rows = rows or {}

    def fault(self, column: str, message: str) -> None:
        """Note what is wrong with a column, and go on."""
        self.faults.append(FixtureFault(self.file, self._rows.get(column, self.row), column, message))

    def text(self, column: str, *, required: bool = False) -> str:
        """Read a text without the space around it; a NUL is a fault."""
        value = self.cells.get(column, "")
        if not isinstance(value, str):
            self.fault(column, "must be a text")
            return ""
        if required and not value.strip():
            self.fault(column, "is empty")
        if "\0" in value:
            self.fault(column, "holds a NUL character")
        return value.strip()

    def slug(self, column: str) -> str:
        """Read a code of lower-case letters, digits and hyphens."""
        value = self.text(column, required=True)
        if value and not SLUG.fullmatch(value):
            self.fault(column, f"“{value}” is not a slug: use a-z, 0-9 and single hyphens")
        return value

    def items(self, column: str) -> list[str]:
        """Read a list: of a record, or separated by `;` in a cell."""
        value = self.cells.get(column, "")
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            if any("\0" in item for item in value):
                self.fault(column, "holds a NUL character")
            return [item.strip() for item in value if item.strip()]
        return [item.strip() for item in self.text(column).split(";") if item.strip()]

    def yes(self, column: str) -> bool:
        """Read `yes` or nothing."""
        value = self.text(column)
        if value not in YES:
            self.fault(column, f"“{value}” is neither “yes” nor empty")
        return YES.get(value, False)

    def whole(self, column: str) -> int | None:
        """Read a whole number of zero or more."""
        value = self.cells.get(column, "")
        if value == "":
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST_WHOLE:
            return value
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            return int(value)
        self.fault(column, f"“{value}” is not a whole number")
        return None

    def decimal(self, column: str) -> Decimal | None:
        """Read a number with a decimal point."""
        value = self.text(column)
        if not value:
            return None
        if NUMBER.fullmatch(value):
            return Decimal(value)
        self.fault(column, f"“{value}” is not a number: write 2.8, not 2,8")
        return None

    def moment(self, column: str) -> tuple[date | None, int | None]:
        """Read a moment (`evidence.moments`): its first day, and how much of it is known."""
        value = self.text(column)
        if not value:
            return None, None
        try:
            return moments.read(value)
        except ValueError:
            self.fault(column, f"“{value}” is not a date: write 2016, 2016-06, 2016-06-01 or 2016-23 (autumn)")
            return None, None

    def one(self, column: str, known: Mapping[str, Any], *, required: bool = False):
        """Read the code of something that exists; `known` maps codes to it."""
        code = self.text(column, required=required)
        if code and code not in known:
            self.fault(column, f"“{code}” does not exist")
        return known.get(code)

    def many(self, column: str, known: Mapping[str, Any]) -> list[Any]:
        """Read several codes of things that exist."""
        codes = self.items(column)
        for code in codes:
            if code not in known:
                self.fault(column, f"“{code}” does not exist")
        return [known[code] for code in dict.fromkeys(codes) if code in known]


def read_table(path: Path, root: Path, columns: Sequence[str], faults: list[FixtureFault]) -> Iterator[FixtureLine]:
    """Read a table; the header must be `columns`, in this order."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = next(rows, [])
        if header != list(columns):
            faults.append(FixtureFault(name, 1, "", f"the header must be {','.join(columns)}, not {','.join(header)}"))
            return
        start = rows.line_num + 1
        for cells in rows:
            if len(cells) == len(columns):
                yield FixtureLine(name, start, dict(zip(columns, cells, strict=True)), faults)
            elif cells:
                faults.append(FixtureFault(name, start, "", f"has {len(cells)} cells, the header has {len(columns)}"))
            start = rows.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        faults.append(_unreadable(name, error))


def _unreadable(name: str, error: Exception) -> FixtureFault:
    why = error.strerror if isinstance(error, OSError) else error
    return FixtureFault(name, 0, "", f"cannot be read: {why}")


def read_record(path: Path, root: Path, keys: Sequence[str], faults: list[FixtureFault]) -> FixtureLine | None:
    """Read a record; every key must be one of `keys`."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
        record = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(_unreadable(name, error))
        return None
    rows: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        rows.setdefault(line.split("=")[0].strip(" []"), number)
    record_line = FixtureLine(name, 1, record, faults, rows)
    for key in record:
        if key not in keys:
            record_line.fault(key, "is not a key of this record")
    return record_line
