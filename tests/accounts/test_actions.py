"""Who acts for whom: what each action does, refuses, and to whom it is refused."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts import actions
from accounts.choices import EditorialRole, MemberRole, RequestState
from accounts.errors import NoInvitationError, RefusedError
from accounts.models import ApiToken, Invitation, Membership, OrganisationRequest, User
from evidence.choices import OrganisationKind
from evidence.models import Organisation
from tests import factories, people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]


def secret_of(letter) -> str:
    return next(line for line in letter.body.splitlines() if "/account/invitations/" in line).rpartition("/")[2]


def members(organisation) -> dict[str, str]:
    return dict(organisation.memberships.values_list("user__email", "role"))


# Editorial roles


def test_an_admin_appoints_and_the_command_makes_the_first_one(capsys):
    user = people.person("wie@voorbeeld.example")
    call_command("appoint", "Wie@voorbeeld.example", "admin")
    user.refresh_from_db()
    assert (user.editorial_role, capsys.readouterr().out) == (EditorialRole.ADMIN, "Wie@voorbeeld.example: admin.\n")
    other = people.person()
    assert actions.appoint(other.email, EditorialRole.REVIEWER, by=user) == other
    call_command("appoint", other.email, "none")
    other.refresh_from_db()
    assert other.editorial_role == EditorialRole.NONE


def test_nobody_is_appointed_without_a_confirmed_address():
    user = people.person()
    user.emailaddress_set.update(verified=False)
    with pytest.raises(CommandError):
        call_command("appoint", user.email, "admin")
    with pytest.raises(CommandError):
        call_command("appoint", "niemand@voorbeeld.example", "admin")
    assert not User.objects.exclude(editorial_role="").exists()


@pytest.mark.parametrize("make", [people.person, people.coordinator, people.reviewer, people.editor])
def test_only_admins_appoint(make):
    user = make()
    before = user.editorial_role
    with pytest.raises(PermissionDenied):
        actions.appoint(user.email, EditorialRole.ADMIN, by=user)
    user.refresh_from_db()
    assert user.editorial_role == before


def test_the_last_admin_stays_until_there_is_another():
    user = people.admin()
    with pytest.raises(RefusedError):
        actions.appoint(user.email, EditorialRole.REVIEWER, by=user)
    people.admin()
    assert actions.appoint(user.email, EditorialRole.REVIEWER, by=user).editorial_role == EditorialRole.REVIEWER


# Invitations


def test_an_invitation_makes_its_reader_a_member_once():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    actions.invite("Nieuw@Voorbeeld.example ", group, MemberRole.AUTHOR, by=boss)
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (
        ["nieuw@voorbeeld.example"],
        f"Uitnodiging om mee te doen met {group.name} op Werkwijs",
    )
    assert boss.email not in letter.body
    secret = secret_of(letter)
    assert secret not in str(Invitation.objects.values_list())
    reader = people.person("nieuw@voorbeeld.example")
    assert actions.open_invitation(secret, by=reader).organisation == group
    actions.accept_invitation(secret, by=reader)
    assert members(group) == {boss.email: "coordinator", reader.email: "author"}
    for _again in range(2):
        with pytest.raises(NoInvitationError):
            actions.accept_invitation(secret, by=reader)


def test_an_invitation_does_nothing_for_others_too_late_withdrawn_or_replaced():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    reader, other = people.person("nieuw@voorbeeld.example"), people.person()
    unconfirmed = people.person()
    unconfirmed.emailaddress_set.update(verified=False)

    def invited(email=reader.email) -> str:
        mail.outbox.clear()
        actions.invite(email, group, MemberRole.AUTHOR, by=boss)
        return secret_of(mail.outbox[0])

    def refused(secret, person) -> str:
        with pytest.raises(NoInvitationError) as caught:
            actions.accept_invitation(secret, by=person)
        with pytest.raises(NoInvitationError):
            actions.open_invitation(secret, by=person)
        return str(caught.value)

    said = [refused(secret, reader) for secret in ("verzonnen", "", "\x00\ud800")]
    said.append(refused(invited(unconfirmed.email), unconfirmed))
    first = invited()
    said += [refused(first, other), refused(first, boss)]
    second = invited()
    said.append(refused(first, reader))
    actions.withdraw_invitation(Invitation.objects.get(email=reader.email), by=boss)
    said.append(refused(second, reader))
    third = invited()
    Organisation.objects.update(takes_part=False)
    said.append(refused(third, reader))
    Organisation.objects.update(takes_part=True)
    Invitation.objects.filter(email=reader.email).update(expires=timezone.now() - timedelta(seconds=1))
    said.append(refused(third, reader))
    assert members(group) == {boss.email: "coordinator"}
    assert len(set(said)) == 1, "which of them it is, is not told"


def test_an_invitation_lasts_fourteen_days():
    boss = people.coordinator()
    made = actions.invite("nieuw@voorbeeld.example", people.organisation_of(boss), MemberRole.AUTHOR, by=boss)
    assert abs(made.expires - timezone.now() - timedelta(days=14)) < timedelta(minutes=1)


def test_who_was_invited_as_coordinator_becomes_one_and_never_less():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    author = people.member(group)
    mail.outbox.clear()
    invitation = actions.invite("anders@voorbeeld.example", group, MemberRole.COORDINATOR, by=boss)
    Invitation.objects.filter(pk=invitation.pk).update(email=author.email)
    actions.accept_invitation(secret_of(mail.outbox[0]), by=author)
    assert members(group)[author.email] == "coordinator"
    mail.outbox.clear()
    invitation = actions.invite("anders@voorbeeld.example", group, MemberRole.AUTHOR, by=boss)
    Invitation.objects.filter(pk=invitation.pk).update(email=author.email)
    actions.accept_invitation(secret_of(mail.outbox[0]), by=author)
    assert members(group)[author.email] == "coordinator"


def test_who_looks_after_an_organisation_invites_and_nobody_else():
    boss, admin = people.coordinator(), people.admin()
    group = people.organisation_of(boss)
    for user in (people.person(), people.member(group), people.coordinator(), people.reviewer(), people.editor()):
        with pytest.raises(PermissionDenied):
            actions.invite("nieuw@voorbeeld.example", group, MemberRole.AUTHOR, by=user)
    assert mail.outbox == []
    actions.invite("nieuw@voorbeeld.example", group, MemberRole.COORDINATOR, by=admin)
    outside = factories.OrganisationFactory(takes_part=False)
    with pytest.raises(PermissionDenied):
        actions.invite("nieuw@voorbeeld.example", outside, MemberRole.AUTHOR, by=admin)
    with pytest.raises(RefusedError):
        actions.invite(boss.email, group, MemberRole.AUTHOR, by=admin)
    for user in (people.person(), people.coordinator()):
        with pytest.raises(PermissionDenied):
            actions.withdraw_invitation(Invitation.objects.get(), by=user)


def test_open_invitations_have_a_limit(monkeypatch):
    monkeypatch.setattr("accounts.actions.invitations.LARGEST", 2)
    boss = people.coordinator()
    group = people.organisation_of(boss)
    for number in range(2):
        actions.invite(f"nieuw-{number}@voorbeeld.example", group, MemberRole.AUTHOR, by=boss)
    with pytest.raises(RefusedError):
        actions.invite("nieuw-3@voorbeeld.example", group, MemberRole.AUTHOR, by=boss)


def test_an_admin_invites_to_the_editorial_team_and_a_higher_role_stays():
    admin, reader = people.admin(), people.editor()
    for user in (people.person(), people.coordinator(), people.editor()):
        with pytest.raises(PermissionDenied):
            actions.invite_editor("x@voorbeeld.example", EditorialRole.REVIEWER, by=user)
    for invited, expected in (
        (EditorialRole.REVIEWER, EditorialRole.EDITOR),
        (EditorialRole.ADMIN, EditorialRole.ADMIN),
    ):
        mail.outbox.clear()
        actions.invite_editor(reader.email, invited, by=admin)
        assert mail.outbox[0].subject == "Uitnodiging voor de redactie van Werkwijs"
        actions.accept_invitation(secret_of(mail.outbox[0]), by=reader)
        reader.refresh_from_db()
        assert reader.editorial_role == expected


# Members


def test_the_last_coordinator_stays():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    author = people.member(group)
    mine = boss.memberships.get()
    for act in (
        lambda: actions.remove_member(mine, by=boss),
        lambda: actions.change_member_role(mine, MemberRole.AUTHOR, by=boss),
    ):
        with pytest.raises(RefusedError):
            act()
    actions.change_member_role(author.memberships.get(), MemberRole.COORDINATOR, by=boss)
    actions.remove_member(mine, by=boss)
    assert members(group) == {author.email: "coordinator"}


def test_members_are_changed_by_who_looks_after_them_alone():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    author, other = people.member(group), people.member(group)
    strangers = (people.person(), other, people.coordinator(), people.reviewer())
    for user in strangers:
        with pytest.raises(PermissionDenied):
            actions.change_member_role(author.memberships.get(), MemberRole.COORDINATOR, by=user)
        with pytest.raises(PermissionDenied):
            actions.remove_member(author.memberships.get(), by=user)
    actions.remove_member(other.memberships.get(), by=other)
    actions.remove_member(author.memberships.get(), by=people.admin())
    assert members(group) == {boss.email: "coordinator"}


# Organisations


def ask(user, name="Gemeente Voorbeeldstad", **fields):
    defaults = {"kind": OrganisationKind.MUNICIPALITY, "reason": "Wij willen een aanpak melden.", "website": ""}
    return actions.ask_to_take_part(name=name, by=user, **(defaults | fields))


def test_an_organisation_is_admitted_and_who_asked_looks_after_it(settings):
    user, admin = people.person(), people.admin()
    request = ask(user)
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([settings.CONTACT_EMAIL], "Een organisatie wil meedoen: Gemeente Voorbeeldstad")
    ]
    assert user.email not in mail.outbox[0].body
    answered = actions.admit_organisation(request, by=admin)
    group = answered.organisation
    assert (group.name, group.slug, group.kind, group.takes_part) == (
        "Gemeente Voorbeeldstad", "gemeente-voorbeeldstad", OrganisationKind.MUNICIPALITY, True,
    )  # fmt: skip
    assert members(group) == {user.email: "coordinator"}
    assert (answered.state, answered.answered_by) == (RequestState.ACCEPTED, admin)
    assert (mail.outbox[1].to, mail.outbox[1].subject) == (
        [user.email],
        "Gemeente Voorbeeldstad kan meedoen met Werkwijs",
    )
    for act in (
        lambda: actions.admit_organisation(request, by=admin),
        lambda: actions.refuse_organisation(request, "Nee.", by=admin),
    ):
        with pytest.raises(RefusedError):
            act()


def test_a_known_organisation_is_linked_and_a_slug_is_never_taken_twice():
    admin = people.admin()
    known = factories.OrganisationFactory(name="Stichting X", slug="stichting-x", takes_part=False)
    user = people.person()
    assert actions.admit_organisation(ask(user, "Stichting Ix"), by=admin, organisation=known).organisation == known
    known.refresh_from_db()
    assert (known.name, known.takes_part, members(known)) == ("Stichting X", True, {user.email: "coordinator"})
    slugs = [
        actions.admit_organisation(ask(people.person(), name), by=admin).organisation.slug
        for name in ("Stichting X", "Stichting X", "東京")
    ]
    assert slugs == ["stichting-x-2", "stichting-x-3", "organisatie"]


def test_a_refusal_has_a_reason_and_is_mailed():
    user, admin = people.person(), people.admin()
    request = ask(user)
    with pytest.raises(RefusedError):
        actions.refuse_organisation(request, "  ", by=admin)
    mail.outbox.clear()
    actions.refuse_organisation(request, "Wij kennen deze organisatie niet.", by=admin)
    assert "Wij kennen deze organisatie niet." in mail.outbox[0].body
    assert not Membership.objects.exists()


def test_only_admins_answer_and_only_confirmed_people_ask(monkeypatch):
    user = people.person()
    request = ask(user)
    count = Organisation.objects.count()
    for person in (user, people.person(), people.editor()):
        with pytest.raises(PermissionDenied):
            actions.admit_organisation(request, by=person)
        with pytest.raises(PermissionDenied):
            actions.refuse_organisation(request, "Nee.", by=person)
    assert Organisation.objects.count() == count
    for number in range(2):
        ask(user, f"Nummer {number}")
    with pytest.raises(RefusedError):
        ask(user, "Te veel")
    user.emailaddress_set.update(verified=False)
    with pytest.raises(PermissionDenied):
        ask(user)
    assert OrganisationRequest.objects.count() == 3


# Keys


def test_a_key_opens_until_it_ends():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    token, secret = actions.issue_token(group, name="Ons zaaksysteem", by=boss)
    assert secret.startswith("ww_")
    assert len(secret) > 40
    assert secret not in str(ApiToken.objects.values_list())
    assert token.start == secret[:8]
    found = actions.find_token(secret)
    assert (found, found.user, found.organisation) == (token, boss, group)
    for wrong in (secret[:-1], secret + "x", token.digest, "ww_" + token.digest, "", "ww_", "\ud800", "ww_\x00"):
        assert actions.find_token(wrong) is None
    actions.revoke_token(token, by=boss)
    assert actions.find_token(secret) is None


def test_the_key_of_who_left_or_of_a_closed_account_is_dead():
    boss, second = people.coordinator(), None
    group = people.organisation_of(boss)
    second = people.coordinator(group)
    _token, secret = actions.issue_token(group, name="x", by=boss)
    assert actions.find_token(secret)
    User.objects.filter(pk=boss.pk).update(is_active=False)
    assert actions.find_token(secret) is None
    User.objects.filter(pk=boss.pk).update(is_active=True)
    Organisation.objects.filter(pk=group.pk).update(takes_part=False)
    assert actions.find_token(secret) is None
    Organisation.objects.filter(pk=group.pk).update(takes_part=True)
    ApiToken.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert actions.find_token(secret) is None
    ApiToken.objects.update(expires=timezone.now() + timedelta(days=1))
    assert actions.find_token(secret)
    Membership.objects.filter(user=boss).delete()
    assert actions.find_token(secret) is None
    people.join(boss, group)
    assert actions.find_token(secret)
    actions.remove_member(boss.memberships.get(), by=second)
    people.join(boss, group)
    assert actions.find_token(secret) is None, "who was let go and comes back makes a new key"


def test_the_use_of_a_key_is_noted_at_most_hourly():
    boss = people.coordinator()
    token, secret = actions.issue_token(people.organisation_of(boss), name="x", by=boss)

    def noted(before):
        ApiToken.objects.update(last_used=before)
        actions.find_token(secret)
        token.refresh_from_db()
        return token.last_used

    now = timezone.now()
    assert noted(None) >= now
    assert noted(now - timedelta(minutes=59)) == now - timedelta(minutes=59)
    assert noted(now - timedelta(minutes=61)) >= now


def test_keys_are_made_by_coordinators_for_a_year_at_most(monkeypatch):
    boss = people.coordinator()
    group = people.organisation_of(boss)
    for user in (people.person(), people.member(group), people.coordinator(), people.admin()):
        with pytest.raises(PermissionDenied):
            actions.issue_token(group, name="x", by=user)
    for lasts in (timedelta(days=366), timedelta(0), timedelta(days=-1)):
        with pytest.raises(RefusedError):
            actions.issue_token(group, name="x", by=boss, lasts=lasts)
    token, _secret = actions.issue_token(group, name="x", by=boss, lasts=timedelta(days=365))
    for user in (people.person(), people.member(group), people.coordinator(), people.admin()):
        with pytest.raises(PermissionDenied):
            actions.revoke_token(token, by=user)
    actions.revoke_token(token, by=people.coordinator(group))
    monkeypatch.setattr("accounts.actions.tokens.LARGEST", 1)
    actions.issue_token(group, name="x", by=boss)
    with pytest.raises(RefusedError):
        actions.issue_token(group, name="x", by=boss)


def test_the_contact_address_is_set_by_who_looks_after_it():
    boss = people.coordinator()
    group = people.organisation_of(boss)
    assert actions.set_contact(group, " Werk@Stad.example", by=boss).contact_email == "werk@stad.example"
    for user in (people.member(group), people.coordinator(), people.reviewer()):
        with pytest.raises(PermissionDenied):
            actions.set_contact(group, "x@stad.example", by=user)
