"""Pages in tests take style sheets as they lie in static/, without a collected copy; and a reviewer sits at a desk."""

import pytest
from django.conf import settings as django_settings

from tests import people
from tests.accounts.signing_in import sign_in


@pytest.fixture(autouse=True)
def _uncollected(settings):
    settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.STATIC_ROOT = settings.BASE_DIR / "static"


@pytest.fixture
def reviewer():
    """Someone who reviews, by name."""
    return people.reviewer(first_name="Roos", last_name="Lezer")


@pytest.fixture
def desk(client, reviewer):
    """A browser of that reviewer, who used the second step."""
    return sign_in(client, reviewer, second_step=True)
