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
            code="has_plan",
            label=_("Is er een plan om te onderzoeken wat het initiatief uitmaakt?"),
            form=Form.YES_NO,
            help=_("Ook als het onderzoek al loopt of klaar is, is het antwoord ja."),
            example=_("Ja"),
            needed=True,
        ),
        Question(
            code="why_no_plan",
            label=_("Waarom is er geen plan?"),
            form=Form.TEXT,
            help=_("Alleen als er geen plan is."),
            example=_("Het is een proef met acht mensen. Wij willen eerst zien of het uitvoerbaar is."),
        ),
        Question(
            code="measures_before_and_after",
            label=_("Meet u vóór het begin en na afloop?"),
            form=Form.YES_NO,
            help=_(
                "Bijvoorbeeld hoeveel deelnemers werk hadden toen zij begonnen, en hoeveel een half jaar na afloop."
            ),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="comparison_group",
            label=_("Met wie vergelijkt u de deelnemers?"),
            form=Form.CHOICE,
            example=_("Met mensen die op de deelnemers lijken, maar niet meedoen"),
            tier=Tier.DESCRIBE,
            choices=ComparisonGroup,
        ),
        Question(
            code="controls_for_differences",
            label=_("Houdt u rekening met verschillen tussen de groepen?"),
            form=Form.YES_NO,
            help=_("Bijvoorbeeld in leeftijd, opleiding, taal en hoe lang iemand al zonder werk is."),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="drawn_by_lot",
            label=_("Bepaalt het lot wie meedoet en wie niet, of wie eerder en wie later begint?"),
            form=Form.YES_NO,
            example=_("Nee"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="plan_participants",
            label=_("Van hoeveel mensen verzamelt u gegevens?"),
            form=Form.NUMBER,
            help=_("Tel de mensen met wie u vergelijkt mee."),
            example="120",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            code="plan_months",
            label=_("Hoeveel maanden volgt u mensen?"),
            form=Form.NUMBER,
            example="12",
            tier=Tier.DESCRIBE,
            largest=600,
        ),
        Question(
            code="plan_start",
            label=_("Wanneer begint het onderzoek?"),
            form=Form.DATE,
            example=_("september 2025"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="plan_results",
            label=_("Wanneer verwacht u resultaten?"),
            form=Form.DATE,
            example="2027",
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="plan_evaluator",
            label=_("Welke organisatie doet het onderzoek?"),
            form=Form.LINE,
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
            code="research_title",
            label=_("Wat is de titel van het onderzoek?"),
            form=Form.LINE,
            example=_("Leren in de keuken: deelnemers een jaar later"),
            tier=Tier.RESEARCH,
            needed=True,
            largest=300,
        ),
        Question(
            code="research_authors",
            label=_("Wie schreven het?"),
            form=Form.LINES,
            help=_(
                "De schrijvers zoals zij op het rapport staan, of de instelling. Een per regel, de achternaam eerst."
            ),
            example=_("Hogeschool Voorbeeldstad"),
            tier=Tier.RESEARCH,
            needed=True,
            largest=30,
        ),
        Question(
            code="research_published",
            label=_("Wanneer is het verschenen?"),
            form=Form.DATE,
            example="2025",
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            code="research_url",
            label=_("Op welk webadres staat het?"),
            form=Form.WEB,
            help=_("Begin met https://."),
            example="https://www.example.org/rapport.pdf",
            tier=Tier.RESEARCH,
            largest=700,
        ),
        Question(
            code="research_language",
            label=_("In welke taal is het geschreven?"),
            form=Form.CHOICE,
            example=_("Nederlands"),
            tier=Tier.RESEARCH,
            choices=ReportLanguage,
        ),
        Question(
            code="research_measured",
            label=_("Wat is er gemeten, bij wie en hoe?"),
            form=Form.TEXT,
            example=_(
                "Of 60 deelnemers en 60 mensen op de wachtlijst na twaalf maanden betaald werk hadden, "
                "volgens de gegevens van de gemeente."
            ),
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            code="research_success_measures",
            label=_("Over welke uitkomsten gaat het?"),
            form=Form.CHOICES,
            example=_("Aan het werk"),
            tier=Tier.RESEARCH,
            needed=True,
            scheme=SchemeCode.SUCCESS_MEASURE,
        ),
        Question(
            code="research_effect",
            label=_("Wat kwam eruit?"),
            form=Form.CHOICE,
            help=_("Kies wat het onderzoek zegt over de uitkomst, ook als er geen verschil was."),
            example=_("Geen verschil"),
            tier=Tier.RESEARCH,
            needed=True,
            choices=Effect,
        ),
        Question(
            code="research_result",
            label=_("Wat is het resultaat, in uw eigen woorden?"),
            form=Form.TEXT,
            help=_("Noem de belangrijkste cijfers, en zeg waarmee is vergeleken."),
            example=_(
                "Van de deelnemers had 45 procent na een jaar werk, van de mensen op de wachtlijst 40 procent. "
                "Dat verschil kan toeval zijn."
            ),
            tier=Tier.RESEARCH,
            needed=True,
        ),
        Question(
            code="sms_claimed",
            label=_("Welk niveau op de Maryland-schaal heeft het onderzoek, als u dat weet?"),
            form=Form.CHOICE,
            help=_("Alleen de beoordelaar ziet dit. Laat het leeg als u het niet weet."),
            example=_("Niveau 3"),
            tier=Tier.RESEARCH,
            choices=ClaimedLevel,
        ),
    ),
)
