"""What a question finds, as a table for a spreadsheet: comma-separated, UTF-8, an intervention a line, in its order."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _

from catalogue import wording
from catalogue.selection import Selection
from evidence import states, verdicts
from evidence.choices import SchemeCode
from evidence.models import Intervention

CsvCell = str | int | None
BATCH = 500
BYTE_ORDER_MARK = "\ufeff"
"""By this a spreadsheet program knows that it is UTF-8."""
COMMANDS = "=+-@\t\r＝＋－＠"
"""What a spreadsheet program takes for the start of a formula, also in the wide forms of these signs."""
SCHEMES = {
    SchemeCode.INTERVENTION_TYPE: _("Type interventie"),
    SchemeCode.TARGET_GROUP: _("Doelgroep"),
    SchemeCode.COMPONENT: _("Onderdelen"),
    SchemeCode.SECTOR: _("Sector"),
}
HEADINGS = (
    _("Naam"),
    _("Naam in de taal van de site"),
    _("Wat het is"),
    _("Alleen genoemd"),
    _("Land en plaats"),
    _("Soort"),
    *SCHEMES.values(),
    _("Werkgebied"),
    _("Schaal"),
    _("Status"),
    _("Start"),
    _("Einde"),
    _("Deelnemers"),
    _("Wat het onderzoek zegt"),
    _("Over welke uitkomst"),
    _("Hoogste niveau, zoals gedrukt"),
    _("Hoogste niveau, als getal"),
    _("Aantal onderzoeken"),
    _("Bron"),
    _("Plaats in de bron"),
    _("Laatst gewijzigd"),
    _("Adres"),
    _("Code"),
)


def defused(cell: CsvCell) -> CsvCell:
    """Return a cell that no spreadsheet program takes for a formula.

    Text that starts like one gets an apostrophe before it.
    """
    if isinstance(cell, str) and cell.lstrip(" \n")[:1] in tuple(COMMANDS):
        return f"'{cell}"
    return cell


def write_csv(selection: Selection, language: str) -> Iterator[str]:
    """Write the table in pieces of a fixed size, however long it is."""
    with translation.override(language):
        first = BYTE_ORDER_MARK + _written([[force_str(heading) for heading in HEADINGS]])
    yield first
    ids = selection.filterset.ids
    for start in range(0, len(ids), BATCH):
        rows = selection.filterset.rows(ids[start : start + BATCH], Intervention.objects.for_cards())
        with translation.override(language):
            piece = _written([defused(cell) for cell in _cells(row)] for row in rows)
        yield piece


def _written(rows: Iterable[list[CsvCell]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _cells(row: Intervention) -> list[CsvCell]:
    verdict = verdicts.headline(list(row.verdicts.all()), about=row.headline_id)
    by_scheme: dict[str, list[str]] = {}
    for classification in row.classifications.all():
        by_scheme.setdefault(classification.term.scheme.code, []).append(classification.term.label)
    return [
        row.name,
        row.name_translated,
        row.summary,
        _("nee") if row.described else _("ja"),
        wording.where(row),
        row.get_kind_display(),
        *("; ".join(dict.fromkeys(by_scheme.get(scheme, ()))) for scheme in SCHEMES),
        row.get_scope_display(),
        row.get_scale_display(),
        states.life_state(row),
        row.start_text,
        row.end_text,
        row.participants,
        states.verdict_words(verdict, row.studies.all()) if verdict else "",
        verdict.measure.label if verdict and verdict.measure else "",
        wording.highest_printed(row.studies.all()),
        row.sms_highest,
        len(row.studies.all()),
        row.source.title,
        row.locator,
        row.modified.date().isoformat(),
        settings.PUBLIC_URL + reverse("intervention-detail", args=(row.slug,)),
        row.slug,
    ]
