"""What the actions write, and what they refuse without writing anything."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.errors import RefusedError
from letters.models import Letter
from submissions import actions
from submissions.choices import Aspect, Audience, Judgement, Kind, Move, State, Tier
from submissions.errors import ConflictError, FaultsError, MoveError
from submissions.models import Comment, Decision, Review, Submission
from tests import factories, people

pytestmark = pytest.mark.django_db
ALL_YES = dict.fromkeys(Aspect, (Judgement.YES, ""))


def stored(submission):
    return Submission.objects.get(pk=submission.pk)


def test_a_draft_starts_with_what_is_given_and_its_maker_wrote_in_it():
    author = people.member()
    made = actions.create(
        kind=Kind.NEW, organisation=people.organisation_of(author), by=author, answers={"name": "Verzonnen aanpak"}
    )
    assert (made.state, made.tier, made.version, made.round, made.author) == (State.DRAFT, Tier.REPORT, 1, 0, author)
    assert stored(made).answers == {"name": "Verzonnen aanpak"}
    assert list(made.writers.all()) == [author]
    assert not Decision.objects.exists()


def test_nobody_starts_something_for_an_organisation_of_others():
    with pytest.raises(PermissionDenied):
        actions.create(kind=Kind.NEW, organisation=people.organisation(), by=people.member())
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (Kind.NEW, {}),
        (Kind.CHANGE, None),
        (Kind.EXPERIENCE, None),
        (Kind.CHANGE, {"editorial_state": "archived"}),
        (Kind.EXPERIENCE, {"editorial_state": "archived"}),
    ],
)
def test_a_change_or_experience_belongs_to_a_record_in_the_catalogue_and_something_new_to_none(kind, record):
    author = people.member()
    intervention = None if record is None else factories.InterventionFactory(**record)
    with pytest.raises(MoveError):
        actions.create(kind=kind, organisation=people.organisation_of(author), by=author, intervention=intervention)
    assert not Submission.objects.exists()


def test_saving_keeps_the_other_answers_takes_away_empty_ones_and_counts():
    draft = people.draft(answers={"name": "Eerste naam", "summary": "Kort verteld."})
    colleague = people.member(draft.organisation)
    saved = actions.save(draft, {"name": "Tweede naam", "summary": None}, version=1, by=colleague)
    expected = {code: answer for code, answer in (draft.answers | {"name": "Tweede naam"}).items() if code != "summary"}
    assert (stored(draft).answers, stored(draft).version) == (expected, 2) == (saved.answers, saved.version)
    assert set(draft.writers.all()) == {draft.author, colleague}


def test_saving_the_same_again_is_no_new_version():
    draft = people.draft()
    assert actions.save(draft, dict(draft.answers), version=1, by=draft.author).version == 1
    assert actions.set_tier(draft, draft.tier, version=1, by=draft.author).version == 1


def test_telling_less_keeps_the_answers_of_more():
    draft = people.draft(tier=Tier.RESEARCH)
    changed = actions.set_tier(draft, Tier.REPORT, version=1, by=draft.author)
    assert (changed.tier, changed.version, stored(draft).answers) == (Tier.REPORT, 2, draft.answers)


@pytest.mark.parametrize(
    "write", [lambda *a, **k: actions.save(*a, **k), lambda d, _a, **k: actions.set_tier(d, Tier.REPORT, **k)]
)
def test_of_two_who_read_the_same_version_the_second_is_shown_the_first(write):
    draft = people.draft()
    actions.save(draft, {"name": "Naam van de eerste"}, version=1, by=draft.author)
    with pytest.raises(ConflictError) as conflict:
        write(draft, {"name": "Naam van de tweede"}, version=1, by=draft.author)
    assert conflict.value.current.answers["name"] == "Naam van de eerste"
    assert (stored(draft).answers["name"], stored(draft).version) == ("Naam van de eerste", 2)


def test_what_was_handed_in_meanwhile_is_not_changed_and_the_writer_hears_why():
    submission = people.submitted()
    with pytest.raises(RefusedError, match="Dit is niet opgeslagen: de inzending is nu “Ingediend”"):
        actions.save(submission, {"name": "Te laat"}, version=submission.version, by=submission.author)
    with pytest.raises(PermissionDenied):
        actions.save(submission, {"name": "Van een ander"}, version=submission.version, by=people.member())
    assert "Te laat" not in str(stored(submission).answers)


def test_wrong_answers_are_all_named_and_nothing_of_the_page_is_kept():
    draft = people.draft()
    with pytest.raises(FaultsError) as faults:
        actions.save(draft, {"name": "Goed", "bestaat_niet": 1, "summary": ["geen tekst"]}, version=1, by=draft.author)
    assert [fault.question for fault in faults.value.faults] == ["bestaat_niet", "summary"]
    assert stored(draft).answers == draft.answers


def test_handing_in_keeps_the_answers_of_this_round_and_promises_a_day():
    submission = people.submitted(tier=Tier.DESCRIBE)
    [decision] = submission.decisions.all()
    assert (decision.move, decision.round, decision.answers) == (Move.SUBMIT, 1, submission.answers)
    assert (submission.round, submission.permission, submission.reviewer) == (1, True, None)
    assert (
        submission.due == (submission.submitted + timedelta(days=20)).astimezone(timezone.get_default_timezone()).date()
    )


def test_handing_in_needs_complete_answers_permission_and_the_present_version():
    draft = people.draft(name=None)
    with pytest.raises(FaultsError) as faults:
        actions.submit(draft, permission=False, version=1, by=draft.author)
    assert [fault.question for fault in faults.value.faults] == ["name", "permission"]
    complete = people.draft()
    with pytest.raises(ConflictError):
        actions.submit(complete, permission=True, version=0, by=complete.author)
    assert set(Submission.objects.values_list("state", "round")) == {(State.DRAFT, 0)}
    assert not Decision.objects.exists()
    assert not Letter.objects.exists()


def test_claiming_again_changes_nothing_and_another_cannot():
    submission = people.in_review()
    assert actions.claim(submission, by=submission.reviewer) == submission
    with pytest.raises(MoveError, match="Dit kan niet meer: de inzending is nu “In behandeling”"):
        actions.claim(submission, by=people.reviewer())
    assert [decision.move for decision in submission.decisions.all()] == [Move.SUBMIT, Move.CLAIM]
    assert stored(submission).reviewer == submission.reviewer


REASONED = {
    "request_changes": State.IN_REVIEW,
    "decline": State.IN_REVIEW,
    "reopen_review": State.DECLINED,
    "archive": State.PUBLISHED,
    "restore": State.ARCHIVED,
}


@pytest.mark.parametrize("move", REASONED)
@pytest.mark.parametrize(
    ("reason", "error"),
    [("  \r\n ", MoveError), ("met \0 erin", FaultsError), ("met \ud800 erin", FaultsError), ("x" * 5001, FaultsError)],
    ids=["blank", "NUL", "surrogate", "long"],
)
def test_a_reason_that_is_missing_or_cannot_be_kept_is_refused(move, reason, error):
    submission = people.in_state(REASONED[move])
    by = people.editor() if move in ("archive", "restore") else submission.reviewer
    with pytest.raises(error):
        getattr(actions, move)(submission, reason=reason, by=by)
    assert stored(submission).state == REASONED[move]


def test_a_reason_is_kept_without_the_white_space_around_it():
    submission = people.in_review()
    actions.decline(submission, reason="\r\n  Dit staat er al.\r\nKijk bij de ander.  ", by=submission.reviewer)
    assert submission.decisions.last().reason == "Dit staat er al.\nKijk bij de ander."


def test_publishing_needs_every_aspect_judged_in_this_round():
    submission = people.in_review()
    handler = submission.reviewer
    actions.judge(
        submission, {aspect: found for aspect, found in ALL_YES.items() if aspect != Aspect.COHERENCE}, by=handler
    )
    with pytest.raises(MoveError, match="Beoordeel eerst alle aspecten"):
        actions.publish(submission, by=handler)
    actions.judge(submission, {Aspect.COHERENCE: (Judgement.PARTLY, " Doel en aanpak passen deels. ")}, by=handler)
    sent_back = actions.request_changes(submission, reason="Vertel meer.", by=handler)
    again = actions.claim(people.hand_in(sent_back), by=handler)
    with pytest.raises(MoveError, match="Beoordeel eerst alle aspecten"):
        actions.publish(again, by=handler)
    assert Review.objects.get(aspect=Aspect.COHERENCE).comment == "Doel en aanpak passen deels."
    assert actions.publish(people.judged(again), by=handler).state == State.PUBLISHED
    assert Review.objects.filter(round=2).count() == len(Aspect)


def test_a_report_tells_too_little_to_publish():
    submission = people.judged(people.in_review(tier=Tier.REPORT))
    with pytest.raises(MoveError, match="Een melding kan niet gepubliceerd worden"):
        actions.publish(submission, by=submission.reviewer)


def test_judging_names_every_aspect_without_the_reason_it_needs_and_keeps_none():
    submission = people.in_review()
    found = ALL_YES | {Aspect.GOALS: (Judgement.NO, " "), Aspect.RESEARCH: (Judgement.PARTLY, "")}
    with pytest.raises(FaultsError) as faults:
        actions.judge(submission, found, by=submission.reviewer)
    assert [fault.question for fault in faults.value.faults] == [Aspect.GOALS, Aspect.RESEARCH]
    with pytest.raises(FaultsError):
        actions.judge(submission, {Aspect.GOALS: (Judgement.NO, "a\0b")}, by=submission.reviewer)
    assert not Review.objects.exists()


def test_only_who_has_it_in_hand_judges_and_only_while_it_is_in_review():
    submission = people.in_review()
    with pytest.raises(PermissionDenied):
        actions.judge(submission, ALL_YES, by=people.reviewer())
    declined = actions.decline(submission, reason="Verzonnen reden.", by=submission.reviewer)
    with pytest.raises(RefusedError, match="“Afgewezen”"):
        actions.judge(declined, ALL_YES, by=submission.reviewer)
    assert not Review.objects.exists()


def test_remarks_are_between_the_two_sides_and_notes_among_reviewers():
    submission = people.in_review()
    author, handler = submission.author, submission.reviewer
    for text, audience, by in [(" Vraag. ", Audience.AUTHOR, handler), ("Antwoord.", Audience.AUTHOR, author)]:
        actions.comment(submission, text, audience=audience, by=by)
    actions.comment(submission, "Tussen ons.", audience=Audience.INTERNAL, by=people.reviewer())
    for audience, by in [
        (Audience.INTERNAL, author),
        (Audience.AUTHOR, people.member()),
        (Audience.INTERNAL, people.member()),
    ]:
        with pytest.raises(PermissionDenied):
            actions.comment(submission, "Mag niet.", audience=audience, by=by)
    for text in ("  ", "a\0b", "\udfff", "x" * 5001):
        with pytest.raises(FaultsError):
            actions.comment(submission, text, audience=Audience.AUTHOR, by=author)
    assert list(Comment.objects.values_list("text", "audience")) == [
        ("Vraag.", "author"),
        ("Antwoord.", "author"),
        ("Tussen ons.", "internal"),
    ]
