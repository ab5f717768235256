"""Pages in tests take style sheets as they lie in static/, without a collected copy."""

import pytest
from django.conf import settings as django_settings


@pytest.fixture(autouse=True)
def _uncollected(settings):
    settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.STATIC_ROOT = settings.BASE_DIR / "static"
