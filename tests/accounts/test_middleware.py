"""Who comes into /review: signed in, with a role, with a second step in this very session."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from accounts import middleware
from accounts.adapters import SecondStepAdapter
from accounts.allauth_internals import format_hotp_value, hotp_value
from accounts.choices import EditorialRole
from tests import people
from tests.accounts.signing_in import SECRET, sign_in
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db

ADDRESSES = ["/review", "/en/review", "/review/people", "/en/review/W-22222222", "/review/nergens"]


def code(secret: str = SECRET, *, periods: int = 0) -> str:
    """What the app of someone shows now, or some periods later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods))


@pytest.mark.parametrize(
    ("path", "guarded"),
    [
        ("/review", True), ("/review/", True), ("/review/people", True), ("/en/review", True), ("/en/review/x", True),
        ("/reviews", False), ("/", False), ("/en/", False), ("/interventions/review", False),
        ("/account/review", False),
    ],
)  # fmt: skip
def test_the_guard_stands_before_review_in_every_language(path, guarded):
    assert middleware.is_guarded(path) is guarded


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visitor_signs_in_first(client, address):
    answer = client.get(f"{address}?show=x")
    language = "/en" if address.startswith("/en") else ""
    assert (answer.status_code, answer.url) == (302, f"{language}/account/login?next={address}%3Fshow%3Dx")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("make", [people.person, people.member, people.coordinator])
def test_for_people_without_a_role_there_is_nothing(client, make, address):
    sign_in(client, make(), second_step=True)
    for act in (client.get, client.post):
        assert act(address).status_code == 404


@pytest.mark.parametrize("make", [people.reviewer, people.editor, people.admin])
def test_who_has_no_second_step_sets_one_up_first(client, make):
    sign_in(client, make())
    answer = client.get("/review?show=x")
    assert (answer.status_code, answer.url) == (302, "/account/second-step")
    page = client.get(answer.url).content.decode()
    assert "gaan pas open als u een tweede stap heeft aangezet" in page


@pytest.mark.parametrize("make", [people.reviewer, people.editor, people.admin])
def test_who_did_not_use_it_in_this_session_uses_it_first(client, make):
    user = make()
    sign_in(client, user, second_step=True)
    client.logout()
    sign_in(client, user)
    answer = client.get("/review")
    assert (answer.status_code, answer.url) == (302, "/account/second-step/confirm?next=%2Freview")
    answer = client.post(answer.url, {"code": code(), "next": "/review"})
    assert (answer.status_code, answer.url) == (302, "/review")
    assert client.get("/review").status_code == 200


@pytest.mark.parametrize("make", [people.reviewer, people.editor, people.admin])
def test_who_used_it_comes_in(client, make):
    sign_in(client, make(), second_step=True)
    assert client.get("/review").status_code == 200


def test_a_second_step_that_was_switched_off_opens_nothing(client):
    user = people.reviewer()
    sign_in(client, user, second_step=True)
    user.authenticator_set.all().delete()
    assert client.get("/review").url == "/account/second-step"


def test_recovery_codes_alone_are_no_second_step(client):
    user = people.reviewer()
    sign_in(client, user, second_step=True)
    user.authenticator_set.update(type=Authenticator.Type.RECOVERY_CODES)
    assert client.get("/review").url == "/account/second-step"


def test_the_second_step_of_another_in_the_same_browser_opens_nothing(client):
    sign_in(client, people.reviewer(), second_step=True)
    other = people.reviewer()
    Authenticator.objects.create(user=other, type=Authenticator.Type.TOTP, data={"secret": SECRET})
    client.force_login(other)
    assert client.get("/review").url.startswith("/account/second-step/confirm")


def test_a_role_or_an_account_that_was_taken_away_opens_nothing(client):
    user = people.reviewer()
    sign_in(client, user, second_step=True)
    user.editorial_role = EditorialRole.NONE
    user.save()
    assert client.get("/review").status_code == 404
    user.editorial_role, user.is_active = EditorialRole.REVIEWER, False
    user.save()
    assert client.get("/review").url.startswith("/account/login")


def test_from_a_password_to_the_queue_by_an_app_set_up_on_the_way(client):
    user = people.reviewer()
    client.post("/account/login", {"login": user.email, "password": PASSWORD})
    assert client.get("/review?show=open").url == "/account/second-step"
    answer = client.get("/account/second-step/app")
    assert answer.url == "/account/confirm?next=%2Faccount%2Fsecond-step%2Fapp"
    answer = client.post("/account/confirm", {"password": PASSWORD, "next": "/account/second-step/app"})
    assert (answer.status_code, answer.url) == (302, "/account/second-step/app")
    page = client.get(answer.url)
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    secret = client.session["mfa.totp.secret"]
    assert "klopt niet" in client.post("/account/second-step/app", {"code": "000000"}).content.decode()
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/account/second-step/app", {"code": code(secret)})
    assert (answer.status_code, answer.url) == (302, "/account/second-step/recovery-codes")
    assert 'href="/review?show=open"' in client.get(answer.url).content.decode()
    assert client.get("/review?show=open").status_code == 200
    assert "data:" not in client.get("/account/second-step")["Content-Security-Policy"]
    assert 'href="/review?show=open"' not in client.get("/account/second-step").content.decode()
    # The next time, signing in asks for it.
    client.post("/account/logout")
    assert (
        client.post("/account/login", {"login": user.email, "password": PASSWORD}).url == "/account/second-step/login"
    )
    assert client.get("/review").url.startswith("/account/login")
    answer = client.post("/account/second-step/login", {"code": code(secret)})
    assert (answer.status_code, answer.url) == (302, "/review")
    assert client.get("/review").status_code == 200


def test_a_code_works_once_and_a_recovery_code_too(client):
    user = people.reviewer()
    sign_in(client, user, second_step=True, sure=True)
    client.post("/account/second-step/recovery-codes/new")
    spare = client.get("/account/second-step/recovery-codes/download").content.decode().split()
    assert len(spare) == 10
    answers = []
    for given in (code(), code(), spare[0], spare[0]):
        client.post("/account/logout")
        client.post("/account/login", {"login": user.email, "password": PASSWORD})
        answers.append(client.post("/account/second-step/login", {"code": given}).status_code)
    assert answers == [302, 200, 302, 200]


def test_guessing_codes_is_stopped(client, settings):
    user = people.reviewer()
    sign_in(client, user, second_step=True)
    client.post("/account/logout")
    client.post("/account/login", {"login": user.email, "password": PASSWORD})
    for _attempt in range(10):
        assert "Deze code klopt niet" in client.post("/account/second-step/login", {"code": "000000"}).content.decode()
    assert "te vaak geprobeerd" in client.post("/account/second-step/login", {"code": code()}).content.decode()
    cache.clear()  # time passes
    assert client.post("/account/second-step/login", {"code": code()}).status_code == 302


NONSENSE = [
    "", "x", "[]", "1", "null", '"x"', "{}", '{"id": 1}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
    "[" * 100_000, '{"id": "\\u0000"}', '{"id": "\\ud800"}', "1e999", '{"response": {"userHandle": "!!"}}',
    "x" * 30_000,
    '{"type":"public-key","id":"AAAA","rawId":"AAAA","response":{"clientDataJSON":"AAAA","attestationObject":"AAAA"}}',
    '{"type":"public-key","id":"AAAA","rawId":"AAAA","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AA","userHandle":"MQ"}}',
]  # fmt: skip


@pytest.mark.parametrize("said", NONSENSE)
def test_what_no_key_says_is_refused(client, said):
    user = people.person()
    client.get("/account/second-step/keys/login", HTTP_ACCEPT="application/json")
    assert client.post("/account/second-step/keys/login", {"credential": said}).status_code == 302
    sign_in(client, user, second_step=True, sure=True)
    client.get("/account/second-step/keys/add")
    assert (
        client.post(
            "/account/second-step/keys/add", {"credential": said, "name": "x", "passwordless": "on"}
        ).status_code
        == 200
    )
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}})
    assert client.post("/account/second-step/keys/confirm", {"credential": said}).status_code in (200, 302)
    assert user.authenticator_set.count() == 2


def test_keys_without_a_name_are_numbered():
    user = people.person()
    names = []
    for _number in range(2):
        names.append(SecondStepAdapter().generate_authenticator_name(user, Authenticator.Type.WEBAUTHN))
        Authenticator.objects.create(
            user=user, type=Authenticator.Type.WEBAUTHN, data={"name": names[-1], "credential": {}}
        )
    assert names == ["Sleutel 1", "Sleutel 2"]
