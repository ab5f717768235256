"""How an initiative is carried out: by whom and with whom, for what money, what it takes, what makes it work, and
elsewhere.
"""

from django.utils.translation import gettext_lazy as _

from evidence.choices import SchemeCode
from submissions.choices import Tier
from submissions.questions.declaration import MANY, Form, Page, Question

EXECUTION = Page(
    "execution",
    _("Uitvoering"),
    _("Wie voert het uit, en voor hoeveel mensen?"),
    (
        Question(
            "executor",
            _("Welke organisatie voert het uit?"),
            Form.LINE,
            help=_("Noem een organisatie of afdeling, geen persoon."),
            example=_("Stichting Voorbeeld Werkt"),
            tier=Tier.DESCRIBE,
            needed=True,
            largest=200,
        ),
        Question(
            "participants",
            _("Hoeveel mensen hebben tot nu toe meegedaan?"),
            Form.NUMBER,
            help=_("Laat dit leeg als u het niet weet. Vul 0 in als er nog niemand meedeed."),
            example="64",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            "sectors",
            _("In welke sectoren vinden deelnemers werk?"),
            Form.CHOICES,
            example=_("Horeca"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.SECTOR,
        ),
        Question(
            "career_moments",
            _("Op welk moment in de loopbaan helpt het?"),
            Form.CHOICES,
            example=_("Nieuw in Nederland"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.CAREER_MOMENT,
        ),
    ),
)

COOPERATION = Page(
    "cooperation",
    _("Samenwerking"),
    _("Met wie werkt u samen?"),
    (
        Question(
            "partners",
            _("Welke organisaties doen mee?"),
            Form.LINES,
            help=_("Noem organisaties, geen personen."),
            example=_("Taalschool De Brug; Restaurantvereniging Voorbeeldstad"),
            tier=Tier.DESCRIBE,
            largest=30,
        ),
        Question(
            "parties",
            _("Wat voor partijen zijn dat?"),
            Form.CHOICES,
            example=_("Werkgevers; Onderwijsinstellingen"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.PARTY,
        ),
        Question(
            "cooperation",
            _("Wie doet wat, en hoe gaat de samenwerking?"),
            Form.TEXT,
            example=_(
                "De gemeente meldt deelnemers aan, de taalschool geeft les en de restaurants bieden plekken. "
                "Elke maand bespreken zij samen hoe het gaat. Het duurde een half jaar voor iedereen elkaar kende."
            ),
            tier=Tier.DESCRIBE,
        ),
    ),
)

COSTS = Page(
    "costs",
    _("Kosten en financiering"),
    _("Wat kost het, en wie betaalt?"),
    (
        Question(
            "budget",
            _("Wat is het hele budget?"),
            Form.EURO,
            help=_("In hele euro's, voor de hele looptijd. Laat dit leeg als u het niet weet."),
            example="180.000",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            "cost_per_participant",
            _("Wat kost het ongeveer per deelnemer?"),
            Form.EURO,
            help=_("In hele euro's. Een schatting is goed."),
            example="4.500",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            "costs",
            _("Waar gaat het geld naartoe?"),
            Form.TEXT,
            example=_(
                "De helft gaat naar begeleiding, een derde naar taalles en de rest naar reiskosten en kinderopvang."
            ),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "funding",
            _("Waar komt het geld vandaan?"),
            Form.CHOICES,
            example=_("Geld van de overheid; Geld van bedrijven"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.FUNDING,
        ),
        Question(
            "steering",
            _("Wie stuurt het aan?"),
            Form.CHOICES,
            example=_("Decentrale sturing"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.STEERING,
        ),
    ),
)

CONDITIONS = Page(
    "conditions",
    _("Randvoorwaarden"),
    _("Wat moet er zijn, anders lukt het niet?"),
    (
        Question(
            "conditions",
            _("Wat is er nodig om dit te kunnen doen?"),
            Form.LINES,
            help=_("Denk aan mensen, geld, ruimte, regels en afspraken. Schrijf elke voorwaarde als een hele zin."),
            example=_(
                "Werkgevers maken tijd vrij voor begeleiding op de werkplek; Er is kinderopvang op de dagen dat deelnemers werken"
            ),
            tier=Tier.DESCRIBE,
            needed=True,
            largest=20,
        ),
    ),
)

WORKING_ELEMENTS = Page(
    "working-elements",
    _("Werkzame elementen"),
    _("Wat maakt volgens u het verschil? En wat gaat nog niet goed?"),
    (
        Question(
            "working_elements",
            _("Waardoor werkt het, denkt u?"),
            Form.LINES,
            help=_("Schrijf elk element als een hele zin."),
            example=_(
                "Deelnemers oefenen de taal meteen in het werk; De coach blijft dezelfde, ook na de start van de baan"
            ),
            tier=Tier.DESCRIBE,
            largest=20,
        ),
        Question(
            "building_blocks",
            _("Welke bouwstenen herkent u?"),
            Form.CHOICES,
            help=_("De Sociaal-Economische Raad (SER) beschreef deze bouwstenen van leren en werken."),
            example=_("Begeleiding op maat; Taalaanbod op maat"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.BUILDING_BLOCK,
        ),
        Question(
            "obstacles",
            _("Waar loopt u tegenaan?"),
            Form.LINES,
            help=_("Schrijf elk knelpunt als een hele zin."),
            example=_("Wie net genoeg verdient, raakt toeslagen kwijt; Er is te weinig taalles in de avond"),
            tier=Tier.DESCRIBE,
            largest=20,
        ),
        Question(
            "lessons",
            _("Wat heeft u geleerd?"),
            Form.LINES,
            help=_("Schrijf elke les als een hele zin."),
            example=_("Begin met twee werkgevers die echt willen, en breid daarna pas uit"),
            tier=Tier.DESCRIBE,
            largest=20,
        ),
    ),
)

TRANSFERABILITY = Page(
    "transferability",
    _("Overdraagbaarheid"),
    _("Kan een andere gemeente dit ook doen?"),
    (
        Question(
            "possible_elsewhere",
            _("Kan het ook ergens anders worden uitgevoerd?"),
            Form.YES_NO,
            help=_("Denk aan andere regio's, sectoren of groepen."),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "needed_elsewhere",
            _("Wat heeft een andere gemeente nodig om dit over te nemen? Of waarom kan het niet?"),
            Form.TEXT,
            example=_(
                "Een taalschool die op de werkplek lesgeeft, en vijf restaurants met plek. Ons lesboek is gratis te gebruiken."
            ),
            tier=Tier.DESCRIBE,
            needed=True,
        ),
        Question(
            "adaptations",
            _("Wat mag anders, en wat moet hetzelfde blijven?"),
            Form.TEXT,
            example=_(
                "De sector mag anders zijn, bijvoorbeeld de zorg. De vaste coach en de taalles op het werk moeten blijven."
            ),
            tier=Tier.DESCRIBE,
        ),
    ),
)

DIFFERENCE = Page(
    "difference",
    _("Verschil met andere initiatieven"),
    _("Er zijn misschien al initiatieven die hierop lijken. Kijk eerst daar."),
    (
        Question(
            "different_because",
            _("Wat is anders dan bij initiatieven die erop lijken?"),
            Form.TEXT,
            help=_("Alleen als u een initiatief heeft gezien dat erop lijkt."),
            example=_(
                "Anders omdat bij ons de werkgevers zelf de taalles betalen, en omdat deelnemers meteen een contract krijgen."
            ),
        ),
    ),
)
