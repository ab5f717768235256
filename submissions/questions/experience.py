"""The questions about a practice experience: what an organisation saw when it worked with an intervention.

“Succes is meer dan plaatsing” (Risbo 2023, §5.2.1): satisfaction and match are asked beside the numbers.
Codes are those of `Experience`, where it has the field.
"""

from django.utils.translation import gettext_lazy as _

from submissions.questions.declaration import MANY, Form, Page, Question

UNKNOWN = _("Weet u het niet? Laat het dan leeg.")

PRACTICE = Page(
    "practice",
    _("Uw praktijk"),
    _("Waar, wanneer en hoe heeft u ermee gewerkt?"),
    (
        Question(
            code="place",
            label=_("Waar was dit?"),
            form=Form.LINE,
            help=_("Noem de gemeente, de regio of de wijk."),
            example=_("Gemeente Voorbeeldstad"),
            needed=True,
            largest=200,
        ),
        Question(
            code="start",
            label=_("Wanneer begon u?"),
            form=Form.DATE,
            help=_("Zo precies als u het weet. Een jaar is genoeg."),
            example=_("maart 2023"),
            needed=True,
        ),
        Question(
            code="end",
            label=_("Wanneer stopte u?"),
            form=Form.DATE,
            help=_("Laat dit leeg als u er nog mee bezig bent."),
            example=_("juni 2024"),
        ),
        Question(
            code="adaptations",
            label=_("Wat heeft u aangepast?"),
            form=Form.TEXT,
            help=_("Vergelijk met de beschrijving in de catalogus."),
            example=_(
                "Wij deden het in de zorg in plaats van de horeca, en maakten de groepen kleiner: zes mensen in plaats "
                "van twaalf."
            ),
        ),
        Question(
            code="cost_in_euro",
            label=_("Wat heeft het gekost?"),
            form=Form.EURO,
            help=_("Alle kosten samen, in hele euro's. Weet u het niet? Laat het dan leeg."),
            example="62.000",
            largest=MANY,
        ),
    ),
)

RESULTS = Page(
    "results",
    _("Resultaten"),
    _("Hoe ging het met de deelnemers? Noem alleen aantallen, geen namen."),
    (
        Question(
            code="entered",
            label=_("Hoeveel mensen begonnen?"),
            form=Form.NUMBER,
            help=UNKNOWN,
            example="24",
            largest=MANY,
        ),
        Question(
            code="left",
            label=_("Hoeveel mensen stopten voor het einde?"),
            form=Form.NUMBER,
            help=UNKNOWN,
            example="3",
            largest=MANY,
        ),
        Question(
            code="in_work_after_6_months",
            label=_("Hoeveel van hen hadden betaald werk, 6 maanden na de start?"),
            form=Form.NUMBER,
            help=UNKNOWN,
            example="9",
            largest=MANY,
        ),
        Question(
            code="in_work_after_12_months",
            label=_("Hoeveel van hen hadden betaald werk, 12 maanden na de start?"),
            form=Form.NUMBER,
            help=UNKNOWN,
            example="13",
            largest=MANY,
        ),
        Question(
            code="in_work_after_24_months",
            label=_("Hoeveel van hen hadden betaald werk, 24 maanden na de start?"),
            form=Form.NUMBER,
            help=UNKNOWN,
            example="12",
            largest=MANY,
        ),
        Question(
            code="satisfaction",
            label=_("Hoe tevreden waren de deelnemers, en hoe heeft u dat gemeten?"),
            form=Form.TEXT,
            example=_("Wij vroegen het na afloop in een gesprek. Van de 21 mensen raadden er 17 het aan anderen aan."),
        ),
        Question(
            code="match",
            label=_("Past het werk bij wat deelnemers kunnen en willen, en hoe weet u dat?"),
            form=Form.TEXT,
            example=_(
                "Tien van de dertien werkten op hun eigen niveau. Drie wilden liever ander werk. "
                "Dat vroeg de coach na drie maanden."
            ),
        ),
    ),
)

VERDICT = Page(
    "verdict",
    _("Uw oordeel"),
    _("Wat wilt u anderen meegeven?"),
    (
        Question(
            code="lessons_learned",
            label=_("Wat heeft u geleerd?"),
            form=Form.TEXT,
            help=_("Wat ging goed, wat ging niet goed, en wat zou u een collega aanraden?"),
            example=_("Zoek eerst werkgevers en werf daarna pas deelnemers. Reken op drie maanden voorbereiding."),
            needed=True,
        ),
        Question(
            code="would_do_again", label=_("Zou u het weer doen?"), form=Form.YES_NO, example=_("Ja"), needed=True
        ),
        Question(
            code="why_stopped",
            label=_("Waarom bent u gestopt?"),
            form=Form.TEXT,
            help=_("Alleen als u gestopt bent."),
            example=_("De projectsubsidie liep na twee jaar af."),
        ),
    ),
)

EXPERIENCE: tuple[Page, ...] = (PRACTICE, RESULTS, VERDICT)
