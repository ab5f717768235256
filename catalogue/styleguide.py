"""The page with the building blocks of the site. Every example here is invented, and says so."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.listing import Chip, ParameterFault
from catalogue.pagination import PageLink
from catalogue.public.facet_groups import FacetGroup, ShownFacet
from catalogue.public.facts import Fact, FactValue, Place, WhyBlank
from catalogue.public.home import Tile
from catalogue.public.interventions.cards import Card
from catalogue.public.source_rows import FigureRow, FindingRow
from catalogue.public.verdict_badges import VerdictBadge
from catalogue.submitting.examples import of_forms
from catalogue.wording import PrintedLevel, printed_level
from evidence.choices import Direction, Effect
from evidence.facets import FacetValue
from evidence.levels import parse_level
from evidence.models import Source, Study


def examples() -> dict[str, Any]:
    """Return an example of every building block."""
    source = Source(slug="voorbeeld-2026", title=_("Voorbeeld van een bron"), publisher="Werkwijs", year=2026)
    verdicts = [VerdictBadge(direction=code, words=str(code.label)) for code in Direction]
    return of_forms() | {
        "verdicts": verdicts,
        "effects": Effect.choices,
        "levels": [5, 3, 1, None],
        "printed_levels": [_printed("2_3"), _printed("0"), None],
        "chips": [Chip(_("Land"), _("Zweden"), "#chips"), Chip(_("Type interventie"), "Mentoring", "#chips")],
        "blanks": list(WhyBlank),
        "source": source,
        "group": _facet_group(),
        "pages": [
            PageLink(1, "#pages", False),
            PageLink(0, "", False),
            PageLink(4, "#pages", True),
            PageLink(5, "#pages", False),
        ],
        "faults": [ParameterFault(_("Land"), _("“XX” kennen we hier niet."), "#faults")],
        "facts": [
            Fact(_("Werkgebied"), [FactValue(_("Landelijk"), Place(source, "§1"))]),
            Fact(_("Deelnemers"), [], WhyBlank.NOT_IN_SOURCE),
        ],
        "results": [_finding(source)],
        "figures": [_figure(source)],
        "tile": Tile(207, _("Aanpakken"), "#tile", _("Zoek in alle aanpakken")),
        "card": _card(verdicts[0]),
    }


def _printed(level: str) -> PrintedLevel | None:
    low, high, counted = parse_level(level) or (None, None, None)
    return printed_level(Study(sms_printed=level, sms_min=low, sms_max=high, sms_counted=counted))


def _facet_group() -> FacetGroup:
    values = [
        FacetValue(code="a", label=_("Eerste keuze"), count=12, selected=True),
        FacetValue(code="b", label=_("Een smallere keuze"), count=3, depth=1),
    ]
    facet = ShownFacet(parameter="example", name="example", label=_("Voorbeeld"), values=values, single=False, chosen=1)
    return FacetGroup(
        name="example", label=_("Voorbeeld"), facets=[facet], several=False, chosen=1, open=True, first=True
    )


def _finding(source: Source) -> FindingRow:
    return FindingRow(
        statement=_("Van de deelnemers had een groter deel werk."),
        note=_("Dit is een verzonnen voorbeeld."),
        direction=Effect.POSITIVE,
        direction_label=str(Effect.POSITIVE.label),
        size="35%",
        comparison=_("controlegroep: 22%"),
        difference=_("+13 procentpunt"),
        when=_("na 12 maanden"),
        subgroup=_("vrouwen"),
        source=source,
        locator="§2",
    )


def _figure(source: Source) -> FigureRow:
    return FigureRow(
        statement=_("Zoveel mensen hadden geen werk."),
        size="40%",
        comparison=_("landelijk: 20%"),
        period="2026",
        source=source,
        locator="§3",
    )


def _card(verdict: VerdictBadge) -> Card:
    return Card(
        slug="voorbeeld",
        name=_("Voorbeeld van een aanpak"),
        language="",
        translation="",
        sentence=_("Een zin die zegt wat het is."),
        sentence_language="",
        blank="",
        where=_("Zweden"),
        types="Mentoring",
        sources_differ=False,
        facts=[_("Lopend")],
        verdict=verdict,
        differ=True,
        level=_printed("4"),
        studies=_("2 onderzoeken"),
        self_reported=False,
        used_by=_("Gebruikt door 4 gemeenten"),
    )


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every building block with an example."""
    return render(request, "public/about/styleguide.html", examples())
