"""Where someone is signed in, and how that ends."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests import people
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client(headers={"user-agent": "Verzonnen browser"})
    client.post("/account/login", {"login": user.email, "password": PASSWORD})
    return client


def is_in(client) -> bool:
    return client.get("/account").status_code == 200


def row_of(client, user):
    return user.usersession_set.get(session_key=client.session.session_key)


def test_one_session_ends_and_the_other_goes_on():
    user = people.person()
    laptop, telephone = signed_in(user), signed_in(user)
    page = laptop.get("/account/sessions").content.decode()
    assert page.count("Verzonnen browser") == 2
    assert page.count("(dit apparaat)") == 1
    row = row_of(telephone, user)
    answer = laptop.post(f"/account/sessions/{row.pk}/end")
    assert (answer.status_code, answer.url) == (302, "/account/sessions")
    assert (is_in(laptop), is_in(telephone)) == (True, False)
    assert not Session.objects.filter(session_key=row.session_key).exists()


def test_all_others_end():
    user = people.person()
    clients = [signed_in(user) for _number in range(3)]
    clients[0].post("/account/sessions")
    assert [is_in(client) for client in clients] == [True, False, False]


def test_ending_the_own_session_signs_out():
    user = people.person()
    client = signed_in(user)
    assert client.post(f"/account/sessions/{row_of(client, user).pk}/end").url == "/"
    assert not is_in(client)


def test_the_session_of_somebody_else_does_not_exist():
    user, other = people.person(), people.person()
    mine, theirs = signed_in(user), signed_in(other)
    assert mine.post(f"/account/sessions/{row_of(theirs, other).pk}/end").status_code == 404
    assert is_in(theirs)
    assert mine.get(f"/account/sessions/{row_of(mine, user).pk}/end").status_code == 405


def test_a_new_password_ends_the_other_sessions():
    user = people.person()
    here, elsewhere = signed_in(user), signed_in(user)
    new = "een-nieuwe-verzonnen-wachtzin"
    answer = here.post("/account/password/change", {"oldpassword": PASSWORD, "password1": new})
    assert (answer.status_code, answer.url) == (302, "/account")
    assert (is_in(here), is_in(elsewhere)) == (True, False)
