"""Make what `invented.toml` describes, once; a second start only says the logins again."""

import base64
import hashlib
import hmac
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter as get_second_step_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from accounts.allauth_internals import TOTP, RecoveryCodes
from accounts.models import Membership, User
from evidence.models import Intervention, Organisation
from letters.models import Letter
from submissions import actions
from submissions.choices import Audience, Kind, State
from submissions.models import Submission

INVENTED = tomllib.loads((Path(__file__).parent / "invented.toml").read_text(encoding="utf-8"))
Step = Callable[[Submission, User, str], Submission]


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """How to sign in as someone of the demo.

    `codes` are recovery codes for the second step, `app` is the key for an app.
    """

    email: str
    password: str
    what: str
    codes: list[str]
    app: str


def _derived(purpose: str, email: str) -> bytes:
    """Derive a secret from the key of this demo: nothing has to be kept to print it again."""
    return hmac.digest(settings.SECRET_KEY.encode(), f"demo {purpose} {email}".encode(), hashlib.sha256)


def _password(email: str) -> str:
    return base64.b32encode(_derived("password", email)).decode().lower()[:16]


def make() -> list[Login]:
    """Make what is missing, and return every login."""
    with transaction.atomic():
        logins = [*_members(), *_editors()]
        if not Submission.objects.filter(
            organisation__slug__in=[row["slug"] for row in INVENTED["organisations"]]
        ).exists():
            made = [_submission(row) for row in INVENTED["submissions"]]
            # Nobody waits for these letters: they go before the commit that would send them.
            Letter.objects.filter(about__in=[row.reference for row in made]).delete()
    return logins


def _person(email: str, **fields: Any) -> User:
    """Make someone with a verified address and the password of this demo."""
    user, _new = User.objects.update_or_create(email=email, defaults=fields)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    if not user.check_password(_password(email)):
        user.set_password(_password(email))
        user.save(update_fields=["password"])
    return user


def _members() -> Iterator[Login]:
    for row in INVENTED["organisations"]:
        defaults = {"name": row["name"], "kind": row["kind"], "takes_part": True}
        organisation, _new = Organisation.objects.get_or_create(slug=row["slug"], defaults=defaults)
        for email, role in row["people"]:
            Membership.objects.get_or_create(user=_person(email), organisation=organisation, defaults={"role": role})
            yield Login(email=email, password=_password(email), what=organisation.name, codes=[], app="")


def _editors() -> Iterator[Login]:
    """Make the editorial team, each with a second step."""
    for row in INVENTED["editors"]:
        user = _person(row["email"], editorial_role=row["role"])
        key = base64.b32encode(_derived("second step", user.email)).decode()[:32]
        if not _is_set_up(user, key):
            Authenticator.objects.filter(user=user).delete()
            TOTP.activate(user, key)
        unused = RecoveryCodes.activate(user).get_unused_codes()
        yield Login(
            email=user.email,
            password=_password(user.email),
            what=user.get_editorial_role_display(),
            codes=unused[:3],
            app=key,
        )


def _is_set_up(user: User, key: str) -> bool:
    """Tell whether what we are about to print works: this key, and recovery codes that are left."""
    steps = {step.type: step for step in Authenticator.objects.filter(user=user)}
    app, codes = (steps.get(kind) for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES))
    if app is None or get_second_step_adapter().decrypt(app.data["secret"]) != key:
        return False
    return codes is None or bool(codes.wrap().get_unused_codes())


def _claim(made: Submission, reviewer: User, _reason: str) -> Submission:
    return actions.claim(made, by=reviewer)


def _author(made: Submission) -> User:
    return User.objects.get(submissions=made)


WAYS: dict[str, tuple[Step, ...]] = {
    State.DRAFT: (),
    State.SUBMITTED: (),
    State.IN_REVIEW: (_claim,),
    State.CHANGES_REQUESTED: (
        _claim,
        lambda made, reviewer, reason: actions.request_changes(made, reason=reason, by=reviewer),
    ),
    State.DECLINED: (_claim, lambda made, reviewer, reason: actions.decline(made, reason=reason, by=reviewer)),
    State.WITHDRAWN: (lambda made, _reviewer, reason: actions.withdraw(made, reason=reason, by=_author(made)),),
}
"""How a submission that was handed in gets into a state.

There is no way to “published”: that is for the visitor of the demo.
"""


def _submission(row: Mapping[str, Any]) -> Submission:
    """Make one submission, by the actions that everyone uses."""
    author = User.objects.get(email=row["by"])
    reviewer = User.objects.get(email=INVENTED["editors"][0]["email"])
    made = actions.create(
        kind=Kind(row.get("kind", Kind.NEW)),
        organisation=Organisation.objects.get(memberships__user=author),
        by=author,
        intervention=Intervention.objects.get(slug=row["intervention"]) if "intervention" in row else None,
        tier=row["tier"],
        answers=row["answers"],
    )
    if row["state"] != State.DRAFT:
        made = actions.submit(made, permission=True, version=made.version, by=author)
    for step in WAYS[row["state"]]:
        made = step(made, reviewer, row.get("reason", ""))
    if "judged" in row:
        actions.judge(made, {aspect: tuple(found) for aspect, found in row["judged"].items()}, by=reviewer)
    if "note" in row:
        actions.comment(made, row["note"], audience=Audience.INTERNAL, by=reviewer)
    return made
