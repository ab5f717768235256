"""What every test shares: nothing remembered from the test before, and the whole catalogue for the modules that ask for
it.
"""

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.utils import translation

from evidence import facets, vocabulary
from tests import whole_catalogue


def pytest_configure():
    """Serve static files as they stand in the repository; their collected form is made when the site is set up."""
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True
    # Passwords in tests are no secrets: a quick digest keeps the suite quick.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def _nobody_stays_connected(django_db_setup, django_db_blocker):
    """Let PostgreSQL drop the test database: a browser that keeps its line open keeps a thread of the server, and its
    session.
    """
    yield
    if connection.vendor == "postgresql" and str(connection.settings_dict["NAME"]).startswith("test_"):
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


@pytest.fixture(autouse=True)
def _letters_go_through_the_outbox(django_test_environment):
    """Send mail as the site does, by the outbox after commit; its transport is `mail.outbox` (Django's set-up skips the
    outbox).
    """
    settings.EMAIL_BACKEND = "letters.outbox.OutboxBackend"
    settings.EMAIL_TRANSPORT = {"backend": "django.core.mail.backends.locmem.EmailBackend"}


@pytest.fixture
def letters_at_once(monkeypatch):
    """Have letters in `mail.outbox` without a commit: for tests of what they say, not of when they go."""
    monkeypatch.setattr(transaction, "on_commit", lambda do, **_when: do())


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Forget what is kept per state of the catalogue (factories write facts without saying so), and speak Dutch again."""
    vocabulary.forget_vocabularies()
    facets.forget_indexes()
    caches["answers"].clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _attempts_forgotten(request, django_db_blocker):
    """Forget who tried how often, where no transaction rolls it back: the table of the shared cache is no model."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if {"live_server", "transactional_db"} & set(request.fixturenames) or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock():
            caches["default"].clear()


@pytest.fixture(scope="module")
def _catalogue_of_module(django_db_setup, django_db_blocker):
    """Load the real catalogue once per module, in a transaction that is rolled back after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        whole_catalogue.put_in()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def catalogue_data(_catalogue_of_module, db):
    """The real catalogue. Every test of the module sees it, so it stands in modules of its own."""
