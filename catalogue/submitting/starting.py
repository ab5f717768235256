"""Starting a submission: for which organisation, how much to tell, and about which record."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.errors import RefusedError
from accounts.forms.presentation import FormFault
from accounts.models import User
from catalogue.access import organisations_of
from catalogue.fields import Field
from evidence.models import Intervention
from submissions import actions, questions
from submissions.choices import REVIEW_DAYS, Kind, Tier
from submissions.models import Submission
from submissions.questions.declaration import Form

MEANING = {
    Tier.REPORT: gettext_lazy(
        "Ongeveer 10 minuten. U vertelt in het kort wat u doet, voor wie en waarom. De redactie leest mee en zegt wie "
        "iets vergelijkbaars doet. Een melding komt nog niet in de catalogus."
    ),
    Tier.DESCRIBE: gettext_lazy(
        "Ongeveer een uur, u kunt tussendoor stoppen. U beschrijft de aanpak zo, dat een andere gemeente ermee verder "
        "kan. Dit is nodig om in de catalogus te komen."
    ),
    Tier.RESEARCH: gettext_lazy(
        "Alles van een volledige beschrijving, en wat onderzoek naar uw aanpak heeft gevonden. Kies dit als er een "
        "rapport is."
    ),
}
TIER_OF = {Kind.NEW: Tier.REPORT, Kind.CHANGE: Tier.DESCRIBE, Kind.EXPERIENCE: Tier.REPORT}
"""What a draft starts with when nobody chose: a change is about a whole record, an experience has one size."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TierChoice:
    """A tier as one can choose it."""

    code: str
    label: str
    meaning: str
    days: int
    questions: int
    chosen: bool


def tier_choices(kind: Kind, chosen: str = "") -> list[TierChoice]:
    """List the tiers with what they mean and ask."""
    return [
        TierChoice(
            code=tier,
            label=str(tier.label),
            meaning=str(MEANING[tier]),
            days=REVIEW_DAYS[tier],
            questions=sum(len(page.questions) for page in questions.pages(kind, tier)),
            chosen=tier == chosen,
        )
        for tier in Tier
    ]


def has_tiers(kind: Kind) -> bool:
    """Tell whether the tiers of a kind differ at all; an experience has one size."""
    return questions.pages(kind, Tier.REPORT) != questions.pages(kind, Tier.RESEARCH)


class StartForm:
    """The form that starts a submission."""

    def __init__(
        self, kind: Kind, user: User, posted: Mapping[str, str] | None = None, about: Intervention | None = None
    ) -> None:
        self.kind, self.user, self.posted, self.about = kind, user, posted, about
        self.organisations = organisations_of(user)
        given = posted.get("organisation", "") if posted else ""
        found = [row for row in self.organisations if row.slug == given]
        self.organisation = (
            found[0] if found else self.organisations[0] if len(self.organisations) == 1 and not given else None
        )
        self.tier = posted.get("tier", "") if posted else TIER_OF[kind] if kind != Kind.NEW else ""
        if kind != Kind.NEW:
            self.tier = TIER_OF[kind]

    @property
    def links(self) -> list[FormFault]:
        """What still has to be chosen."""
        if self.posted is None:
            return []
        found = []
        if not self.organisation:
            found.append(FormFault(href="#organisation", text=_("Kies voor welke organisatie dit is.")))
        if self.tier not in Tier.values:
            found.append(FormFault(href="#tier", text=_("Kies hoeveel u wilt vertellen.")))
        return found

    @property
    def organisation_field(self) -> Field | None:
        """Ask for which organisation it is; nothing to ask of who acts for one."""
        if len(self.organisations) < 2:
            return None
        options = [(row.slug, row.name, row == self.organisation) for row in self.organisations]
        faults = [link.text for link in self.links if link.href == "#organisation"]
        return Field(
            name="organisation",
            id="organisation",
            label=_("Voor welke organisatie is dit?"),
            errors=faults,
            kind=Form.CHOICE,
            options=options,
            needed=True,
        )

    @property
    def tier_faults(self) -> list[str]:
        """What is wrong with the chosen tier."""
        return [link.text for link in self.links if link.href == "#tier"]

    @property
    def tiers(self) -> list[TierChoice]:
        """The tiers to choose from; none for what has one size."""
        return tier_choices(self.kind, self.tier) if self.kind == Kind.NEW else []

    def create(self) -> Submission:
        """Start it. Ask only when nothing is left to be chosen."""
        if self.organisation is None:
            raise RefusedError(" ".join(link.text for link in self.links))
        return actions.create(
            kind=self.kind, organisation=self.organisation, by=self.user, intervention=self.about, tier=Tier(self.tier)
        )


FITS_AN_EXPERIENCE = frozenset({"place", "start", "end", "why_stopped"})
"""Questions that ask the same of an initiative and of an experience; others share a code but not a meaning."""


def carry_over(submission: Submission, kind: Kind, about: Intervention, *, by: User) -> Submission:
    """Go on as a change to a record or an experience with it, with the answers that fit.

    They never go over what the record says.
    """
    made = actions.create(
        kind=kind, organisation=submission.organisation, by=by, intervention=about, tier=TIER_OF[kind]
    )
    fits = FITS_AN_EXPERIENCE if kind == Kind.EXPERIENCE else frozenset(questions.all_questions(kind))
    carried = {code: answer for code, answer in submission.answers.items() if code in fits and code not in made.answers}
    return actions.save(made, carried, version=made.version, by=by) if carried else made
