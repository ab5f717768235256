"""A small world to knock on every door of: nine visitors, and one of everything that belongs to somebody."""

from http.cookies import SimpleCookie
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts.actions import tokens
from accounts.choices import EditorialRole, MemberRole, TokenScope
from accounts.models import Invitation, Membership
from accounts.secrets import digest_of
from dialogue import contacts, following
from dialogue.models import Correction, Follow
from evidence.choices import OrganisationKind
from evidence.models import Provision
from letters.models import Letter
from submissions import actions
from submissions.choices import Kind
from tests import factories, people
from tests.accounts.signing_in import SECRET, sign_in

CANARY_OF_DRAFT = "Kanarievogel"
"""Stands in a draft that was never handed in: only its organisation ever reads it."""
CANARY_OF_SUBMISSION = "Paradijsvogel"
"""Stands in what was handed in: its organisation and the reviewers read it."""
CANARY_OF_NOTE = "IJsvogel"
"""Stands in a note among reviewers."""


class Planted:
    """Everything is of organisation A. The stranger looks after organisation B; the colleague reviews, and is a member
    of A.
    """

    def __init__(self) -> None:
        self.client = Client()
        self.group = people.organisation("Gemeente A", contact_email="post@a.example")
        self.other = people.organisation("Gemeente B")
        self.users = {
            "w": people.member(self.group),
            "c": people.coordinator(self.group),
            "s": people.coordinator(self.other),
            "n": people.reviewer(),
            "r": people.reviewer(),
            "o": people.join(people.reviewer(), self.group),
            "e": people.editor(),
            "d": people.admin(),
        }
        self._plant_knowledge()
        self._plant_submissions()
        self._plant_accounts()
        self._plant_dialogue()
        self.cookies = {"a": {}} | {role: self._signed_in(role) for role in self.users}
        self.keys = {role: tokens.issue_token(group, name="Systeem", by=self.users[role],
        scope=TokenScope.WRITE)[1] for role, group in
                     {"c": self.group, "s": self.other}.items()}  # fmt: skip

    def _plant_knowledge(self) -> None:
        self.record = factories.InterventionFactory(slug="openbaar", country=factories.CountryFactory(code="NL"))
        factories.ParticipationFactory(intervention=self.record, organisation=self.group)
        factories.StudyFactory(slug="studie", interventions=[self.record])
        Provision.objects.create(
            slug="regeling", name="Regeling", name_nl="Regeling", name_en="Rule", sort_name="regeling", language="nl",
            kind="law", source=self.record.source, locator="§1",
        )  # fmt: skip
        self.record.figures.create(
            slug="cijfer", statement_nl="Veel.", statement_en="Many.", source=self.record.source, locator="§1"
        )
        for scheme in ("building-block", "pillar"):
            factories.TermFactory(of=scheme, code="eerste")

    def _plant_submissions(self) -> None:
        writer = self.users["w"]
        self.draft = people.draft(by=writer, name=CANARY_OF_DRAFT)
        self.handed = people.submitted(by=writer, name=CANARY_OF_SUBMISSION)
        actions.comment(self.handed, CANARY_OF_NOTE, audience="internal", by=self.users["r"])
        self.change = people.draft(Kind.CHANGE, by=writer, intervention=self.record)

    def _plant_accounts(self) -> None:
        coordinator, admin = self.users["c"], self.users["d"]
        self.membership = Membership.objects.get(user=self.users["w"])
        self.key, _secret = tokens.issue_token(self.group, name="Oud", by=coordinator)
        self.invitation = accounts.invite("nieuw@a.example", self.group, MemberRole.AUTHOR, by=coordinator)
        Invitation.objects.filter(pk=self.invitation.pk).update(digest=digest_of("geheim"))
        self.of_editors = accounts.invite_editor("nieuw@redactie.example", EditorialRole.REVIEWER, by=admin)
        self.request = accounts.ask_to_take_part(
            name="Gemeente C", kind=OrganisationKind.MUNICIPALITY, reason="Wij doen mee.", by=people.person()
        )
        self.passkey = Authenticator.objects.create(
            user=people.person(), type=Authenticator.Type.WEBAUTHN, data={"name": "Sleutel"}
        )

    def _plant_dialogue(self) -> None:
        self.letter = Letter.objects.create(to="iemand@a.example", subject="Brief", body="geheim", attempts=1)
        self.correction = Correction.objects.create(
            intervention=self.record,
            text="Dit klopt niet.",
            email="lezer@voorbeeld.example",
            digest=digest_of("geheim"),
            confirmed=timezone.now(),
        )
        self.follow = Follow.objects.create(email="lezer@voorbeeld.example", intervention=self.record)
        asked = people.organisation("Gemeente D")
        factories.ParticipationFactory(intervention=self.record, organisation=asked)
        self.conversation = contacts.start_contact(
            self.record, asker=self.group, asked=asked, subject="Vraag", text="Hoe doet u dat?", by=self.users["w"]
        )

    def _signed_in(self, role: str) -> dict[str, str]:
        """Sign in as well as this visitor can: the new reviewer has a second step, and did not use it."""
        client = sign_in(Client(), self.users[role], second_step=role in "roed", sure=True)
        if role == "n":
            Authenticator.objects.create(user=self.users["n"], type=Authenticator.Type.TOTP, data={"secret": SECRET})
        if role == "w":
            self.session = UserSession.objects.create(
                user=self.users["w"], session_key=client.session.session_key, ip="127.0.0.1"
            )
        return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}

    def names(self) -> dict[str, object]:
        """Return what addresses are made of."""
        return {
            "draft": self.draft.reference,
            "handed": self.handed.reference,
            "group": self.group.slug,
            "member": self.membership.pk,
            "key": self.key.pk,
            "invitation": self.invitation.pk,
            "of_editors": self.of_editors.pk,
            "request": self.request.pk,
            "passkey": self.passkey.pk,
            "session": self.session.pk,
            "colleague": Membership.objects.get(user=self.users["o"]).pk,
            "person": self.users["w"].pk,
            "editor": self.users["e"].pk,
            "letter": self.letter.pk,
            "correction": self.correction.reference,
            "conversation": self.conversation.reference,
            "confirm": following.token(self.follow, following.CONFIRM),
            "stop": following.token(self.follow, following.STOP),
        }

    def knock(self, visitor: str, method: str, address: str, form: dict[str, str]):
        """Send a request as this visitor, and undo what it did. A program's key goes along where the
        visitor has one."""
        self.client.cookies = SimpleCookie(self.cookies[visitor])
        headers = (
            {"authorization": f"Bearer {self.keys[visitor]}"}
            if visitor in self.keys and address.startswith("/api/")
            else {}
        )
        with transaction.atomic():
            answer = self.client.generic(
                method, address, urlencode(form), "application/x-www-form-urlencoded", headers=headers
            )
            transaction.set_rollback(True)
        return answer
