"""Sign in elsewhere (OpenID Connect): only when it is set, with PKCE, and nothing of it is seen when it is not."""

import base64
import hashlib
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as project

from accounts.models import User
from tests import people
from tests.accounts.signing_in import sign_in

pytestmark = pytest.mark.django_db

GIVEN = {
    "OIDC_SERVER_URL": "https://inloggen.stad.example/realms/werk",
    "OIDC_CLIENT_ID": "werkwijs",
    "OIDC_CLIENT_SECRET": "een-verzonnen-geheim",
    "OIDC_NAME": "Voorbeeldstad",
}
PRINT = (
    "from config import settings as s; "
    "print(s.SOCIALACCOUNT_PROVIDERS, s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'], sep='\\n')"
)


def start(environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("OIDC", "COV"))}
    return subprocess.run(
        [sys.executable, "-c", PRINT],
        env=clean | environment,
        cwd=project.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_settings_there_is_no_provider_and_no_other_host():
    assert start({}).stdout == "{}\n[\"'self'\"]\n"


def test_with_settings_there_is_one_provider_with_pkce_and_its_host_alone():
    providers, hosts = start(GIVEN).stdout.splitlines()
    assert "'oauth_pkce_enabled': True" in providers
    assert hosts == "[\"'self'\", 'https://inloggen.stad.example']"


@pytest.mark.parametrize("missing", ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"])
def test_half_a_provider_stops_the_start(missing):
    process = start({name: value for name, value in GIVEN.items() if name != missing})
    assert process.returncode == 1
    assert f"OIDC_SERVER_URL needs these environment variables too: {missing}." in process.stderr


@pytest.fixture
def provider(settings):
    app = {"provider_id": "oidc", "name": "Voorbeeldstad", "client_id": "werkwijs", "secret": "x"}
    app["settings"] = {"server_url": "http://127.0.0.1:1", "oauth_pkce_enabled": True}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def test_without_a_provider_there_is_no_button(client):
    for address in ("/account/login", "/account/signup"):
        page = client.get(address).content.decode()
        assert "/account/elsewhere" not in page
        assert "Met een ander account" not in page
    sign_in(client, people.person())
    assert "/account/elsewhere" not in client.get("/account").content.decode()
    assert client.post("/account/elsewhere/oidc/login").status_code == 404
    assert client.get("/account/elsewhere/oidc/callback?code=x&state=y").status_code == 404


@pytest.mark.usefixtures("provider")
def test_with_a_provider_there_is_a_button_that_posts(client):
    for address in ("/account/login", "/account/signup"):
        page = client.get(address).content.decode()
        assert "Inloggen met Voorbeeldstad" in page
        assert '<form method="post" action="/account/elsewhere/oidc/login?process=login' in page
    assert client.get("/account/elsewhere/oidc/login").status_code == 200, "following a link goes nowhere else"
    sign_in(client, people.person())
    assert "/account/elsewhere" in client.get("/account").content.decode()
    assert "Koppel uw account bij Voorbeeldstad" in client.get("/account/elsewhere").content.decode()


@pytest.mark.usefixtures("provider")
def test_a_provider_that_is_away_is_told_plainly(client):
    """Nothing listens where the provider should be."""
    answer = client.post("/account/elsewhere/oidc/login")
    assert answer.status_code == 503
    assert "Inloggen niet gelukt" in answer.content.decode()


class Provider(BaseHTTPRequestHandler):
    """A provider that checks the proof of PKCE, and says who somebody is."""

    challenge = ""
    person = {"sub": "17", "email": "ambtenaar@stad.example", "email_verified": True, "name": "Verzonnen Naam"}

    def log_message(self, *_args):
        pass

    def answer(self, data, status=200):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def do_GET(self):
        here = f"http://127.0.0.1:{self.server.server_port}"
        ends = {f"{name}_endpoint": f"{here}/{name}" for name in ("authorization", "token", "userinfo")}
        self.answer(self.person if self.path == "/userinfo" else {"issuer": here, "jwks_uri": f"{here}/keys", **ends})

    def do_POST(self):
        posted = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        proof = (
            base64.urlsafe_b64encode(hashlib.sha256(posted["code_verifier"][0].encode()).digest()).decode().rstrip("=")
        )
        if proof == Provider.challenge and posted["code"] == ["goed"]:
            self.answer({"access_token": "x", "token_type": "Bearer"})
        else:
            self.answer({"error": "invalid_grant"}, 400)


@pytest.fixture
def at_the_provider(settings, provider):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = address
    yield address
    server.shutdown()
    server.server_close()


def go_there(client) -> str:
    """Go to the provider; return the state that it sends back."""
    asked = parse_qs(urlsplit(client.post("/account/elsewhere/oidc/login").url).query)
    assert asked["code_challenge_method"] == ["S256"]
    Provider.challenge = asked["code_challenge"][0]
    return asked["state"][0]


@pytest.mark.usefixtures("at_the_provider")
def test_who_signs_in_elsewhere_has_an_account_with_an_address_and_nothing_more(client):
    answer = client.get(f"/account/elsewhere/oidc/callback?code=goed&state={go_there(client)}")
    assert (answer.status_code, answer.url) == (302, "/submissions")
    user = User.objects.get()
    assert (user.email, user.first_name, user.last_name) == ("ambtenaar@stad.example", "", "")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert EmailAddress.objects.get().verified
    assert user.socialaccount_set.values_list("uid", "extra_data").get() == ("17", {})
    assert client.get("/account/elsewhere").status_code == 200


@pytest.mark.usefixtures("at_the_provider")
def test_an_account_elsewhere_does_not_open_the_account_of_who_has_that_address_here(client):
    """The provider says that it knows the address; here somebody else may have proved to own it."""
    user = people.person("ambtenaar@stad.example")
    answer = client.get(f"/account/elsewhere/oidc/callback?code=goed&state={go_there(client)}")
    assert answer.status_code == 302
    assert "_auth_user_id" not in client.session
    assert not user.socialaccount_set.exists()


@pytest.mark.usefixtures("at_the_provider")
def test_a_forged_answer_signs_nobody_in(client):
    go_there(client)
    for query in ("code=goed&state=verzonnen", "code=goed", "error=access_denied"):
        assert client.get(f"/account/elsewhere/oidc/callback?{query}").status_code == 401
    state = go_there(client)
    assert client.get(f"/account/elsewhere/oidc/callback?code=fout&state={state}").status_code == 401
    state = go_there(client)
    Provider.challenge = "van-een-ander"
    assert client.get(f"/account/elsewhere/oidc/callback?code=goed&state={state}").status_code == 401
    assert User.objects.count() == 0
