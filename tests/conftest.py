"""What every test shares: a database of this run alone, and nothing remembered from the test before.

Also the whole catalogue, for the modules that ask for it.
"""

import gc
import secrets
from datetime import timedelta

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation

from evidence import facets, vocabulary
from letters import outbox
from tests import emptying, suite, whole_catalogue

LONGEST = (
    "tests/browser/",
    "tests/journeys/",
    "tests/submissions/test_workflow.py",
    "tests/catalogue/test_real_catalogue.py",
)


def pytest_addoption(parser):
    """Offer the suite at its longest: `make test-long`."""
    parser.addoption("--long", action="store_true", help="more histories, and axe on every page in every view")


def pytest_configure(config):
    """Serve static files as they stand in the repository; their collected form is made when the site is set up."""
    hypothesis.settings.register_profile("long", max_examples=500)
    suite.is_long = config.getoption("--long")
    if suite.is_long:
        hypothesis.settings.load_profile("long")
    # What a test with real commits leaves is taken out of the tables that hold something, not out of all of them.
    TransactionTestCase._fixture_teardown = lambda _case: emptying.empty()
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True
    # Passwords in tests are no secrets: a quick digest keeps the suite quick.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_finish():
    """Spare the collector what stays until the end: it would look through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest, so that no worker is left alone with one."""
    if wrong := suite.marked_wrongly(items):
        raise pytest.UsageError("\n".join(wrong))
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(autouse=True)
def _no_database(request, django_db_blocker):
    """Shut the database to who says not to need it, also where a module opened it."""
    if request.node.get_closest_marker("no_database"):
        with django_db_blocker.block():
            yield
    else:
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Name the test database after this process of this run: runs at the same time leave each other's alone."""
    if connection.vendor == "sqlite":
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        # How long the site waits for a lock stands in tests/config/; here a slow machine may take its time.
        connection.settings_dict["OPTIONS"]["timeout"] = 300
    else:
        name = f"test_werkwijs_{secrets.token_hex(6)}"
    connection.settings_dict["TEST"]["NAME"] = str(name)


@pytest.fixture(scope="session", autouse=True)
def _databases_left(django_db_setup, django_db_blocker):
    """Remove the catalogue, and let PostgreSQL drop the test database."""
    yield
    if str(connection.settings_dict["NAME"]) == connection.settings_dict["TEST"]["NAME"]:
        with django_db_blocker.unblock():
            connection.close()  # beside a browser there may be a second line, and `leave_alone` ended the first
            whole_catalogue.throw_away()
            whole_catalogue.leave_alone(connection.settings_dict["NAME"])


@pytest.fixture(autouse=True)
def _letters_go_through_the_outbox(django_test_environment):
    """Send mail as the site does, by the outbox after commit.

    Its transport is `mail.outbox` (Django's set-up skips the outbox). A machine that is slow is no
    mail server that is away.
    """
    outbox.Server.quiet_until, outbox.SLOW = None, timedelta(days=1)
    settings.EMAIL_BACKEND = "letters.outbox.OutboxBackend"
    settings.EMAIL_TRANSPORT = {"backend": "django.core.mail.backends.locmem.EmailBackend"}


@pytest.fixture
def letters_at_once(monkeypatch):
    """Have letters in `mail.outbox` without a commit: for tests of what they say, not of when they go."""
    monkeypatch.setattr(transaction, "on_commit", lambda do, **_when: do())


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Forget what is kept per state of the catalogue, and speak Dutch again.

    Factories write facts without saying so.
    """
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
    """Look at the real catalogue, up to and with the last test of the module."""
    with django_db_blocker.unblock(), whole_catalogue.in_view():
        yield


@pytest.fixture
def catalogue_data(_catalogue_of_module, db):
    """The real catalogue. Every test of the module sees it, so it stands in modules of its own."""
