"""Forget a person: not a byte of them stays in any table that accounts or allauth keep."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from accounts import actions
from accounts.choices import MemberRole
from accounts.models import Invitation, User
from evidence.choices import OrganisationKind
from tests import people
from tests.accounts.signing_in import sign_in
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db

CANARY = "kanarie-7f3a"
EMAIL = f"{CANARY}@voorbeeld.example"
ROOMS = ("accounts", "account", "mfa", "socialaccount", "usersessions", "sessions", "evidence")


def tables() -> list[str]:
    return [model._meta.db_table for label in ROOMS for model in apps.get_app_config(label).get_models()]


def where_is(text: str) -> list[str]:
    """Name the tables in which a text stands, in whatever column."""
    found = []
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 — the names are our models'
            if any(text in str(value) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def a_life(user: User, boss: User) -> Client:
    """Leave a trace in every table that someone can leave one in."""
    group = people.organisation_of(user)
    client = Client(headers={"user-agent": f"Browser {CANARY}"})
    client.post("/account/login", {"login": user.email, "password": PASSWORD})
    sign_in(Client(), user, second_step=True)
    EmailAddress.objects.create(user=user, email=f"ook-{EMAIL}", verified=False)
    EmailAddress.objects.create(user=people.person(), email=EMAIL, verified=False)
    SocialAccount.objects.create(user=user, provider="oidc", uid=f"uid-{CANARY}")
    actions.issue_token(group, name=f"van {CANARY}", by=user)
    actions.invite(EMAIL, people.organisation_of(boss), MemberRole.AUTHOR, by=boss)
    actions.invite("ander@voorbeeld.example", group, MemberRole.AUTHOR, by=user)
    fields = {"kind": OrganisationKind.MUNICIPALITY, "website": f"https://{CANARY}.example"}
    actions.ask_to_take_part(name=f"Bureau {CANARY}", reason=f"Ik ben {CANARY}.", by=user, **fields)
    actions.set_contact(group, EMAIL, by=user)
    return client


def test_nothing_of_a_person_stays_and_everything_of_others_does():
    boss = people.coordinator()
    user = people.coordinator(email=EMAIL)
    colleague = people.coordinator(people.organisation_of(user))
    others = sign_in(Client(), colleague)
    client = a_life(user, boss)
    assert len(where_is(CANARY)) >= 8
    assert client.get("/account").status_code == 200
    sessions = Session.objects.count()
    actions.erase_person(user, by=user)
    assert where_is(CANARY) == []
    assert Session.objects.count() == sessions - 2
    assert client.get("/account").status_code == 302
    assert others.get("/account").status_code == 200
    assert Invitation.objects.values_list("email", "invited_by").get() == ("ander@voorbeeld.example", None)
    assert set(User.objects.values_list("email", flat=True)) >= {boss.email, colleague.email}


def test_only_oneself_an_admin_or_the_server_erases():
    user = people.member()
    for other in (people.person(), people.coordinator(people.organisation_of(user)), people.editor()):
        with pytest.raises(PermissionDenied):
            actions.erase_person(user, by=other)
    assert User.objects.filter(pk=user.pk).exists()
    actions.erase_person(user, by=people.admin())
    actions.erase_person(people.person(), by=None)
    assert not User.objects.filter(pk=user.pk).exists()


def test_the_command_erases_by_address_and_says_when_there_is_nobody(capsys):
    user = people.person()
    call_command("erase_person", user.email.upper())
    assert not User.objects.exists()
    assert capsys.readouterr().out.startswith("The person was erased.")
    with pytest.raises(CommandError):
        call_command("erase_person", user.email)
