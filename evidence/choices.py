"""The fixed words of the knowledge: closed lists that code and database hold each other to.

Open lists (types, target groups, components …) are not here: they are terms of a scheme, in the database. What the
code asks of a scheme, it asks by its code (`SchemeCode`).
"""

from enum import StrEnum

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

HOME_COUNTRY = "NL"
"""The country this catalogue is made for (ISO 3166-1): of a new record, and what others are compared with."""


class SchemeCode(StrEnum):
    """The vocabularies of `fixtures/schemes.csv`, by their code; a test holds the two to each other."""

    INTERVENTION_TYPE = "intervention-type"
    TARGET_GROUP = "target-group"
    COMPONENT = "component"
    SUCCESS_MEASURE = "success-measure"
    BUILDING_BLOCK = "building-block"
    CAREER_MOMENT = "career-moment"
    SECTOR = "sector"
    PILLAR = "pillar"
    LLO_STAGE = "llo-stage"
    MIGRANT_TYPOLOGY = "migrant-typology"
    FUNDING = "funding"
    STEERING = "steering"
    PARTY = "party"
    SCALING_CRITERION = "scaling-criterion"
    SCALING_VARIANT = "scaling-variant"
    ENVIRONMENT_FACTOR = "environment-factor"
    TRAJECTORY_CATEGORY = "trajectory-category"


class SourceKind(TextChoices):
    """What sort of document facts come from."""

    REPORT = "report", _("Onderzoeksrapport")
    BROCHURE = "brochure", _("Brochure")
    ADVICE = "advice", _("Advies")
    PROJECT_DESCRIPTION = "project-description", _("Projectbeschrijving")
    SUBMISSION = "submission", _("Eigen opgave van een organisatie")


class OrganisationKind(TextChoices):
    """What sort of party an organisation is."""

    CENTRAL_GOVERNMENT = "central-government", _("Rijksoverheid")
    PUBLIC_AGENCY = "public-agency", _("Uitvoeringsorganisatie")
    MUNICIPALITY = "municipality", _("Gemeente")
    REGION = "region", _("Regio of samenwerkingsverband")
    EMPLOYER = "employer", _("Werkgever")
    SECTOR_ORGANISATION = "sector-organisation", _("Brancheorganisatie of sociale partner")
    EDUCATION = "education", _("Onderwijsinstelling")
    CIVIL_SOCIETY = "civil-society", _("Maatschappelijke organisatie")
    RESEARCH = "research", _("Onderzoeksinstelling")
    SOCIAL_ENTERPRISE = "social-enterprise", _("Sociale onderneming")
    UNKNOWN = "unknown", _("Onbekend")


class Scope(TextChoices):
    """Geographical reach of an intervention (Risbo 2023, table 2.3)."""

    NATIONAL = "national", _("Landelijk")
    REGIONAL = "regional", _("Regionaal")
    LOCAL = "local", _("Lokaal")
    INTERNATIONAL = "international", _("Internationaal")
    UNKNOWN = "unknown", _("Werkgebied niet vermeld")


class Scale(TextChoices):
    """Scale of the measure (Risbo 2023, table 2.3)."""

    PROGRAMME = "programme", _("Programma")
    PROJECT = "project", _("Project")
    POLICY_MEASURE = "policy-measure", _("Beleidsmaatregel")
    UNKNOWN = "unknown", _("Schaal niet vermeld")


class LifeStatus(TextChoices):
    """Where an initiative is in its life; says nothing about evidence or editing."""

    PLANNED = "planned", _("Gepland")
    RUNNING = "running", _("Lopend")
    COMPLETED = "completed", _("Afgerond")
    STOPPED = "stopped", _("Gestopt")
    UNKNOWN = "unknown", _("Status niet vermeld")


class InterventionKind(TextChoices):
    """Whether a record is one thing that was done, a way of working, a rule, or an idea.

    No document calls an agreement an approach any more (it is a provision), but a catalogue of release 1.0.0 does until
    its tables are loaded again.
    """

    INSTANCE = "instance", _("Uitgevoerde aanpak")
    METHOD = "method", _("Werkwijze")
    INSTRUMENT = "instrument", _("Instrument")
    LAW = "law", _("Wet of regeling")
    AGREEMENT = "agreement", _("Afspraak of convenant")
    POLICY_OPTION = "policy-option", _("Beleidsoptie")


class ProvisionKind(TextChoices):
    """What sort of thing a provision is: something that approaches use, and no approach itself."""

    LAW = "law", _("Wet of regel")
    FUNDING = "funding", _("Subsidie of fonds")
    AGREEMENT = "agreement", _("Afspraak of convenant")
    DESK = "desk", _("Loket of website")


class Blank(TextChoices):
    """Why a field of a record is blank; without either, nobody classified it yet."""

    NOT_IN_SOURCE = "not-in-source", _("Niet beschreven in de bron")
    NOT_APPLICABLE = "not-applicable", _("Niet van toepassing")


BLANK_FIELDS = frozenset({
    "summary", "participants", "place", "start", "end", "status", "duration", "initiator", "executor", "partner",
    "funder", "target-group", "component", "success-measure", "funding", "steering", "sector", "cost", "condition",
    "working-element", "barrier", "applicability",
})  # fmt: skip
"""The fields of which a reader can say that the source does not give them (docs/fixtures.md)."""


class EditorialState(TextChoices):
    """Whether the public may see a record. Proposals live elsewhere."""

    PUBLISHED = "published", _("Gepubliceerd")
    ARCHIVED = "archived", _("Gearchiveerd")


class DatePrecision(IntegerChoices):
    """How precisely a source dates something."""

    YEAR = 4, _("jaar")
    SEASON = 5, _("seizoen")
    MONTH = 7, _("maand")
    DAY = 10, _("dag")


class Role(TextChoices):
    """An organisation's part in an intervention."""

    INITIATOR = "initiator", _("Initiatiefnemer")
    EXECUTOR = "executor", _("Uitvoerder")
    FUNDER = "funder", _("Financier")
    PARTNER = "partner", _("Partner")
    EVALUATOR = "evaluator", _("Onderzoeker")
    COMMISSIONER = "commissioner", _("Opdrachtgever")


class StudyKind(TextChoices):
    """The form in which a study was published."""

    REPORT = "report", _("Rapport")
    WORKING_PAPER = "working-paper", _("Werkdocument")
    ARTICLE = "article", _("Artikel")
    CHAPTER = "chapter", _("Hoofdstuk")
    DISSERTATION = "dissertation", _("Proefschrift")
    ANNUAL_REPORT = "annual-report", _("Jaarverslag")
    LITERATURE_REVIEW = "literature-review", _("Literatuurreview")
    META_ANALYSIS = "meta-analysis", _("Meta-analyse")
    TOOLKIT = "toolkit", _("Toolkit, geen onderzoek")
    UNKNOWN = "unknown", _("Soort niet vermeld")


class StudyStage(TextChoices):
    """Whether a study's results exist yet."""

    PUBLISHED = "published", _("Verschenen")
    INTERIM = "interim", _("Tussenrapport verschenen")
    ONGOING = "ongoing", _("Onderzoek loopt")


class FindingKind(TextChoices):
    """What a finding is about."""

    RESULT = "result", _("Uitkomst")
    REACH = "reach", _("Bereik")
    COST = "cost", _("Kosten")


class Effect(TextChoices):
    """What one finding says happened, in the words of its source."""

    POSITIVE = "positive", _("Toename of verbetering")
    NONE = "none", _("Geen verschil")
    NEGATIVE = "negative", _("Afname of verslechtering")
    MIXED = "mixed", _("Wisselend")


class Direction(TextChoices):
    """The verdict on an intervention and a success measure: what is known, and whether it can be known."""

    POSITIVE = "positive", _("Positief effect gevonden")
    MIXED = "mixed", _("Wisselende resultaten")
    NONE = "none", _("Geen effect aangetoond")
    NEGATIVE = "negative", _("Nadelig effect gevonden")
    INSUFFICIENT = "insufficient", _("Te weinig onderzoek")
    UNRATED = "unrated", _("Onderzocht, bewijskracht niet beoordeeld")
    NOT_EXTRACTED = "not_extracted", _("Onderzocht; de bron noemt geen uitkomst")
    ONGOING = "ongoing", _("Onderzoek loopt")
    NOT_STUDIED = "not_studied", _("Wij kennen geen onderzoek")


class Qualifier(TextChoices):
    """How a number is meant."""

    EXACT = "=", _("precies")
    MORE = ">", _("meer dan")
    AT_LEAST = ">=", _("ten minste")
    ABOUT = "~", _("ongeveer")
    LESS = "<", _("minder dan")
    AT_MOST = "<=", _("ten hoogste")


class Unit(TextChoices):
    """What a number counts."""

    PERCENT = "percent", _("procent")
    PERCENTAGE_POINT = "percentage-point", _("procentpunt")
    PEOPLE = "people", _("mensen")
    COMPANIES = "companies", _("bedrijven")
    MUNICIPALITIES = "municipalities", _("gemeenten")
    ORGANISATIONS = "organisations", _("organisaties")
    JOBS = "jobs", _("banen")
    TIMES = "times", _("keer")
    HOURS = "hours", _("uur")
    WEEKS = "weeks", _("weken")
    MONTHS = "months", _("maanden")
    YEARS = "years", _("jaar")
    EURO = "euro", _("euro")
    NUMBER = "number", _("aantal")


class LessonKind(TextChoices):
    """What sort of knowledge a lesson is."""

    WORKING_ELEMENT = "working-element", _("Werkzaam element")
    CONDITION = "condition", _("Voorwaarde")
    BARRIER = "barrier", _("Belemmering")
    RECOMMENDATION = "recommendation", _("Aanbeveling")
    APPLICABILITY = "applicability", _("Toepasbaarheid in Nederland")
    ADAPTATION = "adaptation", _("Aanpassing voor Nederland")
    INSIGHT = "insight", _("Inzicht")
    METHOD = "method", _("Zo is het onderzocht")


class Topic(TextChoices):
    """What a passage of an organisation about its own initiative is about, in the order of a record."""

    OCCASION = "occasion", _("Aanleiding")
    GOAL = "goal", _("Doel")
    APPROACH = "approach", _("Aanpak")
    INTENSITY = "intensity", _("Duur en intensiteit")
    AFTERWARDS = "afterwards", _("Na afloop")
    FOR_WHOM = "for-whom", _("Doelgroep")
    ENTRY_REQUIREMENTS = "entry-requirements", _("Wat iemand moet kunnen of hebben")
    COOPERATION = "cooperation", _("Samenwerking")
    BUDGET = "budget", _("Budget")
    COST_PER_PARTICIPANT = "cost-per-participant", _("Kosten per deelnemer, ongeveer")
    COSTS = "costs", _("Waar het geld naartoe gaat")


class AmendedFact(TextChoices):
    """A fact of a record that an organisation may state in place of a document."""

    NAME_EN = "name_en", _("Engelse naam")
    ALIASES = "aliases", _("Andere namen")
    SUMMARY = "summary", _("Samenvatting")
    SUMMARY_EN = "summary_en", _("Engelse samenvatting")
    PLACE = "place", _("Plaats")
    SCOPE = "scope", _("Werkgebied")
    SCALE = "scale", _("Schaal")
    STATUS = "status", _("Status")
    STATUS_NOTE = "status_note", _("Toelichting bij de status")
    START = "start", _("Begin")
    END = "end", _("Einde")
    PARTICIPANTS = "participants", _("Deelnemers")
