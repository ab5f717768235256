"""Examples for the page with the building blocks. Everything here is invented, and says so."""

from django.utils.translation import gettext as _

from catalogue.cards import Card
from catalogue.facet_groups import Group, ShownFacet
from catalogue.facts import Blank, Fact, Place, Problem, Result, Value
from catalogue.listing import Chip, Fault
from catalogue.method import Badge
from catalogue.overview import Tile
from catalogue.pagination import PageLink
from catalogue.submitting.examples import of_forms
from evidence.choices import Direction, Effect
from evidence.facets import Value as FacetValue
from evidence.models import Source


def examples() -> dict:
    """Return an example of every building block."""
    source = Source(slug="voorbeeld-2026", title=_("Voorbeeld van een bron"), publisher="Werkwijs", year=2026)
    verdicts = [Badge(code, str(label)) for code, label in Direction.choices]
    values = [FacetValue("a", _("Eerste keuze"), 12, True, 0), FacetValue("b", _("Een smallere keuze"), 3, False, 1)]
    facet = ShownFacet("example", "example", _("Voorbeeld"), values, False, 1)
    return of_forms() | {
        "verdicts": verdicts,
        "effects": Effect.choices,
        "levels": [5, 3, 1, None],
        "chips": [Chip(_("Land"), _("Zweden"), "#chips"), Chip(_("Type interventie"), "Mentoring", "#chips")],
        "blanks": list(Blank),
        "source": source,
        "group": Group("example", _("Voorbeeld"), [facet], False, 1, True, True),
        "pages": [PageLink(1, "#pages", False), PageLink(0, "", False), PageLink(4, "#pages", True), PageLink(5, "#pages", False)],
        "faults": [Fault(_("Land"), _("“XX” kennen we hier niet."), "#faults")],
        "facts": [
            Fact(_("Bereik"), [Value(_("Landelijk"), Place(source, "§1"))]),
            Fact(_("Deelnemers"), [], Blank.NOT_IN_SOURCE),
        ],
        "results": [
            Result(
                _("Van de deelnemers had een groter deel werk."), _("Dit is een verzonnen voorbeeld."),
                Effect.POSITIVE, Effect.POSITIVE.label, "35%", _("controlegroep: 22%"), _("+13 procentpunt"),
                _("na 12 maanden"), _("vrouwen"), None, source, "§2", False, False,
            )
        ],
        "figures": [Problem(_("Zoveel mensen hadden geen werk."), "", "40%", _("landelijk: 20%"), "2026", "", source, "§3")],
        "tile": Tile(207, _("Aanpakken"), "#tile", _("Zoek in alle aanpakken")),
        "card": Card(
            "voorbeeld", _("Voorbeeld van een aanpak"), "", "", _("Een zin die zegt wat het is."), "", _("Zweden"), "Mentoring",
            False, [_("Lopend")], verdicts[0], True, 4, _("2 onderzoeken"), False, _("Gebruikt door 4 gemeenten"),
        ),
    }  # fmt: skip
