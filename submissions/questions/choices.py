"""Fixed words that only answers use."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ComparisonGroup(TextChoices):
    """With whom an evaluation compares the participants: what the levels of the scale ask for (Risbo 2023, §2.2)."""

    NONE = "none", _("Met niemand")
    EARLIER_PARTICIPANTS = "earlier-participants", _("Met mensen van vóór deze aanpak")
    SIMILAR_PEOPLE = "similar-people", _("Met mensen die op de deelnemers lijken, maar niet meedoen")
    SAME_POOL = "same-pool", _("Met mensen die zich ook hebben aangemeld, maar niet of later meedoen")


class ReportLanguage(TextChoices):
    """The language of a report of research."""

    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    GERMAN = "de", _("Duits")
    FRENCH = "fr", _("Frans")
    OTHER = "other", _("Een andere taal")


class ClaimedLevel(TextChoices):
    """The level of the Maryland scale that an organisation says its research reached. Only reviewers see it."""

    ONE = "1", _("Niveau 1")
    TWO = "2", _("Niveau 2")
    THREE = "3", _("Niveau 3")
    FOUR = "4", _("Niveau 4")
    FIVE = "5", _("Niveau 5")
