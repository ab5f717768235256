"""What every test shares: nothing remembered from the test before, and the whole catalogue for the modules that ask for it."""

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.utils import translation

from evidence import facets, vocabulary
from evidence.loading.load import load


def pytest_configure():
    """Serve static files as they stand in the repository; their collected form is made when the site is set up."""
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Forget what is kept per state of the catalogue (factories write facts without saying so), and speak Dutch again."""
    vocabulary.forget()
    facets.forget()
    caches["answers"].clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="module")
def _catalogue_of_module(django_db_setup, django_db_blocker):
    """Load the real catalogue once per module, in a transaction that is rolled back after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(settings.BASE_DIR / "fixtures")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def catalogue_data(_catalogue_of_module, db):
    """The real catalogue. Every test of the module sees it, so it stands in modules of its own."""
