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
            "place",
            _("Waar was dit?"),
            Form.LINE,
            help=_("Noem de gemeente, de regio of de wijk."),
            example=_("Gemeente Voorbeeldstad"),
            needed=True,
            largest=200,
        ),
        Question(
            "start",
            _("Wanneer begon u?"),
            Form.DATE,
            help=_("Zo precies als u het weet. Een jaar is genoeg."),
            example=_("maart 2023"),
            needed=True,
        ),
        Question(
            "end",
            _("Wanneer stopte u?"),
            Form.DATE,
            help=_("Laat dit leeg als u er nog mee bezig bent."),
            example=_("juni 2024"),
        ),
        Question(
            "adaptations",
            _("Wat heeft u aangepast?"),
            Form.TEXT,
            help=_("Vergelijk met de beschrijving in de catalogus."),
            example=_(
                "Wij deden het in de zorg in plaats van de horeca, en maakten de groepen kleiner: zes mensen in plaats van twaalf."
            ),
        ),
        Question(
            "cost_in_euro",
            _("Wat heeft het gekost?"),
            Form.EURO,
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
        Question("entered", _("Hoeveel mensen begonnen?"), Form.NUMBER, help=UNKNOWN, example="24", largest=MANY),
        Question(
            "left", _("Hoeveel mensen stopten voor het einde?"), Form.NUMBER, help=UNKNOWN, example="3", largest=MANY
        ),
        Question(
            "in_work_after_6_months",
            _("Hoeveel van hen hadden betaald werk, 6 maanden na de start?"),
            Form.NUMBER,
            help=UNKNOWN,
            example="9",
            largest=MANY,
        ),
        Question(
            "in_work_after_12_months",
            _("Hoeveel van hen hadden betaald werk, 12 maanden na de start?"),
            Form.NUMBER,
            help=UNKNOWN,
            example="13",
            largest=MANY,
        ),
        Question(
            "in_work_after_24_months",
            _("Hoeveel van hen hadden betaald werk, 24 maanden na de start?"),
            Form.NUMBER,
            help=UNKNOWN,
            example="12",
            largest=MANY,
        ),
        Question(
            "satisfaction",
            _("Hoe tevreden waren de deelnemers, en hoe heeft u dat gemeten?"),
            Form.TEXT,
            example=_("Wij vroegen het na afloop in een gesprek. Van de 21 mensen raadden er 17 het aan anderen aan."),
        ),
        Question(
            "match",
            _("Past het werk bij wat deelnemers kunnen en willen, en hoe weet u dat?"),
            Form.TEXT,
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
            "lessons_learned",
            _("Wat heeft u geleerd?"),
            Form.TEXT,
            help=_("Wat ging goed, wat ging niet goed, en wat zou u een collega aanraden?"),
            example=_("Zoek eerst werkgevers en werf daarna pas deelnemers. Reken op drie maanden voorbereiding."),
            needed=True,
        ),
        Question("would_do_again", _("Zou u het weer doen?"), Form.YES_NO, example=_("Ja"), needed=True),
        Question(
            "why_stopped",
            _("Waarom bent u gestopt?"),
            Form.TEXT,
            help=_("Alleen als u gestopt bent."),
            example=_("De projectsubsidie liep na twee jaar af."),
        ),
    ),
)

EXPERIENCE: tuple[Page, ...] = (PRACTICE, RESULTS, VERDICT)
