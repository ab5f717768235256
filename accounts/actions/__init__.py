"""The only writers of who acts for whom. Every function takes who does it (`by=`) and raises before it writes anything.

`PermissionDenied` when they may not, an `accounts.errors.RefusedError` when it cannot be. Letters go through the
outbox.
"""

from accounts.actions.editors import appoint
from accounts.actions.erasure import erase_person
from accounts.actions.invitations import accept, invite, invite_editor, open_invitation, withdraw_invitation
from accounts.actions.members import change_role, remove
from accounts.actions.organisations import admit, ask_to_take_part, refuse, set_contact
from accounts.actions.tokens import find, issue, revoke

__all__ = [
    "accept",
    "admit",
    "appoint",
    "ask_to_take_part",
    "change_role",
    "erase_person",
    "find",
    "invite",
    "invite_editor",
    "issue",
    "open_invitation",
    "refuse",
    "remove",
    "revoke",
    "set_contact",
    "withdraw_invitation",
]
