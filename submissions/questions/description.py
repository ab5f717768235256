"""What an initiative is: its name and life, why it is there, its goal, for whom it is, and what is done."""

from django.utils.translation import gettext_lazy as _

from evidence.choices import LifeStatus, Scale, SchemeCode, Scope
from submissions.choices import Tier
from submissions.questions.declaration import Form, Page, Question

BASICS = Page(
    "basics",
    _("Naam en plaats"),
    _("Waarmee kunnen anderen uw initiatief herkennen?"),
    (
        Question(
            "name",
            _("Hoe heet het initiatief?"),
            Form.LINE,
            help=_("Gebruik de naam die u zelf ook gebruikt. Schrijf afkortingen een keer voluit."),
            example=_("Samen aan de slag in de keuken"),
            needed=True,
            largest=300,
        ),
        Question(
            "summary",
            _("Wat is het, in één zin?"),
            Form.TEXT,
            help=_(
                "Zeg wie er meedoet, wat er gebeurt en waarvoor. Deze zin staat straks in de lijst met zoekresultaten."
            ),
            example=_(
                "Nieuwkomers leren een half jaar koken en Nederlands in een bedrijfskeuken, en stromen daarna door naar een baan."
            ),
            needed=True,
            largest=600,
        ),
        Question(
            "place",
            _("Waar wordt het uitgevoerd?"),
            Form.LINE,
            help=_("Noem de gemeente, de regio of de wijk."),
            example=_("Gemeente Voorbeeldstad, wijk Noord"),
            needed=True,
            largest=200,
        ),
        Question(
            "status",
            _("Hoe ver is het initiatief nu?"),
            Form.CHOICE,
            example=_("Lopend"),
            needed=True,
            choices=LifeStatus,
        ),
        Question(
            "why_stopped",
            _("Waarom is het gestopt?"),
            Form.TEXT,
            help=_("Alleen als het initiatief gestopt is. Anderen leren hier veel van."),
            example=_("De subsidie liep af en er waren te weinig werkgevers met vacatures."),
        ),
        Question(
            "start",
            _("Wanneer is het begonnen, of wanneer begint het?"),
            Form.DATE,
            help=_("Zo precies als u het weet. Een jaar is genoeg."),
            example=_("mei 2024"),
            needed=True,
        ),
        Question(
            "end",
            _("Wanneer eindigt het, of wanneer is het geëindigd?"),
            Form.DATE,
            help=_("Laat dit leeg als er geen einddatum is."),
            example=_("31-12-2026"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "scope",
            _("Hoe groot is het gebied?"),
            Form.CHOICE,
            example=_("Lokaal"),
            tier=Tier.DESCRIBE,
            needed=True,
            choices=Scope,
        ),
        Question(
            "scale",
            _("Wat voor soort initiatief is het?"),
            Form.CHOICE,
            help=_(
                "Een programma is groot en duurt meerdere jaren. Een project is kleiner. Een beleidsmaatregel verandert de regels."
            ),
            example=_("Project"),
            tier=Tier.DESCRIBE,
            choices=Scale,
        ),
        Question(
            "name_en",
            _("Hoe heet het initiatief in het Engels?"),
            Form.LINE,
            help=_("Voor lezers uit andere landen. Zonder Engelse naam staat daar de Nederlandse."),
            example=_("Cooking our way to work"),
            tier=Tier.DESCRIBE,
            largest=300,
        ),
        Question(
            "summary_en",
            _("Wat is het in één Engelse zin?"),
            Form.TEXT,
            example=_(
                "Newcomers learn to cook and speak Dutch in a professional kitchen for six months, and then move on to a job."
            ),
            tier=Tier.DESCRIBE,
            largest=600,
        ),
    ),
)

OCCASION = Page(
    "occasion",
    _("Aanleiding"),
    _("Welk probleem was er, en hoe weet u dat?"),
    (
        Question(
            "occasion",
            _("Waarom is het initiatief begonnen?"),
            Form.TEXT,
            help=_("Beschrijf het probleem en noem cijfers als u die heeft. Schrijf geen namen van mensen op."),
            example=_(
                "In onze gemeente had na drie jaar een op de vijf nieuwkomers betaald werk. "
                "Restaurants zochten tegelijk personeel. Taalles en werk stonden los van elkaar."
            ),
            tier=Tier.DESCRIBE,
            needed=True,
        ),
    ),
)

GOAL = Page(
    "goal",
    _("Doel"),
    _("Wanneer vindt u het initiatief geslaagd?"),
    (
        Question(
            "goal",
            _("Wat wilt u bereiken?"),
            Form.TEXT,
            help=_("Zo concreet als u kunt: wat, voor hoeveel mensen en wanneer."),
            example=_(
                "Van de 20 deelnemers per jaar hebben er 12 een half jaar na afloop betaald werk dat bij hen past."
            ),
            needed=True,
        ),
        Question(
            "success_measures",
            _("Waaraan ziet u of het gelukt is?"),
            Form.CHOICES,
            help=_("Succes is meer dan een plaatsing. Kies alles wat u bijhoudt of wilt bijhouden."),
            example=_("Aan het werk; Passend werk"),
            tier=Tier.DESCRIBE,
            needed=True,
            scheme=SchemeCode.SUCCESS_MEASURE,
        ),
    ),
)

TARGET_GROUP = Page(
    "target-group",
    _("Doelgroep"),
    _("Voor wie is het bedoeld?"),
    (
        Question(
            "for_whom",
            _("Voor wie is het initiatief?"),
            Form.TEXT,
            example=_("Vrouwen die als vluchteling naar Nederland kwamen, met een uitkering en nog weinig Nederlands."),
            needed=True,
        ),
        Question(
            "target_groups",
            _("Welke groepen horen daarbij?"),
            Form.CHOICES,
            help=_("Kies alleen groepen voor wie het initiatief echt bedoeld is. Zo vinden anderen het terug."),
            example=_("Vrouwen; Statushouders"),
            tier=Tier.DESCRIBE,
            needed=True,
            scheme=SchemeCode.TARGET_GROUP,
        ),
        Question(
            "entry_requirements",
            _("Wat moet iemand al kunnen of hebben om mee te doen?"),
            Form.TEXT,
            help=_("Denk aan vooropleiding, taal en inburgering."),
            example=_(
                "Een diploma is niet nodig. Deelnemers verstaan eenvoudig Nederlands (niveau A1) en kunnen vier dagdelen per week."
            ),
            tier=Tier.DESCRIBE,
        ),
    ),
)

APPROACH = Page(
    "approach",
    _("Aanpak"),
    _("Wat gebeurt er, van begin tot eind?"),
    (
        Question(
            "approach",
            _("Hoe gaat het in zijn werk?"),
            Form.TEXT,
            help=_("Beschrijf de stappen zo, dat iemand uit een andere gemeente het voor zich ziet."),
            example=_(
                "Deelnemers beginnen met een gesprek over wat zij kunnen en willen. Daarna werken zij drie dagen per week "
                "in een keuken, met taalles op de werkplek. Een coach begeleidt hen tot drie maanden na de start van hun baan."
            ),
            needed=True,
            largest=6000,
        ),
        Question(
            "intervention_types",
            _("Bij welk type past het?"),
            Form.CHOICES,
            help=_("De typen lopen van weinig naar veel inbreng van de deelnemers zelf. Meestal past er één."),
            example=_("Persoonsgericht"),
            tier=Tier.DESCRIBE,
            needed=True,
            scheme=SchemeCode.INTERVENTION_TYPE,
        ),
        Question(
            "components",
            _("Uit welke onderdelen bestaat het?"),
            Form.CHOICES,
            example=_("Taaltraining; Training op de werkplek"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.COMPONENT,
        ),
        Question(
            "intensity",
            _("Hoe vaak en hoe lang doet iemand mee?"),
            Form.TEXT,
            example=_(
                "Drie dagen per week, zes maanden lang. Daarna nog drie maanden elke week een gesprek met de coach."
            ),
            tier=Tier.DESCRIBE,
        ),
        Question(
            "afterwards",
            _("Wat gebeurt er na afloop?"),
            Form.TEXT,
            example=_("Wie nog geen baan heeft, gaat naar een leerbaan of krijgt hulp van een jobcoach."),
            tier=Tier.DESCRIBE,
        ),
    ),
)
