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
            code="name",
            label=_("Hoe heet het initiatief?"),
            form=Form.LINE,
            help=_("Gebruik de naam die u zelf ook gebruikt. Schrijf afkortingen een keer voluit."),
            example=_("Samen aan de slag in de keuken"),
            needed=True,
            largest=300,
        ),
        Question(
            code="summary",
            label=_("Wat is het, in één zin?"),
            form=Form.TEXT,
            help=_(
                "Zeg wie er meedoet, wat er gebeurt en waarvoor. Deze zin staat straks in de lijst met zoekresultaten."
            ),
            example=_(
                "Nieuwkomers leren een half jaar koken en Nederlands in een bedrijfskeuken, en stromen daarna door "
                "naar een baan."
            ),
            needed=True,
            largest=600,
        ),
        Question(
            code="place",
            label=_("Waar wordt het uitgevoerd?"),
            form=Form.LINE,
            help=_("Noem de gemeente, de regio of de wijk."),
            example=_("Gemeente Voorbeeldstad, wijk Noord"),
            needed=True,
            largest=200,
        ),
        Question(
            code="status",
            label=_("Hoe ver is het initiatief nu?"),
            form=Form.CHOICE,
            example=_("Lopend"),
            needed=True,
            choices=LifeStatus,
        ),
        Question(
            code="why_stopped",
            label=_("Waarom is het gestopt?"),
            form=Form.TEXT,
            help=_("Alleen als het initiatief gestopt is. Anderen leren hier veel van."),
            example=_("De subsidie liep af en er waren te weinig werkgevers met vacatures."),
        ),
        Question(
            code="start",
            label=_("Wanneer is het begonnen, of wanneer begint het?"),
            form=Form.DATE,
            help=_("Zo precies als u het weet. Een jaar is genoeg."),
            example=_("mei 2024"),
            needed=True,
        ),
        Question(
            code="end",
            label=_("Wanneer eindigt het, of wanneer is het geëindigd?"),
            form=Form.DATE,
            help=_("Laat dit leeg als er geen einddatum is."),
            example=_("31-12-2026"),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="scope",
            label=_("Hoe groot is het gebied?"),
            form=Form.CHOICE,
            example=_("Lokaal"),
            tier=Tier.DESCRIBE,
            needed=True,
            choices=Scope,
        ),
        Question(
            code="scale",
            label=_("Wat voor soort initiatief is het?"),
            form=Form.CHOICE,
            help=_(
                "Een programma is groot en duurt meerdere jaren. Een project is kleiner. Een beleidsmaatregel "
                "verandert de regels."
            ),
            example=_("Project"),
            tier=Tier.DESCRIBE,
            choices=Scale,
        ),
        Question(
            code="name_en",
            label=_("Hoe heet het initiatief in het Engels?"),
            form=Form.LINE,
            help=_("Voor lezers uit andere landen. Zonder Engelse naam staat daar de Nederlandse."),
            example=_("Cooking our way to work"),
            tier=Tier.DESCRIBE,
            largest=300,
        ),
        Question(
            code="summary_en",
            label=_("Wat is het in één Engelse zin?"),
            form=Form.TEXT,
            example=_(
                "Newcomers learn to cook and speak Dutch in a professional kitchen for six months, and then move on to "
                "a job."
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
            code="occasion",
            label=_("Waarom is het initiatief begonnen?"),
            form=Form.TEXT,
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
            code="goal",
            label=_("Wat wilt u bereiken?"),
            form=Form.TEXT,
            help=_("Zo concreet als u kunt: wat, voor hoeveel mensen en wanneer."),
            example=_(
                "Van de 20 deelnemers per jaar hebben er 12 een half jaar na afloop betaald werk dat bij hen past."
            ),
            needed=True,
        ),
        Question(
            code="success_measures",
            label=_("Waaraan ziet u of het gelukt is?"),
            form=Form.CHOICES,
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
            code="for_whom",
            label=_("Voor wie is het initiatief?"),
            form=Form.TEXT,
            example=_("Vrouwen die als vluchteling naar Nederland kwamen, met een uitkering en nog weinig Nederlands."),
            needed=True,
        ),
        Question(
            code="target_groups",
            label=_("Welke groepen horen daarbij?"),
            form=Form.CHOICES,
            help=_("Kies alleen groepen voor wie het initiatief echt bedoeld is. Zo vinden anderen het terug."),
            example=_("Vrouwen; Statushouders"),
            tier=Tier.DESCRIBE,
            needed=True,
            scheme=SchemeCode.TARGET_GROUP,
        ),
        Question(
            code="entry_requirements",
            label=_("Wat moet iemand al kunnen of hebben om mee te doen?"),
            form=Form.TEXT,
            help=_("Denk aan vooropleiding, taal en inburgering."),
            example=_(
                "Een diploma is niet nodig. Deelnemers verstaan eenvoudig Nederlands (niveau A1) en kunnen vier "
                "dagdelen per week."
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
            code="approach",
            label=_("Hoe gaat het in zijn werk?"),
            form=Form.TEXT,
            help=_("Beschrijf de stappen zo, dat iemand uit een andere gemeente het voor zich ziet."),
            example=_(
                "Deelnemers beginnen met een gesprek over wat zij kunnen en willen. Daarna werken zij drie dagen per "
                "week "
                "in een keuken, met taalles op de werkplek. Een coach begeleidt hen tot drie maanden na de start van "
                "hun baan."
            ),
            needed=True,
            largest=6000,
        ),
        Question(
            code="intervention_types",
            label=_("Bij welk type past het?"),
            form=Form.CHOICES,
            help=_("De typen lopen van weinig naar veel inbreng van de deelnemers zelf. Meestal past er één."),
            example=_("Persoonsgericht"),
            tier=Tier.DESCRIBE,
            needed=True,
            scheme=SchemeCode.INTERVENTION_TYPE,
        ),
        Question(
            code="components",
            label=_("Uit welke onderdelen bestaat het?"),
            form=Form.CHOICES,
            example=_("Taaltraining; Training op de werkplek"),
            tier=Tier.DESCRIBE,
            scheme=SchemeCode.COMPONENT,
        ),
        Question(
            code="intensity",
            label=_("Hoe vaak en hoe lang doet iemand mee?"),
            form=Form.TEXT,
            example=_(
                "Drie dagen per week, zes maanden lang. Daarna nog drie maanden elke week een gesprek met de coach."
            ),
            tier=Tier.DESCRIBE,
        ),
        Question(
            code="afterwards",
            label=_("Wat gebeurt er na afloop?"),
            form=Form.TEXT,
            example=_("Wie nog geen baan heeft, gaat naar een leerbaan of krijgt hulp van een jobcoach."),
            tier=Tier.DESCRIBE,
        ),
    ),
)
