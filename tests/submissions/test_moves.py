"""Every state, every move, every role: what is allowed stands here, written by hand."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.errors import RefusedError
from letters.models import Letter
from submissions import actions, permissions
from submissions.choices import Kind, Move, State
from submissions.models import Submission
from tests import people

ALLOWED = """
state              member                  handler                                  reviewer        editor
draft              submit,withdraw         -                                        -               -
submitted          withdraw                claim                                    claim           claim
in-review          withdraw                release,request-changes,decline,publish  -               release
changes-requested  submit,withdraw         -                                        -               -
published          -                       -                                        -               archive
declined           -                       reopen-review                            reopen-review   reopen-review
withdrawn          reopen-draft            -                                        -               -
archived           -                       -                                        -               restore
"""
"""What changes a state.

`handler` is the reviewer who has, or last had, it in hand; who is in no column may do nothing at all.
"""
ENDS = {
    "submit": "submitted",
    "withdraw": "withdrawn",
    "reopen-draft": "draft",
    "claim": "in-review",
    "release": "submitted",
    "request-changes": "changes-requested",
    "decline": "declined",
    "publish": "published",
    "reopen-review": "in-review",
    "archive": "archived",
    "restore": "published",
}
COLUMNS = {
    "author": "member",
    "colleague": "member",
    "coordinator": "member",
    "reviewer of the organisation": "member",
    "handler": "handler",
    "other reviewer": "reviewer",
    "editor": "editor",
    "admin": "editor",
    "reviewer who wrote in it and left": "",
    "editor who wrote in it and left": "",
    "editor of the organisation": "member",
    "member of another organisation": "",
    "nobody's member": "",
    "inactive member": "",
    "inactive reviewer": "",
    "inactive editor": "",
    "anonymous": "",
}
READS = {"member", "handler", "reviewer", "editor"}
REASON = "Een verzonnen reden."
MAKE = {
    Move.SUBMIT: lambda submission, by: actions.submit(submission, permission=True, version=submission.version, by=by),
    Move.WITHDRAW: lambda submission, by: actions.withdraw(submission, by=by),
    Move.REOPEN_DRAFT: lambda submission, by: actions.reopen_draft(submission, by=by),
    Move.CLAIM: lambda submission, by: actions.claim(submission, by=by),
    Move.RELEASE: lambda submission, by: actions.release(submission, by=by),
    Move.REQUEST_CHANGES: lambda submission, by: actions.request_changes(submission, reason=REASON, by=by),
    Move.DECLINE: lambda submission, by: actions.decline(submission, reason=REASON, by=by),
    Move.PUBLISH: lambda submission, by: actions.publish(submission, by=by),
    Move.REOPEN_REVIEW: lambda submission, by: actions.reopen_review(submission, reason=REASON, by=by),
    Move.ARCHIVE: lambda submission, by: actions.archive(submission, reason=REASON, by=by),
    Move.RESTORE: lambda submission, by: actions.restore(submission, reason=REASON, by=by),
}


def table() -> dict[str, dict[str, set[str]]]:
    """Read `ALLOWED`: state → column → moves."""
    header, *lines = [line.split() for line in ALLOWED.strip().splitlines()]
    return {
        line[0]: {column: set(cell.split(",")) - {"-"} for column, cell in zip(header[1:], line[1:], strict=True)}
        for line in lines
    }


def cast(group, author):
    """Make everyone; `left` are members until they wrote."""
    return {
        "author": author,
        "colleague": people.member(group),
        "coordinator": people.coordinator(group),
        "reviewer of the organisation": people.join(people.reviewer(), group),
        "handler": people.reviewer(),
        "other reviewer": people.reviewer(),
        "editor": people.editor(),
        "admin": people.admin(),
        "reviewer who wrote in it and left": people.join(people.reviewer(), group),
        "editor who wrote in it and left": people.join(people.editor(), group),
        "editor of the organisation": people.join(people.editor(), group),
        "member of another organisation": people.member(),
        "nobody's member": people.person(),
        "inactive member": people.member(group, is_active=False),
        "inactive reviewer": people.reviewer(is_active=False),
        "inactive editor": people.editor(is_active=False),
        "anonymous": AnonymousUser(),
    }


def scene(state: State, kind: Kind = Kind.NEW):
    """Bring a submission into a state, after everyone who left wrote in it."""
    group = people.organisation()
    everyone = cast(group, people.member(group))
    made = people.draft(kind, by=everyone["author"])
    for name in ("reviewer who wrote in it and left", "editor who wrote in it and left"):
        made = actions.save(made, {"summary": f"Geschreven door {name}."}, version=made.version, by=everyone[name])
        everyone[name].memberships.all().delete()
    return people.bring(made, state, handler=everyone["handler"]), everyone


def trace(submission):
    """Return all that a move could change."""
    row = Submission.objects.filter(pk=submission.pk).values().get()
    return (
        row,
        list(submission.decisions.values()),
        list(Letter.objects.filter(about=submission.reference).values("to")),
    )


def outcome(submission, move, user):
    """Try a move, undo it, and tell what it did: the new state, “denied” or “refused”."""
    fresh = Submission.objects.get(pk=submission.pk)
    if move == Move.PUBLISH and fresh.state == State.IN_REVIEW:
        people.judged(fresh)
    before = trace(fresh)
    try:
        with transaction.atomic():
            now = MAKE[move](fresh, user)
            decision = now.decisions.last()
            assert (decision.move, decision.start, decision.end, decision.by) == (
                move,
                before[0]["state"],
                now.state,
                user,
            )
            assert len(now.decisions.all()) == len(before[1]) + 1
            transaction.set_rollback(True)
            return now.state
    except PermissionDenied:
        done = "denied"
    except RefusedError:
        done = "refused"
    assert trace(fresh) == before
    return done


@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_every_move_by_every_role(state):
    submission, everyone = scene(state)
    expected, found = {}, {}
    for role, user in everyone.items():
        column = COLUMNS[role]
        moves = table()[state][column] if column else set()
        for move in Move:
            # Who has it in hand may ask for it again: nothing happens, and nothing is said.
            if (state, role, move) == (State.IN_REVIEW, "handler", Move.CLAIM):
                continue
            result = outcome(submission, move, user)
            found[role, move] = result if result in ENDS.values() or not column else "not done"
            expected[role, move] = ENDS[move] if move in moves else "not done" if column else "denied"
    assert found == expected


@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_offered_are_exactly_the_moves_that_can_be_made(state):
    submission, everyone = scene(state)
    expected = {role: table()[state][column] if (column := COLUMNS[role]) else set() for role in everyone}
    assert {role: set(permissions.moves(submission, user)) for role, user in everyone.items()} == expected


@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_who_may_read_and_what_lists_show_is_the_same(state):
    submission, everyone = scene(state)
    expected = {
        role: column in READS and (column == "member" or state != State.DRAFT) for role, column in COLUMNS.items()
    }
    if state == State.DRAFT:
        assert submission.round == 0
    assert {role: permissions.may_read(submission, user) for role, user in everyone.items()} == expected
    known = {role: user for role, user in everyone.items() if user.is_authenticated and user.is_active}
    listed = {
        role: submission in Submission.objects.of_member(user)
        or (permissions.is_reviewer(user) and submission in Submission.objects.for_review(user))
        for role, user in known.items()
    }
    assert listed == {role: expected[role] for role in known}


@pytest.mark.django_db
def test_what_was_taken_back_and_is_worked_on_is_a_draft_again_for_everyone_else():
    submission, everyone = scene(State.WITHDRAWN)
    assert permissions.may_read(submission, everyone["handler"])
    submission = actions.reopen_draft(submission, by=everyone["author"])
    assert submission.round == 1
    for role in ("handler", "other reviewer", "editor", "admin"):
        assert not permissions.may_read(submission, everyone[role])
        assert submission not in Submission.objects.for_review(everyone[role])
        assert permissions.moves(submission, everyone[role]) == []


@pytest.mark.django_db
def test_a_change_that_was_published_is_not_archived_by_itself():
    submission, everyone = scene(State.PUBLISHED, Kind.CHANGE)
    assert outcome(submission, Move.ARCHIVE, everyone["editor"]) == "refused"
    assert permissions.moves(submission, everyone["editor"]) == []


@pytest.mark.django_db
def test_what_a_reviewer_left_behind_an_editor_gives_back():
    submission, everyone = scene(State.IN_REVIEW)
    everyone["handler"].delete()
    submission.refresh_from_db()
    assert submission.reviewer is None
    assert outcome(submission, Move.RELEASE, everyone["other reviewer"]) == "denied"
    assert outcome(submission, Move.RELEASE, everyone["editor"]) == State.SUBMITTED
