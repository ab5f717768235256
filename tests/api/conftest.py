"""What the tests of the API share: an address of their own, and a short way to ask."""

import pytest

HERE = "https://werkwijs.example"


@pytest.fixture(autouse=True)
def _place(settings, tmp_path):
    settings.PUBLIC_URL = HERE
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def ask(client, db):
    """Ask an address below /api/v1 and return the answer; the status must be as expected."""

    def get(path: str, status: int = 200, **headers) -> dict:
        response = client.get(f"/api/v1/{path}", headers=headers)
        assert response.status_code == status, (path, response.content[:500])
        return response.json()

    return get
