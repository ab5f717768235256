"""What is known about whether an initiative works: the plan to find out, and the research that there is."""

from django.utils.translation import gettext_lazy as _

from evidence.choices import Effect, SchemeCode
from submissions.choices import Tier
from submissions.questions.choices import ClaimedLevel, ComparisonGroup, ReportLanguage
from submissions.questions.declaration import MANY, Form, Page, Question

EVALUATION = Page(
    "evaluation",
    _("Plan voor onderzoek"),
    _("Hoe gaat u na of het initiatief iets uitmaakt? Een klein plan is ook een plan."),
    (
        Question(
            "has_plan",
            _("Is er een plan om te onderzoeken wat het initiatief uitmaakt?"),
            Form.YES_NO,
            help=_("Ook als het onderzoek al loopt of klaar is, is het antwoord ja."),
            example=_("Ja"),
            needed=True,
        ),
        Question(
            "why_no_plan",
            _("Waarom is er geen plan?"),
            Form.TEXT,
            help=_("Alleen als er geen plan is."),
            example=_("Het is een proef met acht mensen. Wij willen eerst zien of het uitvoerbaar is."),
        ),
        Question(
            "measures_before_and_after",
            _("Meet u vóór het begin en na afloop?"),
            Form.YES_NO,
            help=_(
                "Bijvoorbeeld hoeveel deelnemers werk hadden toen zij begonnen, en hoeveel een half jaar na afloop."
            ),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "comparison_group",
            _("Met wie vergelijkt u de deelnemers?"),
            Form.CHOICE,
            example=_("Met mensen die op de deelnemers lijken, maar niet meedoen"),
            tier=Tier.DESCRIBE,
            choices=ComparisonGroup,
        ),
        Question(
            "controls_for_differences",
            _("Houdt u rekening met verschillen tussen de groepen?"),
            Form.YES_NO,
            help=_("Bijvoorbeeld in leeftijd, opleiding, taal en hoe lang iemand al zonder werk is."),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "drawn_by_lot",
            _("Bepaalt het lot wie meedoet en wie niet, of wie eerder en wie later begint?"),
            Form.YES_NO,
            example=_("Nee"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "plan_participants",
            _("Van hoeveel mensen verzamelt u gegevens?"),
            Form.NUMBER,
            help=_("Tel de mensen met wie u vergelijkt mee."),
            example="120",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            "plan_months",
            _("Hoeveel maanden volgt u mensen?"),
            Form.NUMBER,
            example="12",
            tier=Tier.DESCRIBE,
            largest=600,
        ),
        Question(
            "plan_start",
            _("Wanneer begint het onderzoek?"),
            Form.DATE,
            example=_("september 2025"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "plan_results",
            _("Wanneer verwacht u resultaten?"),
            Form.DATE,
            example="2027",
            tier=Tier.DESCRIBE,
        ),
        Question(
            "plan_evaluator",
            _("Welke organisatie doet het onderzoek?"),
            Form.LINE,
            help=_("Noem een organisatie, geen persoon."),
            example=_("Hogeschool Voorbeeldstad"),
            tier=Tier.DESCRIBE,
            largest=200,
        ),
    ),
)

RESEARCH = Page(
    "research",
    _("Onderzoek"),
    _("Wat is er al uitgekomen? Zeg wat het onderzoek meet en vindt, ook als het tegenvalt."),
    (
        Question(
            "research_title",
            _("Wat is de titel van het onderzoek?"),
            Form.LINE,
            example=_("Leren in de keuken: deelnemers een jaar later"),
            tier=Tier.RESEARCH,
            needed=True,
            largest=300,
        ),
        Question(
            "research_authors",
            _("Wie schreven het?"),
            Form.LINES,
            help=_(
                "De schrijvers zoals zij op het rapport staan, of de instelling. Een per regel, de achternaam eerst."
            ),
            example=_("Hogeschool Voorbeeldstad"),
            tier=Tier.RESEARCH,
            needed=True,
            largest=30,
        ),
        Question(
            "research_published",
            _("Wanneer is het verschenen?"),
            Form.DATE,
            example="2025",
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            "research_url",
            _("Op welk webadres staat het?"),
            Form.WEB,
            help=_("Begin met https://."),
            example="https://www.example.org/rapport.pdf",
            tier=Tier.RESEARCH,
            largest=700,
        ),
        Question(
            "research_language",
            _("In welke taal is het geschreven?"),
            Form.CHOICE,
            example=_("Nederlands"),
            tier=Tier.RESEARCH,
            choices=ReportLanguage,
        ),
        Question(
            "research_measured",
            _("Wat is er gemeten, bij wie en hoe?"),
            Form.TEXT,
            example=_(
                "Of 60 deelnemers en 60 mensen op de wachtlijst na twaalf maanden betaald werk hadden, "
                "volgens de gegevens van de gemeente."
            ),
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            "research_success_measures",
            _("Over welke uitkomsten gaat het?"),
            Form.CHOICES,
            example=_("Aan het werk"),
            tier=Tier.RESEARCH,
            needed=True,
            scheme=SchemeCode.SUCCESS_MEASURE,
        ),
        Question(
            "research_effect",
            _("Wat kwam eruit?"),
            Form.CHOICE,
            help=_("Kies wat het onderzoek zegt over de uitkomst, ook als er geen verschil was."),
            example=_("Geen verschil"),
            tier=Tier.RESEARCH,
            needed=True,
            choices=Effect,
        ),
        Question(
            "research_result",
            _("Wat is het resultaat, in uw eigen woorden?"),
            Form.TEXT,
            help=_("Noem de belangrijkste cijfers, en zeg waarmee is vergeleken."),
            example=_(
                "Van de deelnemers had 45 procent na een jaar werk, van de mensen op de wachtlijst 40 procent. "
                "Dat verschil kan toeval zijn."
            ),
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            "sms_claimed",
            _("Welk niveau op de Maryland-schaal heeft het onderzoek, als u dat weet?"),
            Form.CHOICE,
            help=_("Alleen de beoordelaar ziet dit. Laat het leeg als u het niet weet."),
            example=_("Niveau 3"),
            tier=Tier.RESEARCH,
            choices=ClaimedLevel,
        ),
    ),
)
