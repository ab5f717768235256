"""Several people at the same moment, on real connections: nothing is lost, nothing happens twice.

Without its guard it does.
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection

from letters.models import Letter
from submissions import actions
from submissions.choices import Move
from submissions.errors import ConflictError, MoveError
from submissions.models import Decision, Submission
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, EDITS = 8, 25
ANSWER = "occasion"


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Run every job in a thread of its own, all starting at the same moment; return what each returned or raised."""
    barrier, results = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number: int, job: Callable[[], Any]) -> None:
        try:
            barrier.wait(timeout=300)
            results[number] = job()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def edit_together(draft) -> tuple[list[str], list[tuple[str, str]]]:
    """Let colleagues each add their words to one answer.

    Return what was kept, and what was not with the text it came back with.
    """
    kept, refused = [], []

    def colleague(name: int) -> None:
        for number in range(EDITS):
            word = f"{name}-{number}."
            read = Submission.objects.get(pk=draft.pk)
            try:
                actions.save(read, {ANSWER: f"{read.answers[ANSWER]} {word}"}, version=read.version, by=draft.author)
                kept.append(word)
            except ConflictError as conflict:
                refused.append((word, conflict.current.answers[ANSWER]))

    assert at_once(*(partial(colleague, name) for name in range(THREADS))) == [None] * THREADS
    return kept, refused


def edits_lost() -> tuple[int, int, int]:
    """Count what was kept, what came back as a conflict, and what was said to be kept and is gone."""
    draft = people.draft(**{ANSWER: "Het begin."})
    kept, refused = edit_together(draft)
    now = Submission.objects.get(pk=draft.pk)
    assert all(theirs.startswith("Het begin.") and word not in theirs.split() for word, theirs in refused)
    return len(kept), len(refused), len(set(kept) - set(now.answers[ANSWER].split()))


def test_of_two_hundred_edits_of_one_draft_none_is_lost():
    kept, refused, lost = edits_lost()
    assert (kept + refused, lost) == (THREADS * EDITS, 0)
    assert kept >= EDITS
    assert Submission.objects.get().version == 1 + kept


def test_sabotage_without_the_version_check_edits_are_lost(monkeypatch):
    monkeypatch.setattr("submissions.actions.drafts.check_version", lambda *_: None)
    assert edits_lost()[2] > 0


def each_reads(submission) -> list[Submission]:
    """Read the submission as four requests do before any of them acts."""
    return [Submission.objects.get(pk=submission.pk) for _ in range(4)]


def claim_together() -> tuple[list[str], int, int]:
    """Let four reviewers claim at once.

    Return what came of it, and how many claims are in the log, and letters about them.
    """
    submission = people.submitted()
    Letter.objects.all().delete()
    results = at_once(*(partial(actions.claim, mine, by=people.reviewer()) for mine in each_reads(submission)))
    decisions = Decision.objects.filter(submission=submission, move=Move.CLAIM).count()
    return sorted(type(result).__name__ for result in results), decisions, Letter.objects.count()


def test_of_reviewers_who_claim_at_once_one_gets_it():
    assert claim_together() == (["MoveError", "MoveError", "MoveError", "Submission"], 1, 1)


def trust_what_was_read(monkeypatch):
    """Break the lock: go by the row that the request read before."""
    monkeypatch.setattr("submissions.actions.moves.locked", lambda submission: submission)


def test_sabotage_who_goes_by_what_was_read_before_claims_what_is_taken(monkeypatch):
    trust_what_was_read(monkeypatch)
    assert claim_together()[1] > 1


def submit_together() -> tuple[int, int, int]:
    """Hand in the same draft four times at once; return how often it was accepted, logged, and confirmed."""
    draft = people.draft()
    results = at_once(
        *(partial(actions.submit, mine, permission=True, version=1, by=draft.author) for mine in each_reads(draft))
    )
    assert all(isinstance(result, Submission | MoveError) for result in results), results
    done = sum(isinstance(result, Submission) for result in results)
    return done, draft.decisions.count(), Letter.objects.count()


def test_a_draft_that_is_handed_in_several_times_at_once_is_handed_in_once():
    assert submit_together() == (1, 1, 1)


def test_sabotage_who_goes_by_what_was_read_before_hands_in_twice(monkeypatch):
    trust_what_was_read(monkeypatch)
    assert submit_together()[1] > 1


def test_of_a_decision_and_a_withdrawal_at_once_one_happens():
    submission = people.in_review()
    results = at_once(
        lambda: actions.decline(submission, reason="Verzonnen reden.", by=submission.reviewer),
        lambda: actions.withdraw(submission, by=submission.author),
    )
    now = Submission.objects.get(pk=submission.pk)
    assert sorted(type(result).__name__ for result in results) == ["MoveError", "Submission"]
    assert [decision.end for decision in now.decisions.all()] == ["submitted", "in-review", now.state]
