"""Sign up, sign in, forget a password: walked through the forms; and what nobody may learn from them."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from accounts.models import User
from tests import people
from tests.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

WRONG = "een-heel-ander-wachtwoord"
STRANGER = "onbekend@voorbeeld.example"
EXISTS = "U heeft al een account bij Werkwijs"
CONFIRM = "Bevestig uw e-mailadres voor Werkwijs"


def links(text: str) -> list[str]:
    return re.findall(r"http://testserver(/\S+)", text)


def words(response) -> str:
    """The words of a page, without what differs at every request (tokens) or was typed in."""
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(main)).split())


def sign_up(client, email, password=PASSWORD, **more):
    return client.post("/account/signup", {"email": email, "password1": password}, **more)


def log_in(client, email, password=PASSWORD, **more):
    return client.post("/account/login", {"login": email, "password": password}, **more)


def test_a_new_account_is_confirmed_by_a_link_and_signed_in(client):
    answer = sign_up(client, "Nieuw@Voorbeeld.example")
    assert (answer.status_code, answer.url) == (302, "/account/email/sent")
    assert User.objects.get().email == "nieuw@voorbeeld.example"
    assert "_auth_user_id" not in client.session
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["nieuw@voorbeeld.example"], "Bevestig uw e-mailadres voor Werkwijs")
    [link] = links(letter.body)
    assert not EmailAddress.objects.get().verified
    assert client.get(link).status_code == 200
    assert not EmailAddress.objects.get().verified, "opening a link changes nothing: scanners of mail do that too"
    answer = client.post(link)
    assert (answer.status_code, answer.url) == (302, "/submissions")
    assert EmailAddress.objects.get().verified
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)


def test_someone_without_a_confirmed_address_is_not_let_in_but_mailed_again(client):
    user = people.person("traag@voorbeeld.example")
    EmailAddress.objects.update(verified=False)
    answer = log_in(client, user.email)
    assert (answer.status_code, answer.url) == (302, "/account/email/sent")
    assert "_auth_user_id" not in client.session
    assert [letter.to for letter in mail.outbox] == [[user.email]]


@pytest.mark.parametrize(
    ("make", "place"), [(people.member, "/submissions"), (people.reviewer, "/review"), (people.admin, "/review")]
)
def test_after_signing_in_everyone_comes_where_their_work_is(client, make, place):
    answer = log_in(client, make().email)
    assert (answer.status_code, answer.url) == (302, place)


def test_after_signing_in_one_goes_on_where_one_was_but_never_to_another_site(client):
    user = people.person()
    assert client.get("/account/organisations").url == "/account/login?next=/account/organisations"
    assert log_in(client, user.email, QUERY_STRING="next=/account/organisations").url == "/account/organisations"
    client.post("/account/logout")
    for elsewhere in ("https://elders.example/", "//elders.example", "/\\elders.example", "javascript:alert(1)"):
        assert (
            client.post("/account/login", {"login": user.email, "password": PASSWORD, "next": elsewhere}).url
            == "/submissions"
        )
        client.post("/account/logout")


def test_in_english_the_pages_are_english_addresses(client):
    assert client.get("/en/account/organisations").url == "/en/account/login?next=/en/account/organisations"
    assert client.get("/en/account/login").status_code == 200


def test_signing_in_and_out_takes_a_post(client):
    log_in(client, people.person().email)
    assert client.get("/account/logout").status_code == 200
    assert "_auth_user_id" in client.session
    answer = client.post("/account/logout")
    assert (answer.status_code, answer.url) == (302, "/")
    assert "_auth_user_id" not in client.session


def test_faults_of_the_forms_are_named_with_the_way_to_the_field(client):
    page = sign_up(client, "geen-adres", "kort").content.decode()
    assert 'href="#id_email"' in page
    assert "Kies een wachtwoord van minstens 12 tekens." in page
    assert 'value="geen-adres"' in page
    assert "kort" not in re.findall(r'value="([^"]*)"', page)
    assert (
        "wachtwoord dat niet op uw e-mailadres lijkt"
        in sign_up(client, "wethouder@stad.example", "wethouder@stad").content.decode()
    )
    assert "minder voor de hand ligt" in sign_up(client, "a@b.example", "password1234").content.decode()
    assert User.objects.count() == 0


# What nobody may learn


class Counting(MD5PasswordHasher):
    """The costly work of a password, counted instead of timed."""

    algorithm = "counting"
    done = 0

    def encode(self, password, salt):
        Counting.done += 1
        return super().encode(password, salt)


def work_of(act) -> int:
    Counting.done = 0
    act()
    return Counting.done


@pytest.fixture
def known(settings):
    """The address of somebody whose password is hashed, as any new one, by the counting hasher."""
    user = people.person("bekend@voorbeeld.example")
    settings.PASSWORD_HASHERS = [
        "tests.accounts.test_account.Counting",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    user.set_password(PASSWORD)
    user.save()
    return user.email


def test_signing_in_tells_nothing_about_who_has_an_account(client, known):
    answers, work = [], []
    for email in (known, STRANGER):
        work.append(work_of(lambda email=email: answers.append(log_in(client, email, WRONG))))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert words(answers[0]) == words(answers[1])
    assert "Het e-mailadres of het wachtwoord klopt niet." in words(answers[0])
    assert work[0] == work[1] > 0
    assert mail.outbox == []


def test_signing_up_tells_nothing_about_who_has_an_account(client, known):
    answers, pages, work = [], [], []
    for email in (known, STRANGER):
        work.append(work_of(lambda email=email: answers.append(sign_up(client, email))))
        pages.append(words(client.get(answers[-1].url)))
        client.cookies.clear()
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, "/account/email/sent")] * 2
    assert pages[0] == pages[1]
    assert work[0] == work[1] > 0
    assert [letter.subject for letter in mail.outbox] == [
        "U heeft al een account bij Werkwijs",
        "Bevestig uw e-mailadres voor Werkwijs",
    ]
    assert User.objects.get(email=known).check_password(PASSWORD)


def test_a_forgotten_password_tells_nothing_about_who_has_an_account(client, known):
    answers, pages, work = [], [], []
    for email in (known, STRANGER):
        work.append(
            work_of(lambda email=email: answers.append(client.post("/account/password/reset", {"email": email})))
        )
        pages.append(words(client.get(answers[-1].url)))
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, "/account/password/reset/sent")] * 2
    assert pages[0] == pages[1]
    assert work[0] == work[1]
    assert [letter.subject for letter in mail.outbox] == [
        "Kies een nieuw wachtwoord voor Werkwijs",
        "Er is geen account met dit e-mailadres",
    ]


def test_changing_ones_address_tells_nothing_about_who_has_an_account(client, known):
    asker = people.person()
    log_in(client, asker.email)
    client.post("/account/confirm", {"password": PASSWORD})
    said = []
    for email in (known, STRANGER):
        answer = client.post("/account/email", {"email": email, "action_add": "1"}, follow=True)
        said.append(words(answer).replace(email, "…"))
    assert said[0] == said[1]
    assert [letter.subject for letter in mail.outbox] == [
        "U heeft al een account bij Werkwijs",
        "Bevestig uw e-mailadres voor Werkwijs",
    ]
    client.post(links(mail.outbox[1].body)[0])
    asker.refresh_from_db()
    assert asker.email == STRANGER
    assert mail.outbox[-1].subject == "Uw e-mailadres voor Werkwijs is gewijzigd"


# Passwords


def test_a_forgotten_password_is_chosen_anew_once(client):
    user = people.person()
    client.post("/account/password/reset", {"email": user.email})
    [link] = links(mail.outbox[0].body)
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    assert client.post(address, {"password1": WRONG}).url == "/account/password/reset/done"
    user.refresh_from_db()
    assert user.check_password(WRONG)
    client.cookies.clear()
    assert "Deze link werkt niet meer" in client.get(link, follow=True).content.decode()
    assert log_in(client, user.email, WRONG).status_code == 302


@pytest.mark.parametrize("link", ["zzzzzzzzzzzzz-abc-def", "1-abc-" + "f" * 64, "0-set-password"])
def test_a_link_that_we_never_sent_does_nothing(client, link):
    people.person()
    answer = client.get(f"/account/password/reset/{link}")
    assert "Deze link werkt niet meer" in answer.content.decode()


# Limits


def test_too_many_failures_for_one_account_are_stopped_for_a_while_and_not_for_good(client, settings):
    user = people.person()
    other = people.person()
    for _attempt in range(10):
        assert "klopt niet" in words(log_in(client, user.email, WRONG))
    assert "te vaak geprobeerd" in words(log_in(client, user.email))
    assert log_in(client, other.email).status_code == 302, "somebody else at the same network goes on"
    client.post("/account/logout")
    # The way out that needs no waiting: a new password by mail.
    client.post("/account/password/reset", {"email": user.email})
    form = client.get(links(mail.outbox[0].body)[0], follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": WRONG})
    assert log_in(client, user.email, WRONG).status_code == 302


def test_a_limit_of_an_address_gives_a_clear_page(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "signup": "2/h/ip"}
    for number in range(2):
        assert sign_up(client, f"nummer-{number}@voorbeeld.example").status_code == 302
    answer = sign_up(client, "nummer-3@voorbeeld.example")
    assert answer.status_code == 429
    assert "Uw account is niet geblokkeerd" in words(answer)
    assert User.objects.count() == 2
    assert client.get("/account/signup").status_code == 200, "looking is not counted"


def test_a_limit_counts_the_visitor_and_not_the_proxy(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "signup": "1/h/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        sign_up(client, f"nummer-{number}@voorbeeld.example", HTTP_X_FORWARDED_FOR=f"{forged}, {own}").status_code
        for number, (forged, own) in enumerate([("9.9.9.9", "1.1.1.1"), ("8.8.8.8", "1.1.1.1"), ("8.8.8.8", "2.2.2.2")])
    ]
    assert answers == [302, 429, 302]


@pytest.mark.parametrize("header", ["1.1.1.1", "nonsense", ",,,", ""])
def test_a_header_that_does_not_fit_the_proxies_is_no_fault_of_ours(client, settings, header):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    user = people.person()
    assert log_in(client, user.email, HTTP_X_FORWARDED_FOR=header).status_code == 302
    assert user.usersession_set.get().ip == "127.0.0.1"


# Cookies


def test_the_cookie_of_a_session_is_careful(client):
    log_in(client, people.person().email)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["path"]) == (True, "Lax", 43200, "/")


def test_pages_of_an_account_are_never_kept(client):
    assert "no-store" in client.get("/account/login")["Cache-Control"]
    assert "no-store" in client.get("/account/login")["Cache-Control"], "also when the token was there already"
    log_in(client, people.person().email)
    for address in ("/account", "/account/organisations", "/account/second-step", "/account/sessions", "/"):
        assert client.get(address)["Cache-Control"] == "private, no-store", address


def test_one_visitors_token_is_never_shown_to_another():
    visitors = [Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)]
    for visitor in visitors:
        for _twice in range(2):
            page = visitor.get("/account/login").content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        answer = visitor.post("/account/login", {"login": STRANGER, "password": WRONG, "csrfmiddlewaretoken": token})
        assert answer.status_code == 200


@pytest.mark.parametrize("typed", ["a\x00b@c.example", "\ud800@c.example", "x" * 5000 + "@c.example", "' or 1=1 --"])
def test_nonsense_is_a_fault_of_the_form(client, typed):
    for address, field in (("login", "login"), ("signup", "email"), ("password/reset", "email")):
        data = {field: typed, "password": "x\x00", "password1": "\x00" * 20}
        body = urlencode(data, errors="surrogatepass")
        answer = client.post(f"/account/{address}", body, content_type="application/x-www-form-urlencoded")
        assert (answer.status_code, "Er klop" in answer.content.decode()) == (200, True), address
