"""Users are known by their e-mail address."""

import pytest
from django.db import IntegrityError

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_user_is_made_with_an_address_and_no_name():
    user = User.objects.create_user("Redactie@Werkwijs.example ", "een lang wachtwoord")
    assert (user.get_username(), str(user), user.is_staff, user.check_password("een lang wachtwoord")) == (
        "redactie@werkwijs.example", "redactie@werkwijs.example", False, True,
    )  # fmt: skip


def test_a_superuser_may_do_everything():
    user = User.objects.create_superuser("beheer@werkwijs.example", "een lang wachtwoord")
    assert (user.is_staff, user.is_superuser) == (True, True)


def test_one_address_in_two_spellings_is_one_user():
    User.objects.create_user("a@werkwijs.example")
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email="A@werkwijs.example")])
