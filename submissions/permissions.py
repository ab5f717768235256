"""Who may do what with a submission. Asked first by pages and API, and again by every action."""

from accounts.models import User
from accounts.permissions import is_editor, is_member, is_reviewer
from submissions.choices import MOVES, Kind, Move, Side, State, Tier
from submissions.models import Submission


def may_read(submission: Submission, user: User) -> bool:
    """Members of the organisation read what is theirs; reviewers what they may review."""
    return is_member(user, submission.organisation_id) or may_review(submission, user)


def may_edit(submission: Submission, user: User) -> bool:
    """Every member of the organisation may change the answers, while they can be changed."""
    return submission.is_editable and is_member(user, submission.organisation_id)


def may_review(submission: Submission, user: User) -> bool:
    """A reviewer judges what others handed in: never of an own organisation, never what they wrote in.

    That also holds after they left it. What the organisation took back and works on again is a draft, as invisible as
    any.
    """
    return is_reviewer(user) and Submission.objects.for_review(user).filter(pk=submission.pk).exists()


def may_handle(submission: Submission, user: User) -> bool:
    """The reviewer who claimed a submission decides about it."""
    return may_review(submission, user) and submission.reviewer_id == user.pk


SIDES = {
    Side.AUTHOR: lambda submission, user: is_member(user, submission.organisation_id),
    Side.REVIEWER: may_review,
    Side.HANDLER: may_handle,
    Side.EDITOR: lambda submission, user: is_editor(user) and may_review(submission, user),
}


def may(move: Move, submission: Submission, user: User) -> bool:
    """Tell whether this user may ever make this move; whether the state allows it is `can`."""
    return SIDES[_side(move, user)](submission, user)


def _side(move: Move, user: User) -> Side:
    """Return whose move it is. An editor gives back what a colleague has in hand who is away, or was erased."""
    return Side.EDITOR if move == Move.RELEASE and is_editor(user) else MOVES[move].side


def can(move: Move, submission: Submission) -> bool:
    """Tell whether a submission is in a state, and of a kind, that this move starts from."""
    if submission.state not in MOVES[move].starts:
        return False
    # A change has no life of its own after publication: its record is archived, not the change.
    return not (submission.kind == Kind.CHANGE and move in (Move.ARCHIVE, Move.RESTORE))


def moves(submission: Submission, user: User) -> list[Move]:
    """List the moves that this user can make now, in the order of `MOVES`."""
    possible = {move: _side(move, user) for move in MOVES if can(move, submission)}
    is_theirs = {side: SIDES[side](submission, user) for side in set(possible.values())}
    return [move for move, side in possible.items() if is_theirs[side]]


def is_publishable(submission: Submission) -> bool:
    """Only what was described in full is published as a record; a report (“melden”) tells too little."""
    return submission.state == State.IN_REVIEW and not (submission.kind == Kind.NEW and submission.tier == Tier.REPORT)
