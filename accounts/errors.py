"""Why an action did not happen. Nothing was written when one is raised."""


class RefusedError(Exception):
    """An action did not happen, though who asked may do such things: now, or like this, it cannot be.

    The message is for them: a whole sentence in their language that says why, and what to do. Every room that refuses
    builds on this one, so that a view catches all with one word. Who may not at all gets `PermissionDenied` instead.
    """


class NoInvitationError(RefusedError):
    """This invitation does nothing for this person: unknown, used, too old, or for another address.

    Which of these it is, is not told: it would say who was invited.
    """
