"""The only writers of submissions. Every function takes who does it (`by=`) and raises before it writes anything.

`PermissionDenied` when they may not, a `submissions.errors.RefusedError` when it cannot be.
"""

from submissions.actions.confirming import confirm_still_right
from submissions.actions.drafts import create, save, set_tier
from submissions.actions.moves import (
    archive,
    claim,
    decline,
    publish,
    release,
    reopen_draft,
    reopen_review,
    request_changes,
    restore,
    submit,
    withdraw,
)
from submissions.actions.reviews import comment, judge

__all__ = [
    "archive",
    "claim",
    "comment",
    "confirm_still_right",
    "create",
    "decline",
    "judge",
    "publish",
    "release",
    "reopen_draft",
    "reopen_review",
    "request_changes",
    "restore",
    "save",
    "set_tier",
    "submit",
    "withdraw",
]
