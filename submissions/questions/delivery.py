"""How an initiative is carried out: by whom, for what money, what it takes, what makes it work, and elsewhere."""

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
            code="executor",
            label=_("Welke organisatie voert het uit?"),
            form=Form.LINE,
            help=_("Noem een organisatie of afdeling, geen persoon."),
            example=_("Stichting Voorbeeld Werkt"),
            tier=Tier.DESCRIBE,
            needed=True,
            largest=200,
        ),
        Question(
            code="participants",
            label=_("Hoeveel mensen hebben tot nu toe meegedaan?"),
            form=Form.NUMBER,
            help=_("Laat dit leeg als u het niet weet. Vul 0 in als er nog niemand meedeed."),
            example="64",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            code="sectors",
            label=_("In welke sectoren vinden deelnemers werk?"),
            form=Form.CHOICES,
            example=_("Horeca"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.SECTOR,
        ),
        Question(
            code="career_moments",
            label=_("Op welk moment in de loopbaan helpt het?"),
            form=Form.CHOICES,
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
            code="partners",
            label=_("Welke organisaties doen mee?"),
            form=Form.LINES,
            help=_("Noem organisaties, geen personen."),
            example=_("Taalschool De Brug; Restaurantvereniging Voorbeeldstad"),
            tier=Tier.DESCRIBE,
            largest=30,
        ),
        Question(
            code="parties",
            label=_("Wat voor partijen zijn dat?"),
            form=Form.CHOICES,
            example=_("Werkgevers; Onderwijsinstellingen"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.PARTY,
        ),
        Question(
            code="cooperation",
            label=_("Wie doet wat, en hoe gaat de samenwerking?"),
            form=Form.TEXT,
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
            code="budget",
            label=_("Wat is het hele budget?"),
            form=Form.EURO,
            help=_("In hele euro's, voor de hele looptijd. Laat dit leeg als u het niet weet."),
            example="180.000",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            code="cost_per_participant",
            label=_("Wat kost het ongeveer per deelnemer?"),
            form=Form.EURO,
            help=_("In hele euro's. Een schatting is goed."),
            example="4.500",
            tier=Tier.DESCRIBE,
            largest=MANY,
        ),
        Question(
            code="costs",
            label=_("Waar gaat het geld naartoe?"),
            form=Form.TEXT,
            example=_(
                "De helft gaat naar begeleiding, een derde naar taalles en de rest naar reiskosten en kinderopvang."
            ),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="funding",
            label=_("Waar komt het geld vandaan?"),
            form=Form.CHOICES,
            example=_("Geld van de overheid; Geld van bedrijven"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.FUNDING,
        ),
        Question(
            code="steering",
            label=_("Wie stuurt het aan?"),
            form=Form.CHOICES,
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
            code="conditions",
            label=_("Wat is er nodig om dit te kunnen doen?"),
            form=Form.LINES,
            help=_("Denk aan mensen, geld, ruimte, regels en afspraken. Schrijf elke voorwaarde als een hele zin."),
            example=_(
                "Werkgevers maken tijd vrij voor begeleiding op de werkplek; Er is kinderopvang op de dagen dat "
                "deelnemers werken"
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
            code="working_elements",
            label=_("Waardoor werkt het, denkt u?"),
            form=Form.LINES,
            help=_("Schrijf elk element als een hele zin."),
            example=_(
                "Deelnemers oefenen de taal meteen in het werk; De coach blijft dezelfde, ook na de start van de baan"
            ),
            tier=Tier.DESCRIBE,
            largest=20,
        ),
        Question(
            code="building_blocks",
            label=_("Welke bouwstenen herkent u?"),
            form=Form.CHOICES,
            help=_("De Sociaal-Economische Raad (SER) beschreef deze bouwstenen van leren en werken."),
            example=_("Begeleiding op maat; Taalaanbod op maat"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.BUILDING_BLOCK,
        ),
        Question(
            code="obstacles",
            label=_("Waar loopt u tegenaan?"),
            form=Form.LINES,
            help=_("Schrijf elk knelpunt als een hele zin."),
            example=_("Wie net genoeg verdient, raakt toeslagen kwijt; Er is te weinig taalles in de avond"),
            tier=Tier.DESCRIBE,
            largest=20,
        ),
        Question(
            code="lessons",
            label=_("Wat heeft u geleerd?"),
            form=Form.LINES,
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
            code="possible_elsewhere",
            label=_("Kan het ook ergens anders worden uitgevoerd?"),
            form=Form.YES_NO,
            help=_("Denk aan andere regio's, sectoren of groepen."),
            example=_("Ja"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="needed_elsewhere",
            label=_("Wat heeft een andere gemeente nodig om dit over te nemen? Of waarom kan het niet?"),
            form=Form.TEXT,
            example=_(
                "Een taalschool die op de werkplek lesgeeft, en vijf restaurants met plek. Ons lesboek is gratis te "
                "gebruiken."
            ),
            tier=Tier.DESCRIBE,
            needed=True,
        ),
        Question(
            code="adaptations",
            label=_("Wat mag anders, en wat moet hetzelfde blijven?"),
            form=Form.TEXT,
            example=_(
                "De sector mag anders zijn, bijvoorbeeld de zorg. De vaste coach en de taalles op het werk moeten "
                "blijven."
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
            code="different_because",
            label=_("Wat is anders dan bij initiatieven die erop lijken?"),
            form=Form.TEXT,
            help=_("Alleen als u een initiatief heeft gezien dat erop lijkt."),
            example=_(
                "Anders omdat bij ons de werkgevers zelf de taalles betalen, en omdat deelnemers meteen een contract "
                "krijgen."
            ),
        ),
    ),
)
