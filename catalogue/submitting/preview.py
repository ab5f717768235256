"""The questions before anyone starts: what to have at hand, and all of them to print."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from submissions import questions
from submissions.choices import REVIEW_DAYS, Kind, Tier
from submissions.questions.declaration import Form, Question


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicPreview:
    """What to have at hand for one topic, and from which tier on it is asked."""

    title: str
    lead: str
    tier: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedQuestion:
    """A question on paper."""

    label: str
    help: str
    example: str
    options: list[str]
    needed: bool
    tier: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedTopic:
    """A topic on paper."""

    title: str
    lead: str
    questions: list[PrintedQuestion]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProcessStep:
    """One step of the way that a submission goes."""

    title: str
    text: str


def topic_previews(kind: Kind) -> list[TopicPreview]:
    """List the topics with the least tier that asks them."""
    found = []
    for page in questions.pages(kind, Tier.RESEARCH):
        least = min((question.tier for question in page.questions), key=list(Tier).index)
        found.append(TopicPreview(title=str(page.title), lead=str(page.lead), tier=str(Tier(least).label)))
    return found


def printed_topics(kind: Kind) -> list[PrintedTopic]:
    """List every question of a kind."""
    return [
        PrintedTopic(
            title=str(page.title), lead=str(page.lead), questions=[_printed(question) for question in page.questions]
        )
        for page in questions.pages(kind, Tier.RESEARCH)
    ]


def _printed(question: Question) -> PrintedQuestion:
    options = [label for _code, label in questions.options(question)]
    example = "" if options else str(question.example)
    if question.form == Form.LINES:
        example = example.replace("; ", "\n")
    return PrintedQuestion(
        label=str(question.label),
        help=str(question.help),
        example=example,
        options=options,
        needed=question.needed,
        tier=str(Tier(question.tier).label),
    )


def process_steps() -> list[ProcessStep]:
    """List what happens with a submission, with the times that are promised."""
    days = {"report": REVIEW_DAYS[Tier.REPORT], "describe": REVIEW_DAYS[Tier.DESCRIBE]}
    return [
        ProcessStep(
            title=_("U vult in"),
            text=_(
                "Eén onderwerp per pagina. Alles wordt bewaard; u kunt stoppen en later verdergaan, ook met collega’s."
            ),
        ),
        ProcessStep(
            title=_("U ziet wie dit al doet"),
            text=_("Terwijl u schrijft, laten wij zien welke aanpakken op die van u lijken."),
        ),
        ProcessStep(
            title=_("U dient in"),
            text=_("U leest alles na en geeft toestemming om het te publiceren. U krijgt een kenmerk."),
        ),
        ProcessStep(
            title=_("De redactie leest mee"),
            text=_(
                "Over een melding hoort u binnen %(report)s dagen iets, over een volledige beschrijving binnen "
                "%(describe)s dagen. Wie van uw eigen organisatie is, beoordeelt niet mee."
            )
            % days,
        ),
        ProcessStep(
            title=_("U vult zo nodig aan"),
            text=_(
                "Is iets niet duidelijk, dan vraagt de redactie het u. U ziet altijd waar uw inzending is en waarom."
            ),
        ),
        ProcessStep(
            title=_("Het staat in de catalogus"),
            text=_(
                "Met uw organisatie als bron, herkenbaar als eigen opgave. Eén keer per jaar vragen wij of het nog "
                "klopt."
            ),
        ),
    ]
