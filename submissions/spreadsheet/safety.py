"""Refuse a workbook that is no workbook, or that would cost more to open than any filled-in form needs.

Only the directory of the archive is read here. What it says is also what is unpacked: `zipfile`
never reads more than that.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from submissions.spreadsheet.layout import LARGEST_FILE

MOST_PARTS = 200
LARGEST_WHOLE = 20_000_000
"""The most bytes of all parts together, unpacked. Most are never opened; those that are have a limit of their own."""
LARGEST_RATIO = 100
SMALL = 100_000
"""A part below this may be packed as tightly as it likes."""
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old workbooks (.xls) start, and those with a password."""
REFUSED_PARTS = {"xl/externallinks/": "links", "xl/vbaproject.bin": "macros", "xl/connections.xml": "links"}


class UnsafeError(ValueError):
    """This file is not opened; the message says why, and what to do."""


def check(data: bytes) -> None:
    """Raise UnsafeError when these bytes are not a workbook that can be opened safely."""
    if len(data) > LARGEST_FILE:
        raise UnsafeError(_("Het bestand is groter dan 2 MB. Haal plaatjes weg en probeer het opnieuw."))
    if data.startswith(OLD_OR_LOCKED):
        raise UnsafeError(
            _(
                "Het bestand heeft een wachtwoord of is een oud soort bestand (.xls). Sla het op als .xlsx, zonder "
                "wachtwoord."
            )
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnsafeError(
            _("Dit is geen spreadsheet in XLSX. Gebruik ons sjabloon en sla het op als .xlsx.")
        ) from error
    _check_parts(parts)


def _check_parts(parts: list[ZipInfo]) -> None:
    names = [part.filename.lower().lstrip("/") for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) < len(names) or any(_is_odd(part) for part in parts):
        raise UnsafeError(
            _(
                "Dit bestand is anders opgebouwd dan een gewone spreadsheet. Gebruik ons sjabloon en sla het op als "
                ".xlsx."
            )
        )
    if sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise UnsafeError(
            _(
                "Dit bestand wordt te groot als wij het uitpakken. Gebruik ons sjabloon, zonder andere bladen of "
                "plaatjes."
            )
        )
    found = {what for name in names for start, what in REFUSED_PARTS.items() if name.startswith(start)}
    if "macros" in found:
        raise UnsafeError(_("Dit bestand bevat macro's. Sla het op als .xlsx, zonder macro's."))
    if found:
        raise UnsafeError(
            _("Dit bestand haalt gegevens uit andere bestanden. Plak die gegevens als tekst en probeer het opnieuw.")
        )


def _is_odd(part: ZipInfo) -> bool:
    """Tell whether a part is encrypted, packed in another way than workbooks are, or packed too tightly to be one."""
    is_encrypted = bool(part.flag_bits & 0x1)
    is_bomb = part.file_size > SMALL and part.file_size > LARGEST_RATIO * part.compress_size
    return is_encrypted or is_bomb or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
