"""The pages of one's account and organisations: who sees which, what they do, and what comes back when it is wrong."""

import re
from urllib.parse import unquote

import pytest
from django.core import mail
from django.test import Client

from accounts import actions
from accounts.choices import EditorialRole, MemberRole, RequestState
from accounts.models import ApiToken, Invitation, Membership, OrganisationRequest, User
from evidence.models import Organisation
from letters import outbox
from letters.models import Letter
from tests import people
from tests.accounts.signing_in import sign_in
from tests.catalogue.reading import Page
from tests.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

ASKED = {
    "name": "Gemeente Voorbeeldstad",
    "kind": "municipality",
    "website": "https://stad.example",
    "reason": "Wij doen graag mee.",
}


@pytest.fixture
def group():
    return people.organisation("Gemeente Teststad", slug="teststad", contact_email="geheim@teststad.example")


@pytest.fixture
def everyone(group):
    """A browser for each kind of person."""
    users = {
        "nobody": None,
        "person": people.person(),
        "author": people.member(group),
        "coordinator": people.coordinator(group),
        "other": people.coordinator(),
        "reviewer": people.reviewer(),
        "editor": people.editor(),
        "admin": people.admin(),
    }
    return {
        role: sign_in(Client(), user, second_step=True, sure=True) if user else Client() for role, user in users.items()
    }


ALL = ("person", "author", "coordinator", "other", "reviewer", "editor", "admin")
PAGES = {
    "/account": ALL,
    "/account/delete": ALL,
    "/account/deleted": ("nobody", *ALL),
    "/account/organisations": ALL,
    "/account/organisations/teststad": ("author", "coordinator"),
    "/account/email": ALL,
    "/account/password/change": ALL,
    "/account/second-step": ALL,
    "/account/second-step/keys": ALL,
    "/account/second-step/keys/add": ALL,
    "/account/second-step/recovery-codes/new": ALL,
    "/account/sessions": ALL,
    "/account/elsewhere": ALL,
    "/review/organisations": ("admin",),
    "/review/people": ("admin",),
}


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_is_for_whom_it_is(everyone, language):
    wrong = []
    for address, allowed in PAGES.items():
        for role, client in everyone.items():
            expected = 200 if role in allowed else 302 if role == "nobody" else 404
            answer = client.get(f"{language}{address}")
            entrance = f"{language}/account/login?next={language}/"
            if answer.status_code != expected or (expected == 302 and not unquote(answer.url).startswith(entrance)):
                wrong.append((address, role, answer.status_code))
    assert wrong == []


POSTS = {
    "/account/organisations/teststad/invite": ("coordinator",),
    "/account/organisations/teststad/invitations/{invitation}/withdraw": ("coordinator",),
    "/account/organisations/teststad/members/{member}/role": ("coordinator",),
    "/account/organisations/teststad/contact": ("coordinator",),
    "/account/organisations/teststad/keys": ("coordinator",),
    "/account/organisations/teststad/keys/{key}/revoke": ("coordinator",),
    "/account/organisations/teststad/members/{member}/remove": ("coordinator",),
    "/review/organisations/{request}/admit": ("admin",),
    "/review/organisations/{request}/refuse": ("admin",),
    "/review/people/{reviewer}": ("admin",),
    "/review/invitations/{invitation}/withdraw": ("admin",),
}


@pytest.mark.parametrize("act", ["get", "post"])
@pytest.mark.parametrize("address", POSTS)
def test_every_address_that_changes_something_is_for_whom_it_is(everyone, group, address, act):
    boss = User.objects.get(memberships__organisation=group, memberships__role=MemberRole.COORDINATOR)
    member = people.member(group)
    ids = {
        "invitation": actions.invite("nieuw@voorbeeld.example", group, MemberRole.AUTHOR, by=boss).pk,
        "member": member.memberships.get().pk,
        "key": actions.issue_token(group, name="x", by=boss)[0].pk,
        "request": OrganisationRequest.objects.create(**{**ASKED, "asked_by": people.person()}).pk,
        "reviewer": people.reviewer().pk,
    }
    found = {
        role: getattr(client, act)(address.format(**ids), {"role": ""}).status_code for role, client in everyone.items()
    }
    allowed = POSTS[address]
    assert {role for role, status in found.items() if status == 404} == set(ALL) - set(allowed)
    assert found["nobody"] == (302 if act == "get" else 401), "what was typed is given back to who lost a session"
    assert all(found[role] in (302, 400) for role in allowed)
    if act == "get":
        assert Membership.objects.filter(pk=ids["member"]).exists()
        assert Invitation.objects.filter(pk=ids["invitation"]).exists()
        assert ApiToken.objects.get().revoked is None


def test_nothing_of_another_organisation_is_reached_through_ones_own(everyone, group):
    """The address names my organisation; the number is of theirs."""
    other = User.objects.get(memberships__organisation__in=Organisation.objects.exclude(pk=group.pk))
    theirs = people.organisation_of(other)
    ids = {
        f"invitations/{actions.invite('x@voorbeeld.example', theirs, MemberRole.AUTHOR, by=other).pk}/withdraw",
        f"members/{other.memberships.get().pk}/role",
        f"members/{other.memberships.get().pk}/remove",
        f"keys/{actions.issue_token(theirs, name='x', by=other)[0].pk}/revoke",
    }
    for rest in ids:
        answer = everyone["coordinator"].post(f"/account/organisations/teststad/{rest}", {"role": "author"})
        assert answer.status_code == 404, rest
    assert (Invitation.objects.count(), ApiToken.objects.live().count(), other.memberships.count()) == (1, 1, 1)


def test_the_account_shows_what_one_has(everyone, group):
    page = Page(everyone["coordinator"].get("/account"))
    assert ("h1", "Mijn account") in page.headings
    assert {"/account/organisations/teststad", "/account/email", "/account/password/change", "/account/second-step",
            "/account/sessions", "/account/delete"} <= set(page.links)  # fmt: skip
    assert "Coördinator" in page.text
    assert "/review" not in page.links
    assert "/review" in Page(everyone["reviewer"].get("/account")).links


def test_a_request_is_kept_and_faults_lose_nothing(client):
    user = people.person()
    sign_in(client, user)
    bad = ASKED | {"name": "", "website": "ftp://stad.example", "kind": "unknown"}
    answer = client.post("/account/organisations", bad)
    page = Page(answer)
    assert answer.status_code == 400
    assert {"#id_name", "#id_website", "#id_kind"} <= set(page.links)
    assert "Wij doen graag mee." in page.text
    for website in ("javascript:alert(1)", "https://user:pw@stad.example", "stad", "https://x\x00y.example"):
        assert client.post("/account/organisations", ASKED | {"website": website}).status_code == 400, website
    assert not OrganisationRequest.objects.exists()
    answer = client.post("/account/organisations", ASKED)
    assert (answer.status_code, answer.url) == (302, "/account/organisations")
    page = Page(client.get("/account/organisations"))
    assert "Uw aanvraag is verstuurd." in page.text
    assert "Wacht op antwoord" in page.text
    assert "Uw aanvraag is verstuurd." not in Page(client.get("/account/organisations")).text


def test_from_a_request_to_an_organisation_with_two_members(client):
    user, admin, colleague = people.person(), people.admin(), people.person("collega@stad.example")
    sign_in(client, user)
    client.post("/account/organisations", ASKED)
    desk = sign_in(Client(), admin, second_step=True)
    [address] = [
        link
        for link in Page(desk.get("/review/organisations")).links
        if re.fullmatch(r"/review/organisations/\d+", link)
    ]
    page = Page(desk.get(address))
    assert user.email in page.text
    assert desk.post(f"{address}/admit", {"organisation": ""}).url == "/review/organisations"
    assert "Gemeente Voorbeeldstad" in Page(desk.get("/review/organisations")).text
    home = "/account/organisations/gemeente-voorbeeldstad"
    mail.outbox.clear()
    assert client.post(f"{home}/invite", {"email": colleague.email, "role": "author"}).url == home
    assert "De uitnodiging is verstuurd." in Page(client.get(home)).text
    link = re.search(r"http://\S+?(/account/invitations/\S+)", mail.outbox[0].body)[1]
    reader = Client()
    login = reader.get(link).url
    assert login == f"/account/login?next={link}"
    assert reader.post(login, {"login": colleague.email, "password": PASSWORD, "next": link}).url == link
    assert "namens Gemeente Voorbeeldstad" in Page(reader.get(link)).text
    assert not Membership.objects.filter(user=colleague).exists()
    assert reader.post(link).url == home
    page = Page(reader.get(home))
    assert "Welkom." in page.text
    assert "Iemand uitnodigen" not in page.text
    assert reader.get(link).status_code == 404
    assert client.get(link).status_code == 404


def test_an_invitation_for_somebody_else_says_the_same_as_none(client, group):
    boss = people.coordinator(group)
    actions.invite("nieuw@voorbeeld.example", group, MemberRole.AUTHOR, by=boss)
    link = re.search(r"(/account/invitations/\S+)", mail.outbox[0].body)[1]
    sign_in(client, people.person())
    pages = [
        client.get(address) for address in (link, "/account/invitations/verzonnen", "/account/invitations/%00%ED%A0%80")
    ]
    assert [page.status_code for page in pages] == [404, 404, 404]
    texts = {Page(page).text for page in pages}
    assert len(texts) == 1
    assert "Teststad" not in texts.pop()
    assert client.post(link).status_code == 404


def test_a_coordinator_looks_after_members(client, group):
    boss, author = people.coordinator(group), people.member(group)
    sign_in(client, boss)
    home, mine, theirs = "/account/organisations/teststad", boss.memberships.get().pk, author.memberships.get().pk
    client.post(f"{home}/members/{mine}/role", {"role": "author"})
    assert "Dit is de enige coördinator." in Page(client.get(home)).text
    client.post(f"{home}/members/{theirs}/role", {"role": "koning"})
    client.post(f"{home}/members/{theirs}/role", {"role": "coordinator"})
    assert set(group.memberships.values_list("role", flat=True)) == {"coordinator"}
    assert client.post(f"{home}/members/{mine}/remove").url == "/account/organisations"
    assert client.get(home).status_code == 404
    sign_in(client, author)
    assert author.email in Page(client.get(home)).text


def test_an_author_may_leave_and_remove_nobody_else(client, group):
    boss, author = people.coordinator(group), people.member(group)
    sign_in(client, author)
    assert client.post(f"/account/organisations/teststad/members/{boss.memberships.get().pk}/remove").status_code == 404
    assert (
        client.post(f"/account/organisations/teststad/members/{author.memberships.get().pk}/remove").url
        == "/account/organisations"
    )
    assert list(group.memberships.values_list("user", flat=True)) == [boss.pk]


def test_a_key_is_shown_once(client, group):
    sign_in(client, people.coordinator(group))
    home = "/account/organisations/teststad"
    assert client.post(f"{home}/keys", {"name": "", "scope": "alles", "days": "9999"}).status_code == 400
    assert client.post(f"{home}/keys", {"name": "Zaaksysteem", "scope": "write", "days": "30"}).url == home
    [secret] = re.findall(r"ww_[\w-]{40,}", client.get(home).content.decode())
    assert actions.find_token(secret).scope == "write"
    page = client.get(home).content.decode()
    assert secret not in page
    assert secret[:8] in page
    client.post(f"{home}/keys/{ApiToken.objects.get().pk}/revoke")
    assert actions.find_token(secret) is None
    assert "Ingetrokken op" in Page(client.get(home)).text


def test_the_contact_address_is_seen_by_who_looks_after_it_alone(everyone, group):
    home = "/account/organisations/teststad"
    assert "geheim@teststad.example" in everyone["coordinator"].get(home).content.decode()
    assert "geheim@teststad.example" not in everyone["author"].get(home).content.decode()
    assert everyone["coordinator"].post(f"{home}/contact", {"email": "geen adres"}).status_code == 400
    assert everyone["coordinator"].post(f"{home}/contact", {"email": "nieuw@teststad.example"}).url == home
    group.refresh_from_db()
    assert group.contact_email == "nieuw@teststad.example"


def test_an_admin_refuses_with_a_reason_and_links_to_a_namesake(client):
    sign_in(client, people.admin(), second_step=True)
    known = people.organisation("Gemeente Voorbeeldstad", slug="bekend", takes_part=False)
    asked = [OrganisationRequest.objects.create(**{**ASKED, "asked_by": people.person()}) for _number in range(2)]
    address = f"/review/organisations/{asked[0].pk}"
    answer = client.post(f"{address}/refuse", {"reason": " "})
    assert (answer.status_code, "#refuse-reason" in Page(answer).links) == (400, True)
    client.post(f"{address}/refuse", {"reason": "Wij kennen u niet."})
    page = client.get(f"/review/organisations/{asked[1].pk}").content.decode()
    assert re.search(r'value="bekend"[^>]* (checked|selected)', page)
    assert client.post(f"/review/organisations/{asked[1].pk}/admit", {"organisation": "verzonnen"}).status_code == 400
    client.post(f"/review/organisations/{asked[1].pk}/admit", {"organisation": "bekend"})
    assert client.post(f"{address}/admit", {"organisation": ""}).url == address, "it was answered already"
    assert [request.state for request in OrganisationRequest.objects.order_by("pk")] == [
        RequestState.REFUSED,
        RequestState.ACCEPTED,
    ]
    known.refresh_from_db()
    assert known.takes_part


def test_an_admin_looks_after_the_team(client, group):
    admin, reviewer = people.admin(), people.reviewer()
    sign_in(client, admin, second_step=True)
    assert client.post("/review/people", {"email": "x", "editorial_role": "koning"}).status_code == 400
    assert (
        client.post("/review/people", {"email": "nieuw@voorbeeld.example", "editorial_role": "editor"}).url
        == "/review/people"
    )
    assert "nieuw@voorbeeld.example" in Page(client.get("/review/people")).text
    client.post(f"/review/people/{reviewer.pk}", {"role": "editor"})
    reviewer.refresh_from_db()
    assert reviewer.editorial_role == EditorialRole.EDITOR
    client.post(f"/review/people/{admin.pk}", {"role": ""})
    assert "Dit is de enige beheerder." in Page(client.get("/review/people")).text
    assert client.post(f"/review/people/{people.person().pk}", {"role": "admin"}).status_code == 404
    data = {"organisation": "teststad", "email": "iemand@voorbeeld.example", "role": "coordinator"}
    assert client.post("/review/organisations", data).url == "/review/organisations"
    assert mail.outbox[-1].to == ["iemand@voorbeeld.example"]
    client.post(f"/review/invitations/{Invitation.objects.get(organisation=group).pk}/withdraw")
    assert list(Invitation.objects.values_list("email", flat=True)) == ["nieuw@voorbeeld.example"]


def test_deleting_ones_account_asks_who_it_is_and_forgets(client, group):
    user = people.member(group)
    people.coordinator(group)
    client.post("/account/login", {"login": user.email, "password": PASSWORD})
    for act in (client.get, client.post):
        assert act("/account/delete").url == "/account/confirm?next=%2Faccount%2Fdelete"
    assert User.objects.filter(pk=user.pk).exists()
    client.get("/account/delete")
    assert client.post("/account/confirm", {"password": "fout", "next": "/account/delete"}).status_code == 200
    outbox.post_letters([user.email], "Een brief", "Aan wie weggaat.")
    assert Letter.objects.filter(to=user.email).exists()
    sign_in(client, user, sure=True)
    assert "Dat blijft staan" in Page(client.get("/account/delete")).text
    answer = client.post("/account/delete")
    assert (answer.status_code, answer.url) == (302, "/account/deleted")
    assert "Uw account is verwijderd" in Page(client.get("/account/deleted")).text
    assert not User.objects.filter(email=user.email).exists()
    assert not Letter.objects.filter(to=user.email).exists()
    assert client.get("/account").status_code == 302


def test_the_public_never_meets_a_session(client, group):
    for address in ("/", "/interventions", "/organisations", "/about", "/nergens", "/account/deleted"):
        answer = client.get(address)
        assert not answer.cookies, address
        assert "Cookie" not in answer.headers.get("Set-Cookie", "")
