"""The fixed words of proposals: their kinds, their states, and which move leads from which state to which."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a submission proposes to add to the catalogue."""

    NEW = "new", _("Nieuw initiatief")
    CHANGE = "change", _("Wijziging van een beschrijving")
    EXPERIENCE = "experience", _("Praktijkervaring")


class Tier(TextChoices):
    """How much a submission tells; each includes the one before it."""

    REPORT = "report", _("Melden")
    DESCRIBE = "describe", _("Volledig beschrijven")
    RESEARCH = "research", _("Onderzoek toevoegen")


class State(TextChoices):
    """Where a submission is on its way."""

    DRAFT = "draft", _("Concept")
    SUBMITTED = "submitted", _("Ingediend")
    IN_REVIEW = "in-review", _("In behandeling")
    CHANGES_REQUESTED = "changes-requested", _("Aanvulling gevraagd")
    PUBLISHED = "published", _("Gepubliceerd")
    DECLINED = "declined", _("Afgewezen")
    WITHDRAWN = "withdrawn", _("Ingetrokken")
    ARCHIVED = "archived", _("Gearchiveerd")


class Side(TextChoices):
    """Whose move it is: of the organisation that submits, of the reviewer who has it in hand, or of any reviewer."""

    AUTHOR = "author", _("Indiener")
    REVIEWER = "reviewer", _("Beoordelaar")
    HANDLER = "handler", _("Beoordelaar die de inzending behandelt")
    EDITOR = "editor", _("Redacteur")


class Move(TextChoices):
    """What can be done with a submission as a whole."""

    SUBMIT = "submit", _("Indienen")
    WITHDRAW = "withdraw", _("Intrekken")
    REOPEN_DRAFT = "reopen-draft", _("Verder werken")
    CLAIM = "claim", _("In behandeling nemen")
    RELEASE = "release", _("Teruggeven aan de wachtrij")
    REQUEST_CHANGES = "request-changes", _("Aanvulling vragen")
    DECLINE = "decline", _("Afwijzen")
    PUBLISH = "publish", _("Publiceren")
    REOPEN_REVIEW = "reopen-review", _("Opnieuw in behandeling nemen")
    ARCHIVE = "archive", _("Archiveren")
    RESTORE = "restore", _("Terugzetten in de catalogus")


class Rule(NamedTuple):
    """From where a move may start, where it ends, whose it is, and whether it needs a reason."""

    starts: frozenset[State]
    ends: State
    side: Side
    needs_reason: bool = False


MOVES: dict[Move, Rule] = {
    Move.SUBMIT: Rule(frozenset({State.DRAFT, State.CHANGES_REQUESTED}), State.SUBMITTED, Side.AUTHOR),
    Move.WITHDRAW: Rule(
        frozenset({State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED}),
        State.WITHDRAWN,
        Side.AUTHOR,
    ),
    Move.REOPEN_DRAFT: Rule(frozenset({State.WITHDRAWN}), State.DRAFT, Side.AUTHOR),
    Move.CLAIM: Rule(frozenset({State.SUBMITTED}), State.IN_REVIEW, Side.REVIEWER),
    Move.RELEASE: Rule(frozenset({State.IN_REVIEW}), State.SUBMITTED, Side.HANDLER),
    Move.REQUEST_CHANGES: Rule(frozenset({State.IN_REVIEW}), State.CHANGES_REQUESTED, Side.HANDLER, needs_reason=True),
    Move.DECLINE: Rule(frozenset({State.IN_REVIEW}), State.DECLINED, Side.HANDLER, needs_reason=True),
    Move.PUBLISH: Rule(frozenset({State.IN_REVIEW}), State.PUBLISHED, Side.HANDLER),
    Move.REOPEN_REVIEW: Rule(frozenset({State.DECLINED}), State.IN_REVIEW, Side.REVIEWER, needs_reason=True),
    Move.ARCHIVE: Rule(frozenset({State.PUBLISHED}), State.ARCHIVED, Side.EDITOR, needs_reason=True),
    Move.RESTORE: Rule(frozenset({State.ARCHIVED}), State.PUBLISHED, Side.EDITOR, needs_reason=True),
}
"""Every way a state can change. `actions` follows this table, pages and the API offer what it allows."""

EDITABLE = frozenset({State.DRAFT, State.CHANGES_REQUESTED})
"""The states in which the organisation can change its answers."""

REVIEW_DAYS = {Tier.REPORT: 10, Tier.DESCRIBE: 20, Tier.RESEARCH: 20}
"""Working promise: within how many days after submitting the author hears something."""


class TopicProgress(TextChoices):
    """How far a topic is; a page calls it optional when nothing was answered, and nothing has to be."""

    TODO = "todo", _("Nog te doen")
    STARTED = "started", _("Begonnen")
    DONE = "done", _("Klaar")
    OPTIONAL = "optional", _("Niet verplicht")


class Aspect(TextChoices):
    """What a reviewer looks at: seven aspects and their coherence."""

    OCCASION = "occasion", _("Aanleiding")
    TARGET_GROUP = "target-group", _("Doelgroep")
    GOALS = "goals", _("Doelen")
    APPROACH = "approach", _("Aanpak")
    CONDITIONS = "conditions", _("Randvoorwaarden")
    TRANSFERABILITY = "transferability", _("Overdraagbaarheid")
    RESEARCH = "research", _("Onderzoek")
    COHERENCE = "coherence", _("Samenhang")


class Judgement(TextChoices):
    """Whether an aspect is in order."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Deels")
    NO = "no", _("Nee")


class Audience(TextChoices):
    """Who reads a comment beside a submission."""

    AUTHOR = "author", _("Aan de indiener")
    INTERNAL = "internal", _("Alleen voor de redactie")
