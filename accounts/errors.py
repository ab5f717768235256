"""Why an action did not happen. Nothing was written when one is raised."""


class RefusedError(Exception):
    """An action did not happen; the message says why, and what to do, in words for whoever asked."""


class NoInvitationError(RefusedError):
    """This invitation does nothing for this person: unknown, used, too old, or for another address. Which, is not told."""
