"""A letter is sent when, and only when, what it tells was committed.

Once, however many send; and it survives a server that is away.
"""

import contextlib
import json
import smtplib
import socket
import subprocess
import sys
import threading
from datetime import timedelta
from itertools import pairwise

import pytest
from django.conf import settings as real_settings
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from letters import outbox
from letters.models import Letter

READER = "lezer@voorbeeld.example"


class AwayBackend(BaseEmailBackend):
    """A mail server that nobody can reach."""

    tried: list[str] = []

    def send_messages(self, messages):
        self.tried.extend(message.to[0] for message in messages)
        message = "connection refused"
        raise ConnectionRefusedError(message)


class RefusingBackend(BaseEmailBackend):
    """A mail server that does not know one reader."""

    def send_messages(self, messages):
        for message in messages:
            if message.to == [READER]:
                raise smtplib.SMTPRecipientsRefused({READER: (550, b"unknown\0")})
            mail.outbox.append(message)


@pytest.fixture(autouse=True)
def _server_is_there():
    outbox.Server.quiet_until = None
    AwayBackend.tried.clear()


def away(settings):
    settings.EMAIL_TRANSPORT = {"backend": f"{__name__}.AwayBackend"}


def there(settings):
    settings.EMAIL_TRANSPORT = {"backend": "django.core.mail.backends.locmem.EmailBackend"}


def readers():
    return [letter.to[0] for letter in mail.outbox]


@pytest.mark.django_db(transaction=True)
def test_a_letter_leaves_after_the_commit_and_not_before():
    with transaction.atomic():
        outbox.post_letters([READER], "Onder\nwerp", "Tekst met \0 en \ud800.")
        assert readers() == []
    [sent] = mail.outbox
    assert (sent.to, sent.subject, sent.body, sent.from_email) == (
        [READER],
        "Onder werp",
        "Tekst met  en .",
        real_settings.DEFAULT_FROM_EMAIL,
    )
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    row = Letter.objects.get()
    assert (row.attempts, row.last_error, row.sent is not None, row.body) == (1, "", True, "Tekst met  en .")


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_sends_nothing():
    with transaction.atomic():
        outbox.post_letters([READER], "Onderwerp", "Tekst")
        transaction.set_rollback(True)
    assert readers() == []
    assert not Letter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_mail_of_django_goes_through_the_outbox_and_its_secret_is_wiped_when_sent():
    with transaction.atomic():
        EmailMessage(
            "Bevestig", "Klik op https://werkwijs.example/geheim", to=[READER], bcc=["ander@voorbeeld.example"]
        ).send()
        assert readers() == []
        assert Letter.objects.filter(holds_secret=True, body__contains="geheim").count() == 2
    assert readers() == [READER, "ander@voorbeeld.example"]
    assert [letter.body for letter in mail.outbox] == ["Klik op https://werkwijs.example/geheim"] * 2
    assert not Letter.objects.filter(body__contains="geheim").exists()


@pytest.mark.django_db(transaction=True)
def test_a_server_that_is_away_breaks_nothing_and_is_asked_once_a_minute_by_requests(settings):
    away(settings)
    with transaction.atomic():
        for number in range(3):
            outbox.post_letters([f"lezer-{number}@voorbeeld.example"], "Onderwerp", "Tekst")
    assert AwayBackend.tried == ["lezer-0@voorbeeld.example"]
    there(settings)
    assert outbox.send_due() == (2, 0)
    assert outbox.send_due(timezone.now() + timedelta(minutes=3)) == (1, 0)
    assert sorted(readers()) == [f"lezer-{number}@voorbeeld.example" for number in range(3)]


def times_called(server: socket.socket) -> int:
    """Count who knocked at a server that lets nobody in."""
    server.setblocking(False)
    number = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            server.accept()[0].close()
            number += 1
    return number


@pytest.mark.django_db(transaction=True)
def test_a_server_that_never_answers_holds_up_nobody(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings.EMAIL_TRANSPORT = settings.EMAIL_TRANSPORT | {
            "backend": "django.core.mail.backends.smtp.EmailBackend",
            "host": "127.0.0.1",
            "port": port,
            "timeout": 0.2,
        }
        with transaction.atomic():
            for number in range(20):
                outbox.post_letters([f"lezer-{number}@voorbeeld.example"], "Onderwerp", "Tekst")
        assert times_called(silent) == 1  # so all of them together waited once
    assert list(Letter.objects.exclude(last_error="").values_list("to", "sent")) == [
        ("lezer-0@voorbeeld.example", None)
    ]


@pytest.mark.django_db
def test_a_letter_is_tried_with_growing_pauses_then_given_up_and_tried_anew_when_asked(settings):
    away(settings)
    [letter] = outbox.post_letters([READER], "Onderwerp", "Tekst")
    start = now = letter.next_attempt
    moments = []
    while not Letter.objects.get().gave_up:
        assert outbox.send_due(now - timedelta(seconds=1)) == (0, 0)
        assert outbox.send_due(now) == (0, 1)
        moments.append(now - start)
        now = Letter.objects.get().next_attempt
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert pauses == [
        timedelta(minutes=2),
        timedelta(minutes=10),
        timedelta(hours=1),
        timedelta(hours=4),
        timedelta(hours=12),
    ]
    assert Letter.objects.get().last_error == "ConnectionRefusedError: connection refused"
    assert list(Letter.objects.in_trouble()) == [letter]
    assert outbox.send_due(now + timedelta(days=365)) == (0, 0)
    there(settings)
    outbox.again(Letter.objects.get())
    assert outbox.send_due() == (1, 0)
    assert list(Letter.objects.in_trouble()) == []


@pytest.mark.django_db
def test_a_letter_that_is_refused_does_not_stop_the_others(settings):
    settings.EMAIL_TRANSPORT = {"backend": f"{__name__}.RefusingBackend"}
    outbox.post_letters([READER], "Onderwerp", "Tekst")
    outbox.post_letters(["ander@voorbeeld.example"], "Onderwerp", "Tekst")
    assert outbox.send_due() == (1, 1)
    assert readers() == ["ander@voorbeeld.example"]
    assert "\0" not in Letter.objects.get(to=READER).last_error


@pytest.mark.django_db
def test_a_letter_sent_twice_is_known_by_its_message_id():
    outbox.post_letters([READER], "Onderwerp", "Tekst")
    outbox.send_due()
    Letter.objects.update(sent=None, next_attempt=timezone.now())  # as if its sender died before noting it
    outbox.send_due()
    first, second = (letter.message()["Message-ID"] for letter in mail.outbox)
    assert first == second


@pytest.mark.django_db
def test_old_letters_are_forgotten():
    old, fresh = outbox.post_letters([READER, READER], "Onderwerp", "Tekst")
    Letter.objects.filter(pk=old.pk).update(sent=timezone.now() - timedelta(days=91))
    Letter.objects.filter(pk=fresh.pk).update(sent=timezone.now() - timedelta(days=89))
    call_command("send_mail_outbox", verbosity=0)
    assert list(Letter.objects.all()) == [fresh]


THREADS = 4
together = threading.Barrier(THREADS, timeout=300)


def send_from(threads: int) -> list[str]:
    """Send what is due from several threads at once; return who got a letter."""
    barrier = threading.Barrier(threads, timeout=300)

    def send():
        try:
            barrier.wait()
            outbox.send_due()
        finally:
            connection.close()

    running = [threading.Thread(target=send) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return readers()


def fill(number: int) -> list[str]:
    addresses = [f"lezer-{i:03}@voorbeeld.example" for i in range(number)]
    Letter.objects.bulk_create(Letter(to=address, subject="Onderwerp", body="Tekst") for address in addresses)
    return addresses


@pytest.mark.django_db(transaction=True)
def test_several_senders_send_every_letter_once():
    addresses = fill(30)
    assert sorted(send_from(THREADS)) == addresses


@pytest.mark.django_db(transaction=True)
def test_sabotage_senders_that_do_not_take_a_letter_first_send_it_twice(monkeypatch):
    """Each looks at what is due before any of them has sent it."""
    looked = threading.local()

    def take(*_):
        if not hasattr(looked, "already"):
            looked.already = together.wait()
        return True

    monkeypatch.setattr(outbox, "_take", take)
    addresses = fill(30)
    assert sorted(send_from(THREADS)) == sorted(addresses * THREADS)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("console:", {"backend": "django.core.mail.backends.console.EmailBackend"}),
        (
            "smtp://naam%40host:p%2Fw@mail.example:587?tls=yes",
            {
                "host": "mail.example",
                "port": 587,
                "username": "naam@host",
                "password": "p/w",
                "use_tls": True,
                "use_ssl": False,
            },
        ),
        (
            "smtps://mail.example",
            {"host": "mail.example", "port": 465, "username": "", "use_tls": False, "use_ssl": True},
        ),
        ("smtp://127.0.0.1", {"host": "127.0.0.1", "port": 25, "use_tls": False, "use_ssl": False}),
        ("ftp://mail.example", "EMAIL_URL is console:"),
        ("smtp:", "EMAIL_URL is console:"),
    ],
)
def test_the_transport_is_read_from_one_address(url, expected):
    code = "import json; from config import settings; print(json.dumps(settings.EMAIL_TRANSPORT))"
    process = subprocess.run(
        [sys.executable, "-c", code],
        env={"EMAIL_URL": url, "SECRET_KEY": "x"},
        cwd=real_settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    if isinstance(expected, str):
        assert process.returncode == 1
        assert expected in process.stderr
    else:
        found = json.loads(process.stdout)
        assert found == found | expected
