"""People and what they submit: invented, signed up as people are, and made by the actions themselves."""

from functools import lru_cache
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from accounts.choices import EditorialRole, MemberRole
from accounts.models import Membership, User
from evidence import vocabulary
from evidence.models import Intervention, Organisation
from submissions import actions, questions
from submissions.answers import completeness
from submissions.choices import Aspect, Judgement, Kind, State, Tier
from submissions.models import Submission
from submissions.questions.declaration import Form, Question
from tests import factories

PASSWORD = "een-verzonnen-wachtzin-voor-tests"
_numbers = count(1)


@lru_cache
def _hashed() -> str:
    """Hash the password once: doing it for everyone takes longer than the tests."""
    return make_password(PASSWORD)


def person(email: str = "", *, editorial_role: EditorialRole = EditorialRole.NONE, **fields: Any) -> User:
    """Make someone with a verified address and `PASSWORD`."""
    email = email or f"mens-{next(_numbers)}@voorbeeld.example"
    user = User.objects.create(email=email, password=_hashed(), editorial_role=editorial_role, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def organisation(name: str = "", **fields: Any) -> Organisation:
    """Make an organisation that takes part."""
    number = next(_numbers)
    defaults = {
        "name": name or f"Gemeente Verzonnen {number}",
        "slug": f"gemeente-verzonnen-{number}",
        "takes_part": True,
    }
    return factories.OrganisationFactory(**(defaults | fields))


def join(user: User, group: Organisation, role: MemberRole = MemberRole.AUTHOR) -> User:
    """Make someone a member."""
    Membership.objects.create(user=user, organisation=group, role=role)
    return user


_new_organisation = organisation


def member(organisation: Organisation | None = None, role: MemberRole = MemberRole.AUTHOR, **fields: Any) -> User:
    """Make a member of this organisation, or of a new one."""
    return join(person(**fields), organisation or _new_organisation(), role)


def coordinator(organisation: Organisation | None = None, **fields: Any) -> User:
    """Make a member who looks after the organisation."""
    return member(organisation, MemberRole.COORDINATOR, **fields)


def reviewer(**fields: Any) -> User:
    """Make a reviewer, who is a member of nothing."""
    return person(editorial_role=EditorialRole.REVIEWER, **fields)


def editor(**fields: Any) -> User:
    """Make an editor."""
    return person(editorial_role=EditorialRole.EDITOR, **fields)


def admin(**fields: Any) -> User:
    """Make an admin."""
    return person(editorial_role=EditorialRole.ADMIN, **fields)


def organisation_of(user: User) -> Organisation:
    """Return the first organisation of a member."""
    return user.memberships.select_related("organisation").order_by("pk")[0].organisation


def answer(question: Question, text: str = "verzonnen") -> Any:
    """Make a valid answer by the form of a question; a scheme without terms gets one."""
    if question.form in (Form.CHOICE, Form.CHOICES):
        if question.scheme and not questions.options(question):
            factories.TermFactory(of=question.scheme)
            vocabulary.forget_vocabularies()
        code = questions.options(question)[0][0]
        return code if question.form == Form.CHOICE else [code]
    return {
        Form.LINE: f"{question.code} ({text})",
        Form.TEXT: f"Wij schrijven over {question.code} ({text}).\nEn nog een regel.",
        Form.LINES: [f"{question.code} een ({text})", f"{question.code} twee ({text})"],
        Form.NUMBER: 12,
        Form.EURO: 5000,
        Form.DATE: "2024-05-17",
        Form.YES_NO: True,
        Form.WEB: "https://voorbeeld.example/aanpak",
    }[question.form]


def complete_answers(kind: Kind, tier: Tier, *, everything: bool = False, text: str = "verzonnen") -> dict[str, Any]:
    """Answer what keeps a submission of this kind and tier from being handed in, or every question there is."""
    asked = {question.code: question for page in questions.pages(kind, tier) for question in page.questions}
    answers = {code: answer(question, text) for code, question in asked.items() if question.needed or everything}
    # Answers may ask for others: a plan for its dates, a stopped initiative for why.
    while missing := [
        fault.question
        for fault in completeness.faults_of(Submission(kind=kind, tier=tier, answers=answers), permission=True)
        if fault.question not in answers
    ]:
        answers |= {code: answer(asked[code], text) for code in missing}
    return answers


def draft(
    kind: Kind = Kind.NEW,
    *,
    tier: Tier = Tier.DESCRIBE,
    by: User | None = None,
    intervention: Intervention | None = None,
    answers: dict[str, Any] | None = None,
    **more: Any,
) -> Submission:
    """Start a submission that could be handed in.

    Its answers are complete, with these in place of some (None leaves one out).
    """
    by = by or member()
    if kind != Kind.NEW and intervention is None:
        intervention = factories.InterventionFactory()
    given = complete_answers(kind, tier) | (answers or {}) | more
    return actions.create(
        kind=kind,
        organisation=organisation_of(by),
        by=by,
        intervention=intervention,
        tier=tier,
        answers={code: value for code, value in given.items() if value is not None},
    )


def hand_in(made: Submission) -> Submission:
    """Hand in a draft as it is."""
    return actions.submit(made, permission=True, version=made.version, by=made.author)


STEPS = {
    State.SUBMITTED: (
        State.DRAFT,
        lambda made, _handler: hand_in(made),
    ),
    State.IN_REVIEW: (State.SUBMITTED, lambda made, handler: actions.claim(made, by=handler)),
    State.CHANGES_REQUESTED: (
        State.IN_REVIEW,
        lambda made, handler: actions.request_changes(made, reason="Vertel meer over de doelgroep.", by=handler),
    ),
    State.DECLINED: (
        State.IN_REVIEW,
        lambda made, handler: actions.decline(made, reason="Dit past hier niet.", by=handler),
    ),
    State.WITHDRAWN: (State.IN_REVIEW, lambda made, _handler: actions.withdraw(made, by=made.author)),
    State.PUBLISHED: (State.IN_REVIEW, lambda made, handler: actions.publish(judged(made), by=handler)),
    State.ARCHIVED: (
        State.PUBLISHED,
        lambda made, _handler: actions.archive(made, reason="Verzonnen reden.", by=editor()),
    ),
}
"""For each state the one before it, and the move from there."""


def bring(made: Submission, state: State, *, handler: User | None = None) -> Submission:
    """Bring a draft into a state by the actions themselves; its author and one reviewer do it."""
    if state == State.DRAFT:
        return made
    before, move = STEPS[state]
    handler = handler or reviewer()
    return move(bring(made, before, handler=handler), handler)


def judged(submission: Submission) -> Submission:
    """Let its handler find everything in order."""
    actions.judge(submission, dict.fromkeys(Aspect, (Judgement.YES, "")), by=submission.reviewer)
    return submission


def in_state(state: State, kind: Kind = Kind.NEW, *, handler: User | None = None, **fields: Any) -> Submission:
    """Make a submission in this state; `fields` are those of `draft`."""
    return bring(draft(kind, **fields), state, handler=handler)


def submitted(kind: Kind = Kind.NEW, **fields: Any) -> Submission:
    """Make a submission that waits for a reviewer."""
    return in_state(State.SUBMITTED, kind, **fields)


def in_review(kind: Kind = Kind.NEW, **fields: Any) -> Submission:
    """Make a submission that a reviewer (`handler`) has in hand."""
    return in_state(State.IN_REVIEW, kind, **fields)


def published(kind: Kind = Kind.NEW, **fields: Any) -> Submission:
    """Make a submission that stands in the catalogue."""
    return in_state(State.PUBLISHED, kind, **fields)
