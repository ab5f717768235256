"""Histories made at random.

Whoever does whatever in whatever order, the promises of the workflow hold after every step.
"""

from collections import Counter
from contextlib import contextmanager
from random import Random

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test import TestCase
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.errors import RefusedError
from evidence.choices import EditorialState
from evidence.models import Intervention
from letters.models import Letter
from submissions import actions, permissions
from submissions.choices import Audience, Kind, Move, Side, State, Tier
from submissions.models import Decision, Submission
from tests import factories, people
from tests.submissions.test_moves import MAKE

# As many as the profile says: 100, and 500 with `--long`. They are long enough for a hundred to make every move.
HISTORIES = settings(
    stateful_step_count=14,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
OF_REVIEWERS = {"claim", "release", "request-changes", "decline", "publish", "reopen-review", "archive", "restore"}
GROUPS = {"author": "ours", "colleague": "ours", "stranger": "theirs"}
REVIEWERS = ("reviewer", "second reviewer", "turncoat", "editor")
NAMES = (*GROUPS, *REVIEWERS)
ABOUT = {Kind.NEW: "summary", Kind.CHANGE: "summary", Kind.EXPERIENCE: "adaptations"}
STEPS = ["moves"] * 8 + ["moves_as_member", "writes", "writes"] + ["tries", "starts", "says", "turns"]


WEIGHTS = {Move.WITHDRAW: 1, Move.RELEASE: 1, Move.SUBMIT: 9, Move.PUBLISH: 9}
"""How likely an offered move is; 3 when not named."""


def shuffled(names, pick):
    """Start with any of these names, and go round."""
    start = names.index(pick(names))
    return [*names[start:], *names[:start]]


class Workflow(RuleBasedStateMachine):
    """Two organisations and the editors, with a model of what must be true beside them.

    The turncoat is a reviewer who joins the first organisation and leaves it again. The model knows who
    wrote in what, what was decided and how often, the last version, and how each record stood in the
    catalogue when it was last published.
    """

    world: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.submissions: list[int] = []
        self.wrote: dict[int, set] = {}
        self.logs: dict[int, list] = {}
        self.versions: dict[int, int] = {}
        self.moved: dict[int, int] = {}
        self.shown: dict[int, tuple] = {}
        self.has_joined = False
        self.has_changed = True
        self.steps = 0
        mail.outbox.clear()
        for made in self.world["drafts"]:
            self.know(made)
        self.wrote[self.submissions[0]].add(self.world["turncoat"].pk)

    def teardown(self):
        """Undo the history."""
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @contextmanager
    def request(self):
        """Do something as one request: its letters wait for the commit, each with one call to send it then."""
        written = Letter.objects.count()
        with TestCase.captureOnCommitCallbacks() as callbacks, transaction.atomic():
            yield
            self.has_changed = True
        assert mail.outbox == []
        assert len(callbacks) == Letter.objects.count() - written

    def know(self, made):
        self.submissions.append(made.pk)
        self.wrote[made.pk], self.logs[made.pk], self.versions[made.pk], self.moved[made.pk] = (
            {made.author_id},
            [],
            0,
            0,
        )

    def groups(self, name):
        """Return the organisations that someone acts for, by the model."""
        group = "ours" if name == "turncoat" and self.has_joined else GROUPS.get(name)
        return {self.world[group].pk} if group else set()

    @rule(dice=st.integers(0, 2**32 - 1))
    def go_on(self, dice):
        """Do one thing. One rule, and a number with the place in the history, keep Hypothesis from repeating itself."""
        self.steps += 1
        pick = Random(f"{dice} {self.steps}").choice  # noqa: S311 — dice, no secret
        submission = Submission.objects.get(pk=pick(self.submissions))
        getattr(self, pick(STEPS))(submission, pick)

    def starts(self, _submission, pick):
        """Start something: about a record when one is published, a report when none is."""
        published = [pk for pk, row in self.shown.items() if row[2] == EditorialState.PUBLISHED]
        about = Intervention.objects.get(pk=published[0]) if published else None
        kind, tier = (pick([Kind.CHANGE, Kind.EXPERIENCE]), Tier.DESCRIBE) if about else (Kind.NEW, Tier.REPORT)
        name = pick(list(GROUPS))
        group, answers = self.world[GROUPS[name]], self.world["answers"][kind, tier]
        with self.request():
            made = actions.create(
                kind=kind, organisation=group, by=self.world[name], tier=tier, intervention=about, answers=answers
            )
        self.know(made)

    def writes(self, submission, pick):
        """Save an answer, sometimes on top of a version that is gone."""
        name, back = pick([*GROUPS, *NAMES]), pick([0, 0, 1])
        user, change = self.world[name], {ABOUT[submission.kind]: pick(["Tekst A.", "Tekst B."])}
        may = permissions.may_edit(submission, user)
        try:
            with self.request():
                saved = actions.save(submission, change, version=submission.version - back, by=user)
        except (PermissionDenied, RefusedError):
            assert not may or back
        else:
            assert may
            assert not back
            assert saved.answers == submission.answers | change
            self.wrote[submission.pk] |= {user.pk} if saved.version != submission.version else set()

    def moves_as_member(self, submission, pick):
        self.moves_as_offered(submission, shuffled([*GROUPS, "turncoat"], pick), pick)

    def moves(self, submission, pick):
        """Let a reviewer go first: histories that are taken back all the time teach little."""
        self.moves_as_offered(submission, [*shuffled(REVIEWERS, pick), *shuffled(list(GROUPS), pick)], pick)

    def moves_as_offered(self, submission, names, pick):
        """Let the first of these people who can do anything do one of the things offered."""
        for name in names:
            if offered := permissions.moves(submission, self.world[name]):
                weighed = [move for move in offered for _ in range(WEIGHTS.get(move, 3))]
                self.move(submission, pick(weighed), name, offered)
                return

    def tries(self, submission, pick):
        """Let anyone try anything."""
        name = pick(NAMES)
        self.move(submission, pick(list(Move)), name, permissions.moves(submission, self.world[name]))

    def move(self, submission, move, name, offers):
        note(f"{submission.reference}: {name} tries to {move}")
        user, offered = self.world[name], move in offers
        if move == Move.PUBLISH and offered:
            people.judged(submission)
        try:
            with self.request():
                now = MAKE[move](submission, user)
        except (PermissionDenied, RefusedError):
            assert not offered or (move == Move.PUBLISH and not permissions.is_publishable(submission))
            return
        repeated = move == Move.CLAIM and not offered
        assert offered or (repeated and now.reviewer == user)
        self.moved[submission.pk] += not repeated
        self.world["made"][move] += not repeated
        if move in OF_REVIEWERS:
            assert submission.organisation_id not in self.groups(name)
            assert user.pk not in self.wrote[submission.pk]
        else:
            assert submission.organisation_id in self.groups(name)
            self.wrote[submission.pk].add(user.pk)
        if move in (Move.PUBLISH, Move.ARCHIVE, Move.RESTORE):
            record = Intervention.objects.get(pk=now.intervention_id)
            self.shown[record.pk] = (record.name, record.summary_nl, record.editorial_state)

    def says(self, submission, pick):
        """Let anyone write to the other side, or among reviewers."""
        user, audience = self.world[pick(NAMES)], pick(list(Audience))
        may = (
            permissions.may_review(submission, user)
            if audience == Audience.INTERNAL
            else permissions.may_read(submission, user)
        )
        try:
            with self.request():
                actions.comment(submission, "Een verzonnen bericht.", audience=audience, by=user)
        except PermissionDenied:
            assert not may
        else:
            assert may

    def turns(self, _submission, _pick):
        """Let the turncoat join or leave."""
        self.has_joined, self.has_changed = not self.has_joined, True
        if self.has_joined:
            people.join(self.world["turncoat"], self.world["ours"])
        else:
            self.world["turncoat"].memberships.all().delete()

    def joins(self, submission, pick):
        """Let the turncoat join, and stay."""
        if not self.has_joined:
            self.turns(submission, pick)

    @invariant()
    def the_promises_hold(self):
        everything = {one.pk: one for one in Submission.objects.all()}
        decided: dict[int, list] = {pk: [] for pk in everything}
        for entry in Decision.objects.values_list("submission", "pk", "move", "start", "end", "by", "reason", "round"):
            decided[entry[0]].append(entry[1:])
        for pk, submission in everything.items():
            self.check_log(submission, decided[pk])
            assert submission.version >= self.versions[pk]
            self.logs[pk], self.versions[pk] = decided[pk], submission.version
        self.check_catalogue()
        if self.has_changed:
            for name in ("author", "stranger", "reviewer", "turncoat"):
                self.check_sight(name, everything)
        self.has_changed = False

    def check_log(self, submission, log):
        """The log is complete, nothing of it ever changes, and it leads to the present state."""
        assert log[: len(self.logs[submission.pk])] == self.logs[submission.pk]
        assert len(log) == self.moved[submission.pk]
        assert [entry[2] for entry in log] == ["draft", *(entry[3] for entry in log)][: len(log)]
        assert submission.state == (log[-1][3] if log else "draft")

    def check_catalogue(self):
        """What is published stands as it was published, whatever is under review; and nothing else stands there."""
        rows = Intervention.objects.values_list("pk", "name", "summary_nl", "editorial_state")
        assert {pk: tuple(row) for pk, *row in rows} == self.shown

    def check_sight(self, name, everything):
        """Nobody sees what is not theirs; a reviewer sees what was handed in by others, in which they never wrote."""
        user = self.world[name]
        theirs = {pk for pk, one in everything.items() if one.organisation_id in self.groups(name)}
        if name in GROUPS or name == "turncoat":
            assert self.listed("of_member", user) == theirs
        if name in REVIEWERS:
            handed_in = {pk for pk, log in self.logs.items() if any(entry[1] == "submit" for entry in log)}
            drafts = {pk for pk, one in everything.items() if one.state == "draft"}
            wrote = {pk for pk, writers in self.wrote.items() if user.pk in writers}
            assert self.listed("for_review", user) == handed_in - drafts - wrote - theirs

    def listed(self, question, user):
        """Ask a queryset, whose SQL is made once a test: making it takes ten times as long as asking it."""
        key = (question, user.pk)
        if key not in self.world["sql"]:
            rows = getattr(Submission.objects, question)(user).order_by().values_list("pk")
            self.world["sql"][key] = rows.query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*self.world["sql"][key])
            return {pk for (pk,) in cursor.fetchall()}


def written_by_turncoat(world):
    """Make a draft in which a reviewer wrote, who is no member any more."""
    draft, turncoat = people.draft(by=world["author"]), people.join(world["turncoat"], world["ours"])
    written = actions.save(draft, {"summary": "Ik was hier."}, version=1, by=turncoat)
    turncoat.memberships.all().delete()
    return written


@pytest.fixture
def world(db):
    """Who takes part and three drafts that can be handed in; made once, each history is undone."""
    ours, theirs = people.organisation("Gemeente Onze (verzonnen)"), people.organisation("Gemeente Hunne (verzonnen)")
    kinds = [
        (Kind.NEW, Tier.REPORT),
        (Kind.NEW, Tier.DESCRIBE),
        (Kind.CHANGE, Tier.DESCRIBE),
        (Kind.EXPERIENCE, Tier.DESCRIBE),
    ]
    world = {
        "sql": {},
        "made": Counter(),
        "ours": ours,
        "theirs": theirs,
        "answers": {(kind, tier): people.complete_answers(kind, tier) for kind, tier in kinds},
        "author": people.member(ours),
        "colleague": people.member(ours),
        "stranger": people.member(theirs),
        "reviewer": people.reviewer(),
        "second reviewer": people.reviewer(),
        "turncoat": people.reviewer(),
        "editor": people.editor(),
    }
    factories.CountryFactory()
    drafts = [people.draft(by=world[name]) for name in ("colleague", "stranger")]
    world["drafts"] = [written_by_turncoat(world), *drafts]
    Letter.objects.all().delete()
    Workflow.world = world
    return world


def test_every_history_keeps_the_promises(world):
    run_state_machine_as_test(Workflow, settings=HISTORIES)
    assert world["made"].keys() == set(Move), "a move that no history makes is a move that nobody tested"


def break_version(patch):
    patch("submissions.actions.drafts.check_version", lambda *_: None)
    return ["writes"]


def let_review(patch, rule):
    def may_review(submission, user):
        handed_in = submission.round > 0 and submission.state != State.DRAFT
        return permissions.is_reviewer(user) and handed_in and rule(submission, user)

    patch("submissions.permissions.may_review", may_review)
    patch("submissions.permissions.SIDES", permissions.SIDES | {Side.REVIEWER: may_review})


def break_own_organisation(patch):
    let_review(patch, lambda submission, user: not submission.writers.filter(pk=user.pk).exists())
    return ["joins", *["moves"] * 4]


def break_four_eyes(patch):
    """Forget who wrote in it before they left."""
    let_review(patch, lambda submission, user: not permissions.is_member(user, submission.organisation_id))
    return ["moves"]


def break_log(patch):
    patch("submissions.models.Decision.save", lambda *_args, **_kwargs: None)
    patch("submissions.notifications.tell", lambda _decision: None)
    return ["moves"]


def break_sight(patch):
    patch("submissions.querysets.SubmissionQuerySet.for_review", lambda rows, _user: rows.filter(round__gt=0))
    return ["moves_as_member"]


def break_mail(patch):
    """Send at once what should wait for the commit."""
    patch("letters.outbox.transaction.on_commit", lambda do, **_: do())
    return ["moves"]


def break_catalogue(patch):
    """Put in the catalogue what was only handed in."""
    patch(
        "submissions.answers.completeness.faults_of", lambda *_args, **_kwargs: factories.InterventionFactory() and []
    )
    return ["moves"]


def break_moves(patch):
    patch("submissions.permissions.can", lambda _move, submission: submission.state != State.ARCHIVED)
    return ["moves"]


BREAKS = [
    break_version,
    break_own_organisation,
    break_four_eyes,
    break_log,
    break_sight,
    break_mail,
    break_catalogue,
    break_moves,
]


@pytest.mark.sabotage
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.__name__)
def test_sabotage_a_guard_that_is_broken_is_found(world, monkeypatch, broken):
    """Each is found by steps of the kind that could; all kinds together find it too, later."""
    monkeypatch.setitem(globals(), "STEPS", broken(monkeypatch.setattr))
    few = settings(HISTORIES, max_examples=200, stateful_step_count=7, phases=[Phase.generate])
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Workflow, settings=few)
