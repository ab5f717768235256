"""The only writers of who acts for whom. Every function takes who does it (`by=`) and raises before it writes anything.

`PermissionDenied` when they may not, an `accounts.errors.RefusedError` when it cannot be.
Letters go through the outbox.
"""

from accounts.actions.editors import appoint
from accounts.actions.erasure import erase_person
from accounts.actions.invitations import accept_invitation, invite, invite_editor, open_invitation, withdraw_invitation
from accounts.actions.members import change_member_role, remove_member
from accounts.actions.organisations import admit_organisation, ask_to_take_part, refuse_organisation, set_contact
from accounts.actions.tokens import find_token, issue_token, revoke_token

__all__ = [
    "accept_invitation",
    "admit_organisation",
    "appoint",
    "ask_to_take_part",
    "change_member_role",
    "erase_person",
    "find_token",
    "invite",
    "invite_editor",
    "issue_token",
    "open_invitation",
    "refuse_organisation",
    "remove_member",
    "revoke_token",
    "set_contact",
    "withdraw_invitation",
]
