"""How research is weighed: the words for direction, each with what it means and when it is used (docs/glossary.md)."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.public.verdict_badges import VerdictBadge
from evidence.choices import Direction


@dataclass(frozen=True, slots=True)
class Meaning:
    """A badge and what it means."""

    verdict: VerdictBadge
    meaning: str


def meanings() -> list[Meaning]:
    """Explain every direction."""
    words = {
        Direction.POSITIVE: _("Onderzoek op niveau 3 of hoger vindt een verbetering, en de onderzoeken zijn het eens."),
        Direction.MIXED: _(
            "Onderzoek op niveau 3 of hoger is het oneens, of het ging beter voor sommigen ten koste van anderen."
        ),
        Direction.NONE: _("Onderzoek op niveau 3 of hoger vindt geen verschil."),
        Direction.NEGATIVE: _("Onderzoek op niveau 3 of hoger vindt een verslechtering."),
        Direction.INSUFFICIENT: _("Er is alleen onderzoek op niveau 1 of 2, of een eigen opgave van de organisatie."),
        Direction.UNRATED: _(
            "Een bron noemt een uitkomst, maar geeft geen niveau. Wij laten zien wat de bron zegt en oordelen niet."
        ),
        Direction.NOT_EXTRACTED: _("Er is onderzoek, maar onze bron noemt er geen uitkomst van."),
        Direction.ONGOING: _(
            "Er loopt een onderzoek, of het is gepland. Is de dag van het rapport voorbij, "
            "dan staat er wanneer het was verwacht."
        ),
        Direction.NOT_STUDIED: _("Wij kennen geen onderzoek naar deze aanpak, en ook niet naar haar delen."),
    }
    return [Meaning(VerdictBadge(direction=code, words=str(code.label)), meaning) for code, meaning in words.items()]


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say how research is weighed, and what is not claimed."""
    return render(request, "public/about/method.html", {"directions": meanings()})
