"""What visitors and organisations say, what is followed, and what was reminded of."""

from dialogue.models.contact import ContactMessage, ContactRequest
from dialogue.models.correction import Correction
from dialogue.models.follow import Follow
from dialogue.models.reminder import Reminder

__all__ = ["ContactMessage", "ContactRequest", "Correction", "Follow", "Reminder"]
